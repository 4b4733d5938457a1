package org.slugline.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.slugline.text.Sanitizer;

/** Guesses whether a text that does not say so is HTML. */
final class LooksLikeHtml {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "address",
          "article",
          "aside",
          "audio",
          "b",
          "big",
          "blockquote",
          "br",
          "button",
          "center",
          "cite",
          "code",
          "dd",
          "del",
          "details",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "embed",
          "figcaption",
          "figure",
          "font",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "li",
          "main",
          "map",
          "mark",
          "nav",
          "object",
          "ol",
          "option",
          "p",
          "param",
          "picture",
          "pre",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "script",
          "section",
          "select",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "style",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "tt",
          "u",
          "ul",
          "var",
          "video",
          "wbr");

  /** Elements that no headline is made with, but that act where they are taken for HTML. */
  private static final Set<String> NEVER_TEXT =
      Set.of(
          "applet",
          "area",
          "base",
          "basefont",
          "bgsound",
          "body",
          "canvas",
          "dialog",
          "frame",
          "frameset",
          "head",
          "html",
          "isindex",
          "keygen",
          "link",
          "listing",
          "marquee",
          "math",
          "meta",
          "meter",
          "noembed",
          "noframes",
          "noscript",
          "plaintext",
          "portal",
          "progress",
          "slot",
          "svg",
          "template",
          "textarea",
          "title",
          "track",
          "xml",
          "xmp",
          "xss");

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*+)>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(?:\\d{1,7}|[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));");

  private LooksLikeHtml() {}

  /**
   * A closing tag or an entity speaks for it; a tag or entity that HTML does not know, or a
   * less-than sign without a tag, speaks against it.
   */
  static boolean test(String text) {
    var angle = text.indexOf('<');
    var ampersand = text.indexOf('&');
    if (angle < 0 && ampersand < 0) {
      return false;
    }
    return angle < 0 ? hasEntities(text) : hasTags(text) && entitiesAreKnown(text);
  }

  /** Whether there are tags, and nothing in angle brackets that is none. */
  static boolean isTagged(String text) {
    return text.indexOf('<') >= 0 && hasTags(text);
  }

  /**
   * Whether a reader that takes the text for HTML would find an element in it that HTML knows, or
   * one with attributes.
   */
  static boolean mayAct(String text) {
    var end = -1;
    var sign = -1;
    for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      // looked for once for all that stand before it: the text may be nothing but these signs
      end = end < at ? next(text, '>', at) : end;
      sign = sign < at ? next(text, '=', at) : sign;
      if (mayBegin(text, at) || (sign < end && isLetter(text, at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static int next(String text, char letter, int from) {
    var found = text.indexOf(letter, from);
    return found < 0 ? text.length() : found;
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z';
  }

  /** A label of whatever was written for one: names and categories are text and nothing else. */
  static String label(String written) {
    var label = written;
    for (var i = 0; i < 3 && mayAct(label); i++) {
      label = Sanitizer.plain(label);
    }
    return mayAct(label) ? label.replace("<", "") : label;
  }

  /** Whether a tag of HTML may begin at this less-than sign: a name that HTML knows, /, ! or ?. */
  static boolean mayBegin(String text, int lessThan) {
    var end = lessThan + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end == lessThan + 1
        ? end < text.length() && "/!?".indexOf(text.charAt(end)) >= 0
        : isKnown(text.substring(lessThan + 1, end));
  }

  /** HTML whose tags were escaped once more: no tag, but there are tags behind its entities. */
  static boolean isEscapedTwice(String markup) {
    return markup.startsWith("&lt;")
        && markup.endsWith("&gt;")
        && markup.indexOf('<') < 0
        && markup.contains("&lt;/")
        && hasTags(Entities.unescape(markup));
  }

  private static boolean hasTags(String text) {
    var tag = TAG.matcher(text);
    var closed = false;
    while (tag.find()) {
      if (!TAGS.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
        return false;
      }
      closed |= !tag.group(1).isEmpty() || tag.group(3).endsWith("/") || stands(tag.group(2));
    }
    return closed;
  }

  private static boolean isKnown(String name) {
    var low = name.toLowerCase(Locale.ROOT);
    return TAGS.contains(low) || NEVER_TEXT.contains(low);
  }

  private static boolean stands(String tag) {
    return tag.equalsIgnoreCase("br") || tag.equalsIgnoreCase("img") || tag.equalsIgnoreCase("hr");
  }

  private static boolean hasEntities(String text) {
    return ENTITY.matcher(text).find() && entitiesAreKnown(text);
  }

  private static boolean entitiesAreKnown(String text) {
    var entity = ENTITY.matcher(text);
    while (entity.find()) {
      if (entity.group(1) != null && !Entities.isNamedEntity(entity.group(1))) {
        return false;
      }
    }
    return true;
  }
}

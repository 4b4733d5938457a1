package org.slugline.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

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

  /** Whether a tag of HTML may begin at this less-than sign: a name that HTML knows, /, ! or ?. */
  static boolean mayBegin(String text, int lessThan) {
    var end = lessThan + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end == lessThan + 1
        ? end < text.length() && "/!?".indexOf(text.charAt(end)) >= 0
        : TAGS.contains(text.substring(lessThan + 1, end).toLowerCase(java.util.Locale.ROOT));
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
      if (!TAGS.contains(tag.group(2).toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
      closed |= !tag.group(1).isEmpty() || tag.group(3).endsWith("/") || stands(tag.group(2));
    }
    return closed;
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

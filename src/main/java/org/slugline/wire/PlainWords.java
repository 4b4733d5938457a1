package org.slugline.wire;

import java.util.Map;
import java.util.Set;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/**
 * The text of markup that our own sanitiser wrote: well-formed, few entities. Ten times faster than
 * parsing it once more, and a round has tens of thousands.
 */
final class PlainWords {
  private static final Map<String, Character> ENTITIES =
      Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "nbsp", ' ', "apos", '\'');

  /** Elements in the middle of a word's line. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "em", "strong", "u", "s", "small", "span", "sub", "sup", "code", "cite",
          "q", "strike", "abbr", "mark", "time", "ruby", "rt", "rp", "bdi", "bdo", "ins", "del",
          "kbd", "var", "samp", "dfn", "tt", "font", "wbr");

  private PlainWords() {}

  /** Blanks folded. */
  static String of(SafeHtml html) {
    var markup = html.markup();
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return folded(markup);
    }
    var out = new StringBuilder(markup.length());
    for (var i = 0; i < markup.length(); i++) {
      var letter = markup.charAt(i);
      if (letter == '<') {
        var end = endOfTag(markup, i);
        if (breaks(markup, i)) {
          out.append(' ');
        }
        i = end;
      } else if (letter == '&') {
        var end = markup.indexOf(';', i);
        var name = end > 0 && end - i < 10 ? markup.substring(i + 1, end) : "";
        var plain = ENTITIES.get(name);
        if (plain == null) {
          return folded(Sanitizer.plain(markup)); // one that we do not know: the long way
        }
        out.append(plain.charValue());
        i = end;
      } else {
        out.append(letter);
      }
    }
    return folded(out);
  }

  /** Values are quoted with {@code "}, and may hold {@code >}. */
  private static int endOfTag(String markup, int from) {
    var quoted = false;
    for (var i = from; i < markup.length(); i++) {
      var letter = markup.charAt(i);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == '>' && !quoted) {
        return i;
      }
    }
    return markup.length();
  }

  private static boolean breaks(String markup, int at) {
    var from = at + 1 < markup.length() && markup.charAt(at + 1) == '/' ? at + 2 : at + 1;
    var to = from;
    while (to < markup.length() && Character.isLetterOrDigit(markup.charAt(to))) {
      to++;
    }
    return !INLINE.contains(markup.substring(from, to));
  }

  /** Every run of blanks one space, none at the ends; nothing that a row or XML cannot carry. */
  static String folded(CharSequence text) {
    return isFolded(text) ? text.toString() : fold(text);
  }

  /** Most texts are as they should be: then nothing is copied. */
  private static boolean isFolded(CharSequence text) {
    var before = ' ';
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      if (letter < ' ' || letter >= 0x7f || (letter == ' ' && before == ' ')) {
        return false;
      }
      before = letter;
    }
    return before != ' ' || text.isEmpty();
  }

  private static String fold(CharSequence text) {
    var out = new StringBuilder(text.length());
    var gap = false;
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      if (letter <= ' '
          || (letter >= 0x7f && letter <= 0xa0)
          || letter == 0x2028
          || letter == 0x2029) {
        gap = !out.isEmpty();
        continue;
      }
      if (letter >= 0xfffe || lone(text, i)) {
        continue;
      }
      if (gap) {
        out.append(' ');
        gap = false;
      }
      out.append(letter);
    }
    return out.toString();
  }

  private static boolean lone(CharSequence text, int at) {
    var letter = text.charAt(at);
    if (Character.isHighSurrogate(letter)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(letter)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /**
   * @return at most so many characters, cut after a sentence or between words, with an ellipsis
   *     where words were lost
   */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    for (var i = limit - 1; i > limit * 2 / 3; i--) {
      var letter = text.charAt(i);
      if ((letter == '.' || letter == '!' || letter == '?') && text.charAt(i + 1) == ' ') {
        return text.substring(0, i + 1);
      }
      if (letter == '。') {
        return text.substring(0, i + 1);
      }
    }
    var space = text.lastIndexOf(' ', limit - 1);
    var at = space > limit / 2 ? space : limit - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at) + "…";
  }
}

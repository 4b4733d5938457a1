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
    // in place: what a tag or an entity leaves is never longer than it was
    var letters = markup.toCharArray();
    var kept = 0;
    for (var i = 0; i < letters.length; i++) {
      var letter = letters[i];
      if (letter == '<') {
        if (breaks(markup, i)) {
          letters[kept++] = ' '; // over the bracket or before it
        }
        i = endOfTag(letters, i + 1);
      } else if (letter == '&') {
        var end = markup.indexOf(';', i);
        var name = end > 0 && end - i < 10 ? markup.substring(i + 1, end) : "";
        var plain = ENTITIES.get(name);
        if (plain == null) {
          return folded(Sanitizer.plain(markup)); // one that we do not know: the long way
        }
        letters[kept++] = plain;
        i = end;
      } else {
        letters[kept++] = letter;
      }
    }
    return fold(letters, kept);
  }

  /** Values are quoted with {@code "}, and may hold {@code >}. */
  private static int endOfTag(char[] markup, int from) {
    var quoted = false;
    for (var i = from; i < markup.length; i++) {
      var letter = markup[i];
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == '>' && !quoted) {
        return i;
      }
    }
    return markup.length;
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
  static String folded(String text) {
    if (isFolded(text)) {
      return text;
    }
    var letters = text.toCharArray();
    return fold(letters, letters.length);
  }

  /** Most texts are as they should be: then nothing is copied. */
  private static boolean isFolded(String text) {
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

  /** In place, of the first so many letters. */
  private static String fold(char[] letters, int count) {
    var kept = 0;
    var gap = false;
    for (var i = 0; i < count; i++) {
      var letter = letters[i];
      if (letter <= ' '
          || (letter >= 0x7f && letter <= 0xa0)
          || letter == 0x2028
          || letter == 0x2029) {
        gap = kept > 0;
        continue;
      }
      if (letter >= 0xd800 && (letter >= 0xfffe || lone(letters, i, count))) {
        continue;
      }
      if (gap) {
        letters[kept++] = ' ';
        gap = false;
      }
      letters[kept++] = letter;
    }
    return new String(letters, 0, kept);
  }

  /** What stands before is as it was, or what is kept of it has moved away from there. */
  private static boolean lone(char[] letters, int at, int count) {
    var letter = letters[at];
    if (Character.isHighSurrogate(letter)) {
      return at + 1 >= count || !Character.isLowSurrogate(letters[at + 1]);
    }
    return Character.isLowSurrogate(letter)
        && (at == 0 || !Character.isHighSurrogate(letters[at - 1]));
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

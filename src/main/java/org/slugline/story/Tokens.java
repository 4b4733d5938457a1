package org.slugline.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words: case and diacritics folded, possessives cut, scripts without spaces in pairs.
 */
final class Tokens {
  /** A word longer than this is cut: it is an address or noise. */
  private static final int LONGEST = 40;

  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([.,]\\d{3})+");

  private Tokens() {}

  /**
   * @param limit at most so many words are read
   * @return the words in order
   */
  static List<String> of(String text, int limit) {
    return of(text, limit, new BitSet());
  }

  /**
   * @param capitals is told the places of words that begin with a capital, sentences' first left
   *     out
   */
  static List<String> of(String text, int limit, BitSet capitals) {
    var words = new ArrayList<String>(Math.min(limit, 16 + text.length() / 6));
    var at = 0;
    var begins = true;
    while (at < text.length() && words.size() < limit) {
      var c = text.codePointAt(at);
      if (!isWordPart(c)) {
        begins |= c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '“';
        at += Character.charCount(c);
        continue;
      }
      var end = endOfWord(text, at);
      if (!begins && Character.isUpperCase(c)) {
        capitals.set(words.size());
      }
      begins = false;
      addWord(text.substring(at, end), words, limit);
      at = end;
    }
    return words;
  }

  private static int endOfWord(String text, int start) {
    var at = start;
    while (at < text.length()) {
      var c = text.codePointAt(at);
      if (isWordPart(c)) {
        if (at > start && isDigit(text.charAt(at - 1)) && isUnspaced(c)) {
          break;
        }
        at += Character.charCount(c);
        if (isUnspaced(c) && at < text.length() && isDigit(text.charAt(at))) {
          break;
        }
      } else if (isJoint(c) && at + 1 < text.length() && isWordPart(text.codePointAt(at + 1))) {
        at++;
      } else if (isDigitJoint(c)
          && isDigit(text.charAt(at - 1))
          && at + 1 < text.length()
          && isDigit(text.charAt(at + 1))) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static void addWord(String surface, List<String> words, int limit) {
    var word = surface.equals("US") ? "u.s" : fold(surface);
    if (word.endsWith("'s")) {
      word = word.substring(0, word.length() - 2);
    }
    if (isDigit(word.charAt(0))) {
      word = number(word);
    }
    if (!isUnspaced(word)) {
      words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
      return;
    }
    for (var i = 0; i < Math.max(1, word.length() - 1) && words.size() < limit; i++) {
      words.add(word.substring(i, Math.min(i + 2, word.length())));
    }
  }

  /** Lower case without accents; {@code ’} is {@code '}. */
  static String fold(String word) {
    var ascii = true;
    var small = true;
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      ascii &= c < 128;
      small &= c < 'A' || c > 'Z';
    }
    if (ascii) {
      return small ? word : word.toLowerCase(Locale.ROOT);
    }
    var lower = Normalizer.normalize(word.replace('’', '\''), Normalizer.Form.NFKD);
    var out = new StringBuilder(lower.length());
    lower
        .codePoints()
        .filter(c -> !isAccent(c))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : Character.toLowerCase(c))
        .forEach(c -> append(c, out));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Letters with a stroke, and two in one, that no decomposition takes apart. */
  private static void append(int c, StringBuilder out) {
    switch (c) {
      case 'ł' -> out.append('l');
      case 'ø' -> out.append('o');
      case 'đ', 'ð' -> out.append('d');
      case 'ı' -> out.append('i');
      case 'ß' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'þ' -> out.append("th");
      default -> out.appendCodePoint(c);
    }
  }

  /**
   * Marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters; the vowels of Indic scripts stay.
   */
  private static boolean isAccent(int c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x64b && c <= 0x65f);
  }

  private static boolean isWordPart(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isJoint(int c) {
    return c == '\'' || c == '’' || c == '.' || c == '&';
  }

  /** Within 1,700 and 8,6 and 3-1. */
  private static boolean isDigitJoint(int c) {
    return c == ',' || c == '-' || c == '–' || c == ':';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** 1,700 and 1.700 are 1700; 8,6 is 8.6; 3:1 and 3–1 are 3-1. */
  private static String number(String word) {
    if (THOUSANDS.matcher(word).matches()) {
      return word.replace(",", "").replace(".", "");
    }
    return word.replace(',', '.').replace('–', '-').replace(':', '-');
  }

  static boolean isUnspaced(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (isUnspaced(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Kana, Han, Hangul, Thai, Lao, Khmer, Burmese. */
  private static boolean isUnspaced(int c) {
    return c >= 0xe00
        && (c <= 0xeff
            || (c >= 0x1000 && c <= 0x109f)
            || (c >= 0x1780 && c <= 0x17ff)
            || (c >= 0x3040 && c <= 0x30ff)
            || (c >= 0x3400 && c <= 0x9fff)
            || (c >= 0xac00 && c <= 0xd7af));
  }
}

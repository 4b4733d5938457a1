package org.slugline.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Letters as they are compared: case and accents folded, scripts without spaces between words
 * written as overlapping pairs. What is indexed and what is asked for go the same way.
 */
final class Folding {
  /** A mark that is dropped where it stands. */
  static final char NOTHING = 0;

  /** All alphabets with accents that readers leave out lie below; above, a mark is a letter. */
  private static final int TABLE = 0x2100;

  private static final char[] PLAIN = new char[TABLE];

  static {
    for (var c = 0; c < TABLE; c++) {
      PLAIN[c] = folded((char) c);
    }
  }

  private Folding() {}

  /**
   * One letter, lower case and without its accent; {@link #NOTHING} for an accent by itself. Those
   * of {@link #spelled} stay as they are.
   */
  static char plain(char letter) {
    if (letter < TABLE) {
      return PLAIN[letter];
    }
    return letter > '\uFF00' && letter < '\uFF5F'
        ? PLAIN[letter - 0xFEE0]
        : Character.toLowerCase(letter);
  }

  /** The two letters that one is spelled with where it cannot be typed; "" for all others. */
  static String spelled(char letter) {
    return switch (letter) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'þ', 'Þ' -> "th";
      default -> "";
    };
  }

  /** What the index is given. Letters for private use, which mark facts there, are taken out. */
  static String indexed(String text) {
    if (isAscii(text)) {
      return text;
    }
    return paired(plain(text), true);
  }

  /** Like {@link #indexed}, of what was typed: its last run of pairs may go on in the text. */
  static String asked(String typed) {
    return paired(plain(typed), false);
  }

  static boolean unspaced(int letter) {
    if (letter < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR, TIBETAN -> isWord(letter);
      default -> letter == 'ー';
    };
  }

  /** What words are made of; the tokenizer of the table goes by the same. */
  static boolean isWord(int letter) {
    return Character.isLetterOrDigit(letter)
        || switch (Character.getType(letter)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  static String plain(String text) {
    var whole =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    var out = new StringBuilder(whole.length() + 16);
    for (var i = 0; i < whole.length(); i++) {
      var letter = whole.charAt(i);
      var spelled = spelled(letter);
      if (!spelled.isEmpty()) {
        out.append(spelled);
        continue;
      }
      var plain = plain(letter);
      if (plain != NOTHING && Character.getType(plain) != Character.PRIVATE_USE) {
        out.append(plain);
      }
    }
    return out.toString();
  }

  /**
   * 東京都 becomes 東京 京都 都: pairs, and the last letter alone, so that any single one begins something.
   *
   * @param ended whether the last run ends where the text ends
   */
  private static String paired(String text, boolean ended) {
    if (text.codePoints().noneMatch(Folding::unspaced)) {
      return text;
    }
    var out = new StringBuilder(text.length() * 3);
    var points = text.codePoints().toArray();
    for (var i = 0; i < points.length; i++) {
      if (!unspaced(points[i])) {
        out.appendCodePoint(points[i]);
        continue;
      }
      var first = i;
      while (i + 1 < points.length && unspaced(points[i + 1])) {
        out.append(' ').appendCodePoint(points[i]).appendCodePoint(points[++i]);
      }
      if (ended || i == first || goesOn(points, i + 1)) {
        out.append(' ').appendCodePoint(points[i]);
      }
      out.append(' ');
    }
    return out.toString();
  }

  private static boolean goesOn(int[] points, int from) {
    for (var i = from; i < points.length; i++) {
      if (isWord(points[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static char folded(char letter) {
    if (letter < 128) {
      return Character.toLowerCase(letter);
    }
    var type = Character.getType(letter);
    if ((letter < 0x0900 && type == Character.NON_SPACING_MARK)
        || letter == '\u0640'
        || type == Character.FORMAT) {
      return NOTHING;
    }
    if (letter >= 0x0900 && letter < 0x1D00) {
      return letter;
    }
    return switch (letter) {
      case 'ı', 'İ' -> 'i';
      case 'ł', 'Ł' -> 'l';
      case 'ø', 'Ø' -> 'o';
      case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
      case 'ħ', 'Ħ' -> 'h';
      case 'ŧ', 'Ŧ' -> 't';
      case 'ς' -> 'σ';
      default ->
          Character.toLowerCase(
              Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0));
    };
  }
}

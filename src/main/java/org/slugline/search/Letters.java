package org.slugline.search;

import java.lang.Character.UnicodeScript;

/**
 * Scripts that put no spaces between words: their runs are indexed and asked for as overlapping
 * pairs of letters.
 */
final class Letters {
  private Letters() {}

  static boolean unspaced(int letter) {
    if (letter < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** The text with each run of such letters written as pairs: 東京都 becomes 東京 京都. */
  static String paired(String text) {
    if (text.codePoints().noneMatch(Letters::unspaced)) {
      return text;
    }
    var out = new StringBuilder(text.length() * 2);
    var points = text.codePoints().toArray();
    for (var i = 0; i < points.length; i++) {
      if (!unspaced(points[i])) {
        out.appendCodePoint(points[i]);
        continue;
      }
      var start = i;
      while (i + 1 < points.length && unspaced(points[i + 1])) {
        i++;
      }
      out.append(' ');
      for (var j = start; j < i || j == start; j++) {
        out.appendCodePoint(points[j]);
        if (j < i) {
          out.appendCodePoint(points[j + 1]);
        }
        out.append(' ');
      }
    }
    return out.toString();
  }
}

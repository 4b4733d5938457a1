package org.slugline.feed;

/** What of a text a document can carry, and a validator lets pass. */
final class LegalText {
  /** What Windows-1252 has at 0x80 to 0x9F: where these stand in a text, that was meant. */
  private static final String WINDOWS =
      "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
          + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

  private LegalText() {}

  /**
   * The text without what XML 1.0 §2.2 forbids and what it discourages: control characters and what
   * is no character go, C1 controls become the Windows letters that were meant by them, half a
   * surrogate and the sign for a letter that was lost become a question mark. JSON could carry some
   * of them; its readers could not.
   */
  static String of(String text) {
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c < ' ' ? c != '\t' && c != '\n' : c >= 0x7F && (c < 0xA0 || c >= 0xD800)) {
        if (!isFine(c)) {
          return mended(text, at);
        }
      }
    }
    return text;
  }

  // of those above the surrogates
  private static boolean isFine(char c) {
    return c >= 0xE000 && c < 0xFFFD && (c < 0xFDD0 || c > 0xFDEF);
  }

  /** The same on one line, blanks folded: for titles, names and attributes. */
  static String line(String text) {
    var legal = of(text);
    return isFolded(legal) ? legal : folded(legal);
  }

  private static boolean isFolded(String text) {
    var blank = true;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c < ' ' || c == '\u2028' || c == '\u2029' || (c == ' ' && blank)) {
        return false;
      }
      blank = c == ' ';
    }
    return text.isEmpty() || !blank;
  }

  private static String folded(String legal) {
    var folded = new StringBuilder(legal.length());
    for (var at = 0; at < legal.length(); at++) {
      var c = legal.charAt(at);
      if (c > ' ' && c != '\u2028' && c != '\u2029') {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().stripTrailing();
  }

  private static String mended(String text, int from) {
    var mended = new StringBuilder(text.length()).append(text, 0, from);
    for (var at = from; at < text.length(); ) {
      var c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\r') {
        if (at == text.length() || text.charAt(at) != '\n') {
          mended.append('\n');
        }
      } else if (c < ' ') {
        if (c == '\t' || c == '\n') {
          mended.append((char) c);
        }
      } else if (c >= 0x7F && c < 0xA0) {
        control(c, mended);
      } else if ((c >= 0xD800 && c < 0xE000) || c == 0xFFFD) {
        mended.append('?');
      } else if ((c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF)) {
        mended.appendCodePoint(c);
      }
    }
    return mended.toString();
  }

  private static void control(int c, StringBuilder mended) {
    if (c == 0x85) {
      mended.append('\n'); // the one that is a control in earnest: NEL
    } else if (c >= 0x80 && WINDOWS.charAt(c - 0x80) != 0) {
      mended.append(WINDOWS.charAt(c - 0x80));
    }
  }
}

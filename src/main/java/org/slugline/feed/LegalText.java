package org.slugline.feed;

/** What of a text a document can carry. */
final class LegalText {
  private LegalText() {}

  /**
   * The text without what XML 1.0 §2.2 forbids: control characters and U+FFFE, U+FFFF are left out,
   * a lone surrogate becomes U+FFFD. JSON could carry some of them; its readers could not.
   */
  static String of(String text) {
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c < ' ' ? c != '\t' && c != '\n' : c >= 0xD800 && (c < 0xE000 || c > 0xFFFD)) {
        return mended(text, at);
      }
    }
    return text;
  }

  /** The same on one line, blanks folded: for titles, names and attributes. */
  static String line(String text) {
    var legal = of(text);
    var folded = new StringBuilder(legal.length());
    for (var at = 0; at < legal.length(); at++) {
      var c = legal.charAt(at);
      if (c > ' ' && c != '\u0085' && c != '\u2028' && c != '\u2029') {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().stripTrailing();
  }

  private static String mended(String text, int from) {
    var mended = new StringBuilder(text.length()).append(text, 0, from);
    for (var at = from; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '\r') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
          mended.append('\n');
        }
      } else if (c >= ' ' ? c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) : c == '\t' || c == '\n') {
        mended.append(c);
      } else if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        mended.append(c).append(text.charAt(++at));
      } else if (Character.isSurrogate(c)) {
        mended.append('\uFFFD');
      }
    }
    return mended.toString();
  }
}

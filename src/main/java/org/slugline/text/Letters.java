package org.slugline.text;

/**
 * Letters as markup: escaped so that they stay text in HTML and XML alike, without what XML 1.0
 * §2.2 cannot carry, for the same markup is printed in pages and in feeds.
 */
final class Letters {
  private Letters() {}

  /** Into the text of an element; a carriage return is the line feed that parsers make of it. */
  static void text(String text, StringBuilder out) {
    var from = 0;
    var length = text.length();
    for (var i = 0; i < length; i++) {
      var letter = text.charAt(i);
      if (isPlain(letter)) {
        continue;
      }
      out.append(text, from, i);
      from = i + 1;
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> {
          if (i + 1 == length || text.charAt(i + 1) != '\n') {
            out.append('\n');
          }
        }
        case '\f' -> out.append(' ');
        default -> i = odd(text, i, out);
      }
      from = i + 1;
    }
    out.append(text, from, length);
  }

  /** Into an attribute between double quotes; blanks and controls become spaces. */
  static void attribute(String value, StringBuilder out) {
    for (var i = 0; i < value.length(); i++) {
      var letter = value.charAt(i);
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '`' -> out.append("&#96;"); // a quote to elder browsers
        case '\t', '\n', '\r', '\f' -> out.append(' ');
        default -> {
          if (isPlain(letter)) {
            out.append(letter);
          } else {
            i = odd(value, i, out);
          }
        }
      }
    }
  }

  private static boolean isPlain(char letter) {
    return letter < 0x7f
        ? letter >= ' '
            ? letter != '&' && letter != '<' && letter != '>'
            : letter == '\n' || letter == '\t'
        : letter > 0x9f
            && (letter < 0xd800 || (letter > 0xdfff && letter < 0xfffe))
            && !overridesDirection(letter);
  }

  /**
   * U+202D and U+202E set letters in an order that is not theirs, over the end of their element:
   * markup has bdo for those who need it.
   */
  static boolean overridesDirection(char letter) {
    return letter == 0x202d || letter == 0x202e;
  }

  /** A whole pair of surrogates stays; halves, controls and what is no character go. */
  private static int odd(String text, int at, StringBuilder out) {
    if (Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      out.append(text, at, at + 2);
      return at + 1;
    }
    return at;
  }
}

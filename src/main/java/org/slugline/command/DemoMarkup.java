package org.slugline.command;

/** Text as XML and HTML print it. */
final class DemoMarkup {
  private DemoMarkup() {}

  /** Escapes for element content and double-quoted attributes; drops what XML 1.0 §2.2 forbids. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints().filter(DemoMarkup::allowed).forEach(c -> append(out, c));
    return out.toString();
  }

  /** {@code <name>text</name>} and a line's end. */
  static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">\n";
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}

package org.slugline.feed;

/**
 * Marks of direction within a text, so tamed that they cannot reach the words printed beside it:
 * overrides go (U+202D, U+202E), embeddings and isolates that were left open are closed at the end.
 * Marks without an end (U+200E, U+200F, U+061C) stay.
 */
final class Directions {
  private static final char POP_EMBEDDING = '\u202c';
  private static final char POP_ISOLATE = '\u2069';
  private static final int DEEPEST = 60;

  private Directions() {}

  static String tame(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i))) {
        return tamed(text, i);
      }
    }
    return text;
  }

  private static boolean isMark(char letter) {
    return letter >= 0x202a && (letter <= 0x202e || (letter >= 0x2066 && letter <= 0x2069));
  }

  private static String tamed(String text, int from) {
    var out = new StringBuilder(text.length() + 4).append(text, 0, from);
    var ends = new StringBuilder();
    for (var i = from; i < text.length(); i++) {
      var letter = text.charAt(i);
      switch (letter) {
        case '\u202d', '\u202e' -> {}
        case '\u202a', '\u202b' -> open(letter, POP_EMBEDDING, ends, out);
        case '\u2066', '\u2067', '\u2068' -> open(letter, POP_ISOLATE, ends, out);
        case POP_EMBEDDING, POP_ISOLATE -> {
          if (!ends.isEmpty() && ends.charAt(ends.length() - 1) == letter) {
            ends.setLength(ends.length() - 1);
            out.append(letter);
          }
        }
        default -> out.append(letter);
      }
    }
    return out.append(ends.reverse()).toString();
  }

  private static void open(char letter, char end, StringBuilder ends, StringBuilder out) {
    if (ends.length() < DEEPEST) {
      ends.append(end);
      out.append(letter);
    }
  }
}

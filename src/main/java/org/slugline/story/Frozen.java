package org.slugline.story;

import java.util.Arrays;

/**
 * A piece's vector as it is stored. Three lines: {@code term:weight} by blanks, weights in base 36
 * of {@link LivePiece#ONE}, a plus where it stands in the headline; then the sketch of its text,
 * base 36, by blanks; then its language.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Frozen(String[] terms, int[] weights, boolean[] inTitle, int[] sketch, String language) {
  private static final int RADIX = 36;

  String text() {
    var out = new StringBuilder(terms.length * 12 + sketch.length * 7);
    for (var i = 0; i < terms.length; i++) {
      out.append(i > 0 ? " " : "").append(terms[i]).append(':');
      out.append(Integer.toString(weights[i], RADIX)).append(inTitle[i] ? "+" : "");
    }
    out.append('\n');
    for (var i = 0; i < sketch.length; i++) {
      out.append(i > 0 ? " " : "").append(Integer.toString(sketch[i], RADIX));
    }
    return out.append('\n').append(language).toString();
  }

  /** A vector read back. */
  record Thawed(Vector vector, String language) {}

  /** Reads what {@link #text} wrote, one after another: a start reads a week of them. */
  static final class Thawing {
    private static final Thawed NOTHING = new Thawed(Vector.NONE, "");

    private final Vocabulary vocabulary;
    private int[] terms = new int[64];
    private int[] weights = new int[64];
    private boolean[] inTitle = new boolean[64];
    private String language = "";

    Thawing(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    /** Of a vector that was let go nothing is left. */
    Thawed of(String text) {
      var lineEnd = text.indexOf('\n');
      if (lineEnd < 0) {
        return NOTHING;
      }
      var size = 0;
      for (var at = 0; at < lineEnd; size++) {
        if (size == terms.length) {
          makeRoom();
        }
        var colon = text.indexOf(':', at);
        terms[size] = vocabulary.intern(text, at, colon);
        var end = endOfNumber(text, colon + 1);
        weights[size] = number(text, colon + 1, end);
        inTitle[size] = text.charAt(end) == '+';
        at = inTitle[size] ? end + 2 : end + 1;
      }
      var sketchEnd = text.indexOf('\n', lineEnd + 1);
      if (!text.startsWith(language, sketchEnd + 1)
          || text.length() - sketchEnd - 1 != language.length()) {
        language = text.substring(sketchEnd + 1);
      }
      var own = Arrays.copyOf(terms, size);
      var titles = Arrays.copyOf(inTitle, size);
      return new Thawed(
          new Vector(
              own,
              Arrays.copyOf(weights, size),
              titles,
              sketch(text, lineEnd + 1, sketchEnd),
              Marks.of(own, titles, vocabulary)),
          language);
    }

    private static int[] sketch(String text, int from, int end) {
      var sketch = new int[from == end ? 0 : blanks(text, from, end) + 1];
      var at = from;
      for (var i = 0; i < sketch.length; i++) {
        var stop = endOfNumber(text, at);
        sketch[i] = number(text, at, stop);
        at = stop + 1;
      }
      return sketch;
    }

    private void makeRoom() {
      terms = Arrays.copyOf(terms, terms.length * 2);
      weights = Arrays.copyOf(weights, terms.length);
      inTitle = Arrays.copyOf(inTitle, terms.length);
    }
  }

  /** As {@link Integer#toString(int, int)} wrote it; the JDK's own takes twice as long. */
  private static int number(String text, int from, int end) {
    var negative = text.charAt(from) == '-';
    var number = 0;
    for (var i = negative ? from + 1 : from; i < end; i++) {
      var digit = text.charAt(i);
      number = number * RADIX + (digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    return negative ? -number : number;
  }

  /** Where a blank, a plus or the end of the line stands. */
  private static int endOfNumber(String text, int from) {
    var at = from;
    while (text.charAt(at) > '+') {
      at++;
    }
    return at;
  }

  private static int blanks(String text, int from, int end) {
    var blanks = 0;
    for (var at = text.indexOf(' ', from, end); at >= 0; at = text.indexOf(' ', at + 1, end)) {
      blanks++;
    }
    return blanks;
  }
}

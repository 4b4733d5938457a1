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

  static Frozen parse(String text) {
    var lineEnd = text.indexOf('\n');
    if (lineEnd < 0) {
      return new Frozen(new String[0], new int[0], new boolean[0], new int[0], "");
    }
    var size = lineEnd == 0 ? 0 : blanks(text, lineEnd) + 1;
    var terms = new String[size];
    var weights = new int[size];
    var inTitle = new boolean[size];
    var at = 0;
    for (var i = 0; i < size; i++) {
      var colon = text.indexOf(':', at);
      var end = i == size - 1 ? lineEnd : text.indexOf(' ', colon);
      terms[i] = text.substring(at, colon);
      inTitle[i] = text.charAt(end - 1) == '+';
      weights[i] = Integer.parseInt(text, colon + 1, inTitle[i] ? end - 1 : end, RADIX);
      at = end + 1;
    }
    var sketchEnd = text.indexOf('\n', lineEnd + 1);
    var hashes = text.substring(lineEnd + 1, sketchEnd);
    var sketch =
        hashes.isEmpty()
            ? new int[0]
            : Arrays.stream(hashes.split(" ")).mapToInt(x -> Integer.parseInt(x, RADIX)).toArray();
    return new Frozen(terms, weights, inTitle, sketch, text.substring(sketchEnd + 1));
  }

  private static int blanks(String text, int end) {
    var blanks = 0;
    for (var i = 0; i < end; i++) {
      if (text.charAt(i) == ' ') {
        blanks++;
      }
    }
    return blanks;
  }
}

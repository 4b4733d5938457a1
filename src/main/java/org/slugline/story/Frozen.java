package org.slugline.story;

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
    var size = lineEnd == 0 ? 0 : blanks(text, 0, lineEnd) + 1;
    var terms = new String[size];
    var weights = new int[size];
    var inTitle = new boolean[size];
    var at = 0;
    for (var i = 0; i < size; i++) {
      var colon = text.indexOf(':', at);
      var end = i == size - 1 ? lineEnd : text.indexOf(' ', colon);
      terms[i] = text.substring(at, colon);
      inTitle[i] = text.charAt(end - 1) == '+';
      weights[i] = number(text, colon + 1, inTitle[i] ? end - 1 : end);
      at = end + 1;
    }
    var sketchEnd = text.indexOf('\n', lineEnd + 1);
    var sketch = new int[sketchEnd == lineEnd + 1 ? 0 : blanks(text, lineEnd + 1, sketchEnd) + 1];
    at = lineEnd + 1;
    for (var i = 0; i < sketch.length; i++) {
      var end = i == sketch.length - 1 ? sketchEnd : text.indexOf(' ', at);
      sketch[i] = number(text, at, end);
      at = end + 1;
    }
    return new Frozen(terms, weights, inTitle, sketch, text.substring(sketchEnd + 1));
  }

  /** As {@link Integer#toString(int, int)} wrote it; a start reads millions of them. */
  private static int number(String text, int from, int end) {
    var negative = text.charAt(from) == '-';
    var number = 0;
    for (var i = negative ? from + 1 : from; i < end; i++) {
      var digit = text.charAt(i);
      number = number * RADIX + (digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    return negative ? -number : number;
  }

  private static int blanks(String text, int from, int end) {
    var blanks = 0;
    for (var at = text.indexOf(' ', from, end); at >= 0; at = text.indexOf(' ', at + 1, end)) {
      blanks++;
    }
    return blanks;
  }
}

package org.slugline.story;

/** The words of one piece after another, for a start that passes by all of them. */
final class Passing {
  private final int[] terms = new int[Signature.MOST];
  private final int[] weights = new int[Signature.MOST];
  private int size;

  /** The next piece. */
  void by(Vector vector) {
    size = 0;
    for (var i = 0; i < vector.terms().length; i++) {
      add(vector.terms()[i], vector.weights()[i]);
    }
  }

  void begin() {
    size = 0;
  }

  void add(int term, int weight) {
    terms[size] = term;
    weights[size++] = weight;
  }

  int size() {
    return size;
  }

  int term(int at) {
    return terms[at];
  }

  int weight(int at) {
    return weights[at];
  }
}

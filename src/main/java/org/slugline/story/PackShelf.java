package org.slugline.story;

import java.util.Arrays;

/** The words of a pack's pieces, as they stand in it. */
final class PackShelf implements LivePiece.Shelf {
  private static final int LOW = (1 << Pack.PLACE) - 1;

  private final int[] numbers;

  /** The vocabulary's number of each term that a live piece has. */
  private final int[] terms;

  private final Vocabulary vocabulary;

  PackShelf(int[] numbers, int[] terms, Vocabulary vocabulary) {
    this.numbers = numbers;
    this.terms = terms;
    this.vocabulary = vocabulary;
  }

  @Override
  public Vector vector(int head) {
    var size = numbers[head + Pack.SIZE];
    var own = new int[size];
    var weights = new int[size];
    var inTitle = new boolean[size];
    for (var i = 0; i < size; i++) {
      var number = numbers[head + Pack.HEAD + i];
      own[i] = terms[number >>> Pack.PLACE];
      weights[i] = (number & LOW) >>> 1;
      inTitle[i] = (number & 1) != 0;
    }
    var sketch = head + Pack.HEAD + size;
    return new Vector(
        own,
        weights,
        inTitle,
        Arrays.copyOfRange(numbers, sketch, sketch + numbers[head + Pack.SKETCH]),
        Marks.of(own, inTitle, vocabulary));
  }

  @Override
  public void pass(int head, Passing passing) {
    passing.begin();
    var end = head + Pack.HEAD + numbers[head + Pack.SIZE];
    for (var at = head + Pack.HEAD; at < end; at++) {
      passing.add(terms[numbers[at] >>> Pack.PLACE], (numbers[at] & LOW) >>> 1);
    }
  }
}

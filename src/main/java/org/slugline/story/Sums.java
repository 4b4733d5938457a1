package org.slugline.story;

/**
 * Sums up stories one after another, for a start: in arrays with a place for each term, where
 * {@link Tally#put} would look for one.
 */
final class Sums {
  private final Vocabulary vocabulary;
  private final Passing passing = new Passing();
  private final int[] sums;

  /** By number of a term: the last story that has it. */
  private final int[] stories;

  private int story;

  /** Of stories all whose terms are known. */
  Sums(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    sums = new int[vocabulary.limit()];
    stories = new int[vocabulary.limit()];
  }

  /**
   * Tells the vocabulary which terms a story has.
   *
   * @return the square of the length of the summed vectors
   */
  long square(Iterable<LivePiece> members) {
    story++;
    var square = 0L;
    for (var piece : members) {
      piece.pass(passing);
      for (var i = 0; i < passing.size(); i++) {
        var term = passing.term(i);
        if (stories[term] != story) {
          stories[term] = story;
          sums[term] = 0;
          vocabulary.spread(term, 1);
        }
        var weight = (long) passing.weight(i);
        square += 2 * weight * sums[term] + weight * weight;
        sums[term] += passing.weight(i);
      }
    }
    return square;
  }
}

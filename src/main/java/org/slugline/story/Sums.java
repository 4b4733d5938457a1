package org.slugline.story;

import java.util.Arrays;

/**
 * Sums up stories of several pieces one after another, for a start: in arrays with a place for each
 * term, where {@link Tally#put} would look for one.
 */
final class Sums {
  /** By number of a term: 1 + its place among those of the story in hand. */
  private int[] places = {};

  private int[] terms = new int[256];
  private int[] sums = new int[256];
  private int[] counts = new int[256];
  private int[] titles = new int[256];
  private int size;

  /** A story without members; numbers of terms are below the limit. */
  void begin(int limit) {
    if (places.length < limit) {
      places = new int[limit];
    }
    size = 0;
  }

  void add(LivePiece piece) {
    for (var i = 0; i < piece.terms.length; i++) {
      var at = place(piece.terms[i]);
      sums[at] += piece.weights[i];
      counts[at]++;
      titles[at] += piece.inTitle[i] ? 1 : 0;
    }
  }

  private int place(int term) {
    if (places[term] > 0) {
      return places[term] - 1;
    }
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, size * 2);
      sums = Arrays.copyOf(sums, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
      titles = Arrays.copyOf(titles, size * 2);
    }
    terms[size] = term;
    sums[size] = 0;
    counts[size] = 0;
    titles[size] = 0;
    places[term] = ++size;
    return size - 1;
  }

  /**
   * Gives the story its sums.
   *
   * @return the square of their length
   */
  long settle(Tally tally, Vocabulary vocabulary) {
    var square = 0L;
    for (var i = 0; i < size; i++) {
      places[terms[i]] = 0;
      square += (long) sums[i] * sums[i];
      vocabulary.spread(terms[i], 1);
    }
    tally.begin(
        Arrays.copyOf(terms, size),
        Arrays.copyOf(sums, size),
        Arrays.copyOf(counts, size),
        Arrays.copyOf(titles, size));
    return square;
  }
}

package org.slugline.story;

/** A piece in the live window. Its vector is frozen on arrival. */
final class LivePiece {
  /**
   * What a weight of 1 is in the whole numbers of a vector: sums of them do not depend on order.
   */
  static final int ONE = 1 << 14;

  final String id;
  final String outlet;

  /** Milliseconds since 1970, for likeness in time. */
  final long at;

  /** Milliseconds since 1970 on the engine's clock, for expiry. */
  final long arrival;

  final int[] terms;
  final int[] weights;

  /** See {@link Sketch}. */
  final int[] sketch;

  private LiveStory story;

  /** The piece whose text this one carries; itself where it is a report of its own. */
  LivePiece original;

  /** Scratch of {@link Candidates}: the search that saw this piece, and its likeness so far. */
  int search;

  long likeness;

  LivePiece(
      String id,
      String outlet,
      long at,
      long arrival,
      int[] terms,
      int[] weights,
      int[] sketch,
      LiveStory story) {
    this.id = id;
    this.outlet = outlet;
    this.at = at;
    this.arrival = arrival;
    this.terms = terms;
    this.weights = weights;
    this.sketch = sketch;
    this.story = story;
    this.original = this;
  }

  LiveStory story() {
    story = story.root();
    return story;
  }

  boolean has(int term) {
    for (var mine : terms) {
      if (mine == term) {
        return true;
      }
    }
    return false;
  }

  /** Dot product with a dense vector. */
  long dot(int[] dense) {
    var sum = 0L;
    for (var i = 0; i < terms.length; i++) {
      sum += (long) weights[i] * dense[terms[i]];
    }
    return sum;
  }
}

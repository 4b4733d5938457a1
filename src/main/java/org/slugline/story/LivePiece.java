package org.slugline.story;

import java.util.ArrayList;
import java.util.List;

/** A piece in the live window. Its vector is frozen on arrival. */
final class LivePiece {
  /**
   * What a weight of 1 is in the whole numbers of a vector: sums of them do not depend on order.
   */
  static final int ONE = 1 << 14;

  /** Stands where no piece lives. */
  static final LivePiece NONE =
      new LivePiece(
          "",
          "",
          "",
          0,
          0,
          new int[0],
          new int[0],
          new boolean[0],
          new int[0],
          Marks.NONE,
          new LiveStory(0));

  final String id;
  final String outlet;

  /** Primary subtag of BCP 47; {@code ""} is unknown. */
  final String language;

  /** Milliseconds since 1970, for likeness in time. */
  final long at;

  /** Milliseconds since 1970 on the engine's clock, for expiry. */
  final long arrival;

  final int[] terms;
  final int[] weights;

  /** Which of the terms stand in the headline. */
  final boolean[] inTitle;

  /** See {@link Sketch}. */
  final int[] sketch;

  final Marks marks;

  private LiveStory story;

  /** The piece whose text this one carries, by now perhaps gone; {@code ""} a report of its own. */
  String copyOf = "";

  /** Stories that it speaks for joining with its own. */
  final List<LiveStory> bridged = new ArrayList<>(0);

  LivePiece(
      String id,
      String outlet,
      String language,
      long at,
      long arrival,
      int[] terms,
      int[] weights,
      boolean[] inTitle,
      int[] sketch,
      Marks marks,
      LiveStory story) {
    this.id = id;
    this.outlet = outlet;
    this.language = language;
    this.at = at;
    this.arrival = arrival;
    this.terms = terms;
    this.weights = weights;
    this.inTitle = inTitle;
    this.sketch = sketch;
    this.marks = marks;
    this.story = story;
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

package org.slugline.story;

import java.util.ArrayList;
import java.util.List;

/** A piece in the live window. Its vector is frozen on arrival. */
final class LivePiece {
  /**
   * What a weight of 1 is in the whole numbers of a vector: sums of them do not depend on order.
   */
  static final int ONE = 1 << 14;

  /** Where the words wait of pieces that nobody has asked for them since the start. */
  interface Shelf {
    Vector vector(int place);

    /** As {@link #vector}, for one who passes by. */
    void pass(int place, Passing passing);
  }

  private static final Shelf NOWHERE =
      new Shelf() {
        @Override
        public Vector vector(int place) {
          return Vector.NONE;
        }

        @Override
        public void pass(int place, Passing passing) {
          passing.by(Vector.NONE);
        }
      };

  /** Stands where no piece lives. */
  static final LivePiece NONE = new LivePiece("", "", "", 0, 0, Vector.NONE, new LiveStory(0));

  final String id;
  final String outlet;

  /** Primary subtag of BCP 47; {@code ""} is unknown. */
  final String language;

  /** Milliseconds since 1970, for likeness in time. */
  final long at;

  /** Milliseconds since 1970 on the engine's clock, for expiry. */
  final long arrival;

  private Vector vector;
  private Shelf shelf = NOWHERE;
  private int place;
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
      Vector vector,
      LiveStory story) {
    this.id = id;
    this.outlet = outlet;
    this.language = language;
    this.at = at;
    this.arrival = arrival;
    this.vector = vector;
    this.story = story;
  }

  /** A piece taken back. */
  LivePiece(Placed placed, String language, Vector vector, LiveStory story) {
    this(
        placed.piece(),
        placed.outlet(),
        language,
        placed.at().toEpochMilli(),
        placed.arrival().toEpochMilli(),
        vector,
        story);
    copyOf = placed.copyOf();
  }

  /** ... whose words wait. */
  LivePiece(Placed placed, String language, Shelf shelf, int place, LiveStory story) {
    this(placed, language, Vector.NONE, story);
    this.shelf = shelf;
    this.place = place;
  }

  /** Its words and what they name; read now if they wait. */
  Vector vector() {
    if (shelf != NOWHERE) {
      vector = shelf.vector(place);
      shelf = NOWHERE;
    }
    return vector;
  }

  /** As {@link #vector()}, and what waits goes on waiting. */
  void pass(Passing passing) {
    if (shelf == NOWHERE) {
      passing.by(vector);
    } else {
      shelf.pass(place, passing);
    }
  }

  LiveStory story() {
    story = story.root();
    return story;
  }

  boolean has(int term) {
    for (var mine : vector().terms()) {
      if (mine == term) {
        return true;
      }
    }
    return false;
  }

  /** Dot product with a dense vector. */
  long dot(int[] dense) {
    var terms = vector().terms();
    var weights = vector.weights();
    var sum = 0L;
    for (var i = 0; i < terms.length; i++) {
      sum += (long) weights[i] * dense[terms[i]];
    }
    return sum;
  }
}

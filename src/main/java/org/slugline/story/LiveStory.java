package org.slugline.story;

import java.util.HashMap;
import java.util.Map;

/** A story that still takes pieces: its members' vectors summed. */
final class LiveStory {
  /** Rises with each story; of two that become one the smaller stays. */
  final long key;

  final Tally tally = new Tally();
  final Map<LiveStory, Integer> bridges = new HashMap<>();
  private LiveStory into = this;

  /** The square of the length of the summed vector, in units of {@code LivePiece.ONE} squared. */
  long square;

  int members;

  /** Members in the live window. */
  int alive;

  /** Earliest and latest time of a member, in milliseconds. */
  long first = Long.MAX_VALUE;

  long last = Long.MIN_VALUE;

  /** Scratch of {@link Candidates}: the search that met this story, and where it stands in it. */
  int search;

  int place;

  LiveStory(long key) {
    this.key = key;
  }

  LiveStory root() {
    var story = this;
    while (story.into != story) {
      story = story.into;
    }
    return story;
  }

  boolean isMerged() {
    return into != this;
  }

  void mergeInto(LiveStory elder) {
    into = elder;
  }

  /** Mean cosine between two members; a guess where there is but one. */
  double coherence() {
    var unit = (double) LivePiece.ONE * LivePiece.ONE;
    return members > 1 ? (square / unit / members - 1) / (members - 1) : 0.3;
  }
}

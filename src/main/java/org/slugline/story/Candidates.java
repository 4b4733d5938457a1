package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the few stories a piece may belong to, by its heaviest terms. */
final class Candidates {
  private static final int ASKED = 12;
  private static final int SCORED = 6;

  /** At least so many of the terms asked should be held by live pieces. */
  private static final int KNOWN = 5;

  private static final int NOWHERE = -1;

  /** Of a term's pieces only the latest so many are looked at: bounds the time of one piece. */
  private static final int DEEPEST = 4000;

  private final ArrayList<LivePiece> met = new ArrayList<>();
  private final ArrayList<LiveStory> stories = new ArrayList<>();
  private int search;

  /**
   * @param rough likeness to the story by the terms asked
   * @param nearest members
   */
  record Candidate(LiveStory story, double rough, Nearest nearest) {}

  List<Candidate> of(Query query, Vocabulary vocabulary, long horizon) {
    search++;
    met.clear();
    stories.clear();
    for (var at : heaviest(query, vocabulary, horizon)) {
      touch(vocabulary.postings(query.terms()[at]), query.weights()[at]);
    }
    for (var piece : met) {
      var story = piece.story();
      if (story.search != search) {
        story.search = search;
        story.rough = 0;
        story.place = NOWHERE;
        stories.add(story);
      }
      story.rough += piece.likeness;
    }
    var best = best();
    for (var piece : met) {
      var place = piece.story().place;
      if (place != NOWHERE) {
        best.get(place).nearest().offer(piece, piece.likeness);
      }
    }
    return best;
  }

  /** All live pieces that the last search met, with their rough likeness. */
  List<LivePiece> met() {
    return met;
  }

  private void touch(Postings postings, int weight) {
    for (var i = Math.max(postings.first(), postings.end() - DEEPEST); i < postings.end(); i++) {
      var piece = postings.piece(i);
      if (piece.search != search) {
        piece.search = search;
        piece.likeness = 0;
        met.add(piece);
      }
      piece.likeness += (long) weight * postings.weight(i);
    }
  }

  private List<Candidate> best() {
    var all = new ArrayList<Candidate>(SCORED + 1);
    for (var story : stories) {
      var rough = Evidence.cosine(story, story.rough);
      if (all.size() == SCORED && all.getLast().rough() >= rough) {
        continue;
      }
      var at = all.size();
      while (at > 0 && all.get(at - 1).rough() < rough) {
        at--;
      }
      all.add(at, new Candidate(story, rough, new Nearest()));
      if (all.size() > SCORED) {
        all.removeLast();
      }
    }
    for (var i = 0; i < all.size(); i++) {
      all.get(i).story().place = i;
    }
    return all;
  }

  /**
   * The places of the heaviest terms; of two alike the earlier. Where few of them are known here,
   * as with a language that few pieces have, the next that are.
   */
  private static int[] heaviest(Query query, Vocabulary vocabulary, long horizon) {
    var order = query.byWeight();
    var best = new int[order.length];
    var filled = 0;
    for (var i = 0; i < order.length && (i < ASKED || filled < KNOWN); i++) {
      var term = query.terms()[order[i]];
      if (term < 0) {
        continue;
      }
      var postings = vocabulary.postings(term);
      postings.expire(horizon);
      if (postings.first() < postings.end()) {
        best[filled++] = order[i];
      }
    }
    return Arrays.copyOf(best, filled);
  }
}

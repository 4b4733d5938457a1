package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the few stories a piece may belong to, by its heaviest terms. */
final class Candidates {
  private static final int ASKED = 12;
  private static final int SCORED = 6;

  /** Of a term's pieces only the latest so many are looked at: bounds the time of one piece. */
  private static final int DEEPEST = 4000;

  private final ArrayList<LivePiece> met = new ArrayList<>();
  private final ArrayList<LiveStory> stories = new ArrayList<>();
  private final ArrayList<Nearest> nearest = new ArrayList<>();
  private int search;

  /**
   * @param rough likeness to the story by the terms asked
   * @param nearest valid until the next search
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
        story.place = stories.size();
        stories.add(story);
        if (nearest.size() < stories.size()) {
          nearest.add(new Nearest());
        }
        nearest.get(story.place).clear();
      }
      nearest.get(story.place).offer(piece, piece.likeness);
    }
    return best();
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
      var near = nearest.get(story.place);
      var rough = Evidence.cosine(story, near.total());
      if (all.size() == SCORED && all.getLast().rough() >= rough) {
        continue;
      }
      var candidate = new Candidate(story, rough, near);
      var at = all.size();
      while (at > 0 && all.get(at - 1).rough() < rough) {
        at--;
      }
      all.add(at, candidate);
      if (all.size() > SCORED) {
        all.removeLast();
      }
    }
    return all;
  }

  /** The places of the heaviest terms that live pieces hold; of two alike the earlier. */
  private static int[] heaviest(Query query, Vocabulary vocabulary, long horizon) {
    var weights = query.weights();
    var best = new int[ASKED];
    var filled = 0;
    for (var i = 0; i < weights.length; i++) {
      if (query.terms()[i] < 0 || weights[i] == 0) {
        continue;
      }
      if (filled == ASKED && weights[best[ASKED - 1]] >= weights[i]) {
        continue;
      }
      var postings = vocabulary.postings(query.terms()[i]);
      postings.expire(horizon);
      if (postings.first() == postings.end()) {
        continue;
      }
      var at = filled < ASKED ? filled++ : ASKED - 1;
      while (at > 0 && weights[best[at - 1]] < weights[i]) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = i;
    }
    return Arrays.copyOf(best, filled);
  }
}

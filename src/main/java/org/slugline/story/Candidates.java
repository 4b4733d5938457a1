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

  private final Ring ring;
  private final ArrayList<LiveStory> stories = new ArrayList<>();

  /** A likeness fills these lower bits: 12 products of two weights, each of 14 bits. */
  private static final int LIKENESS = 36;

  private static final long LIKE = (1L << LIKENESS) - 1;

  /** Searches are told apart by what is left of a long. */
  private static final int SEARCHES = 1 << (63 - LIKENESS);

  /**
   * By number of a piece in the ring, modulo its room: the search that saw it, and its likeness in
   * the lower bits.
   */
  private long[] seen = {};

  private int[] met = new int[1024];

  /** Of those met, which of {@link #stories} each is in. */
  private int[] in = new int[1024];

  private int size;
  private int search;

  Candidates(Ring ring) {
    this.ring = ring;
  }

  /**
   * @param rough likeness to the story by the terms asked
   * @param nearest members
   */
  record Candidate(LiveStory story, double rough, Nearest nearest) {}

  List<Candidate> of(Query query, Vocabulary vocabulary) {
    size = 0;
    stories.clear();
    search++;
    if (seen.length != ring.room() || search % SEARCHES == 0) {
      seen = new long[ring.room()];
      search += search % SEARCHES == 0 ? 1 : 0;
    }
    for (var at : heaviest(query, vocabulary)) {
      touch(vocabulary.postings(query.terms()[at]), query.weights()[at]);
    }
    gather();
    var best = best();
    for (var i = 0; i < size; i++) {
      var place = stories.get(in[i]).place;
      if (place != NOWHERE) {
        best.get(place).nearest().offer(ring.get(met[i]), likeness(i));
      }
    }
    return best;
  }

  /** The stories of those met. */
  private void gather() {
    if (in.length < size) {
      in = new int[met.length];
    }
    for (var i = 0; i < size; i++) {
      var story = ring.story(met[i]);
      if (story.search != search) {
        story.search = search;
        story.rough = 0;
        story.place = NOWHERE;
        story.met = stories.size();
        stories.add(story);
      }
      story.rough += likeness(i);
      in[i] = story.met;
    }
  }

  /** How many live pieces the last search met. */
  int met() {
    return size;
  }

  LivePiece piece(int i) {
    return ring.get(met[i]);
  }

  /** Rough likeness of one that was met. */
  long likeness(int i) {
    return seen[met[i] & (seen.length - 1)] & LIKE;
  }

  private void touch(Postings postings, int weight) {
    var mask = seen.length - 1;
    var begun = (long) (search % SEARCHES) << LIKENESS;
    var first = Math.max(postings.first(), postings.end() - DEEPEST);
    if (size + postings.end() - first > met.length) {
      met = Arrays.copyOf(met, Math.max(met.length * 2, size + postings.end() - first));
    }
    for (var i = first; i < postings.end(); i++) {
      var number = postings.piece(i);
      var slot = number & mask;
      var before = seen[slot];
      if ((before & ~LIKE) != begun) {
        before = begun;
        met[size++] = number;
      }
      seen[slot] = before + (long) weight * postings.weight(i);
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
  private int[] heaviest(Query query, Vocabulary vocabulary) {
    var order = query.byWeight();
    var best = new int[order.length];
    var filled = 0;
    for (var i = 0; i < order.length && (i < ASKED || filled < KNOWN); i++) {
      var term = query.terms()[order[i]];
      if (term < 0) {
        continue;
      }
      var postings = vocabulary.postings(term);
      postings.expire(ring.eldest());
      if (postings.first() < postings.end()) {
        best[filled++] = order[i];
      }
    }
    return Arrays.copyOf(best, filled);
  }
}

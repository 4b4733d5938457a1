package org.slugline.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Places pieces into stories in order of arrival, each once. Pure: no clock, no disk. One thread at
 * a time.
 */
public final class Engine {
  private static final double TITLE = 1.7;
  private static final double NUMBER = 1.3;
  private static final double ALPHA = 0.75;
  private static final double IDF_POWER = 1.3;

  private final Rule rule;
  private final long window;
  private final Vocabulary vocabulary;
  private final Candidates candidates = new Candidates();
  private final ArrayDeque<LivePiece> expiry = new ArrayDeque<>();
  private int[] dense = new int[1024];
  private long clock = Long.MIN_VALUE;
  private int live;
  private long made;

  public Engine(Grouping grouping) {
    this(grouping, Rule.shipped(grouping.granularity()), Lexicon.shipped());
  }

  Engine(Grouping grouping, Rule rule, Lexicon lexicon) {
    this.rule = rule;
    this.window = grouping.window().toMillis();
    this.vocabulary = new Vocabulary(lexicon);
  }

  record Scored(double score, LiveStory story, double[] parts) {}

  LivePiece place(Piece piece) {
    clock = Math.max(clock, piece.seen().toEpochMilli());
    expire();
    var query = weigh(piece);
    var scored = score(query);
    var best = scored.isEmpty() || scored.getFirst().score() < 0 ? open() : scored.getFirst().story();
    var placed =
        new LivePiece(
            piece.id(),
            piece.outlet(),
            query.at(),
            clock,
            query.terms(),
            query.weights(),
            best);
    add(placed, query.dense(), best);
    for (var i = 0; i < query.terms().length; i++) {
      dense[query.terms()[i]] = 0;
    }
    var story = best;
    for (var i = 0; i < Math.min(4, scored.size()); i++) {
      story = bridge(story, scored.get(i).story().root(), scored.get(i).score());
    }
    return placed;
  }

  private Query weigh(Piece piece) {
    var signature = Signature.of(piece);
    var size = signature.size();
    var terms = new int[size];
    var idf = new double[size];
    var raw = new double[size];
    var square = 0.0;
    for (var i = 0; i < size; i++) {
      terms[i] = vocabulary.intern(signature.terms().get(i));
      idf[i] = vocabulary.idf(terms[i], live);
      raw[i] =
          Math.pow(TITLE * signature.title()[i] + signature.body()[i], ALPHA)
              * Math.pow(idf[i], IDF_POWER);
      if (Character.isDigit(signature.terms().get(i).charAt(0))) {
        raw[i] *= NUMBER;
      }
      square += raw[i] * raw[i];
    }
    if (dense.length < vocabulary.limit()) {
      dense = new int[vocabulary.limit() * 2];
    }
    var scale = LivePiece.ONE / Math.sqrt(square);
    var weights = new int[size];
    for (var i = 0; i < size; i++) {
      weights[i] = (int) Math.round(raw[i] * scale);
      dense[terms[i]] = weights[i];
    }
    return new Query(signature, piece.at().toEpochMilli(), terms, weights, idf, dense);
  }

  private List<Scored> score(Query query) {
    var scored = new ArrayList<Scored>();
    for (var candidate : candidates.of(query, vocabulary, clock - window)) {
      var parts = Evidence.of(query, candidate);
      scored.add(new Scored(rule.score(parts), candidate.story(), parts));
    }
    scored.sort((a, b) -> Double.compare(b.score(), a.score()));
    return scored;
  }

  private LiveStory open() {
    live++;
    return new LiveStory(made++);
  }

  private void add(LivePiece piece, int[] dense, LiveStory story) {
    var tally = story.tally;
    var square = 0L;
    for (var i = 0; i < piece.terms.length; i++) {
      var term = piece.terms[i];
      var at = tally.find(term);
      if (at < 0) {
        vocabulary.spread(term, 1);
      } else {
        square += 2L * piece.weights[i] * tally.sum(at);
      }
      square += (long) piece.weights[i] * piece.weights[i];
      tally.add(term, piece.weights[i], 1);
      vocabulary.postings(term).add(piece, piece.weights[i]);
    }
    story.square += square;
    story.members++;
    story.alive++;
    story.first = Math.min(story.first, piece.at);
    story.last = Math.max(story.last, piece.at);
    expiry.add(piece);
  }

  private void expire() {
    while (!expiry.isEmpty() && expiry.peek().arrival < clock - window) {
      var story = expiry.remove().story();
      if (--story.alive == 0) {
        end(story);
      }
    }
  }

  private void end(LiveStory story) {
    for (var slot = 0; slot < story.tally.slots(); slot++) {
      if (story.tally.term(slot) >= 0) {
        vocabulary.spread(story.tally.term(slot), -1);
      }
    }
    story.bridges.keySet().forEach(other -> other.bridges.remove(story));
    live--;
  }

  /**
   * The piece in {@code story} also fits {@code other}: enough such pieces, against the smaller,
   * make the two one, and the elder stays.
   */
  private LiveStory bridge(LiveStory story, LiveStory other, double score) {
    if (other == story || score < rule.bridge()) {
      return story;
    }
    var count = story.bridges.merge(other, 1, Integer::sum);
    other.bridges.put(story, count);
    if (count < rule.bridges() * Math.min(story.members, other.members)) {
      return story;
    }
    return story.key < other.key ? merge(story, other) : merge(other, story);
  }

  private LiveStory merge(LiveStory elder, LiveStory younger) {
    var dot = 0L;
    for (var slot = 0; slot < younger.tally.slots(); slot++) {
      var term = younger.tally.term(slot);
      if (term < 0) {
        continue;
      }
      var at = elder.tally.find(term);
      if (at >= 0) {
        dot += (long) elder.tally.sum(at) * younger.tally.sum(slot);
        vocabulary.spread(term, -1);
      }
      elder.tally.add(term, younger.tally.sum(slot), younger.tally.count(slot));
    }
    elder.square += younger.square + 2 * dot;
    elder.members += younger.members;
    elder.alive += younger.alive;
    elder.first = Math.min(elder.first, younger.first);
    elder.last = Math.max(elder.last, younger.last);
    elder.bridges.remove(younger);
    younger.bridges.forEach(
        (other, count) -> {
          other.bridges.remove(younger);
          if (other != elder) {
            var sum = elder.bridges.merge(other, count, Integer::sum);
            other.bridges.put(elder, sum);
          }
        });
    younger.mergeInto(elder);
    live--;
    return elder;
  }
}

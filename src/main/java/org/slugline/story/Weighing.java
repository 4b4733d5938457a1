package org.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighs a piece against the stories that it may belong to. One thread at a time. */
final class Weighing {
  /** On fewer words nothing is joined: many events are an earthquake. */
  private static final int LEAST = 2;

  private static final double REFUSED = -1;

  /** An outlet's pieces that are so far apart, in milliseconds, are no two versions of one. */
  private static final long DAILY = 18 * 3_600_000L;

  private final Rule rule;
  private final Reading reading;
  private final Vocabulary vocabulary;
  private final Habits habits;
  private final Candidates candidates;
  private int[] dense = new int[1024];

  Weighing(
      Rule rule, Reading reading, Vocabulary vocabulary, Habits habits, Candidates candidates) {
    this.rule = rule;
    this.reading = reading;
    this.vocabulary = vocabulary;
    this.habits = habits;
    this.candidates = candidates;
  }

  /** A story weighed: it takes the piece at 0 and above. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
  record Scored(double score, LiveStory story, double[] parts) {}

  /**
   * @param query to be {@link Query#clear cleared} before the next is asked
   * @param scored the likeliest stories, the best first
   */
  record Asked(Query query, List<Scored> scored) {}

  /**
   * @param live stories
   * @param isKept whether the piece will be, so that its terms are given numbers
   */
  Asked ask(Piece piece, int live, boolean isKept) {
    var told = Told.of(piece);
    var stock = Stock.underOthers(told, habits.latest(piece.outlet()), reading, vocabulary);
    var query = weigh(piece, told.without(Stock.of(told, stock)), live, isKept);
    var found = candidates.of(query, vocabulary);
    var sharers = Stock.sharers(query, found);
    if (!sharers.isEmpty()) {
      query.clear();
      if (isKept) {
        vocabulary.release(query.terms());
      }
      sharers.addAll(stock);
      query = weigh(piece, told.without(Stock.of(told, sharers)), live, isKept);
      found = candidates.of(query, vocabulary);
    }
    return new Asked(query, score(query, piece.outlet(), found, live));
  }

  /** A live piece as a question. */
  Query again(LivePiece piece, int live) {
    return Query.again(piece, vocabulary, live, dense());
  }

  private Query weigh(Piece piece, Told told, int live, boolean isKept) {
    var signature = Signature.of(told, piece.language(), reading);
    return isKept
        ? Query.of(piece, signature, vocabulary, habits, live, dense())
        : Query.lookingUp(piece, signature, vocabulary, habits, live, dense());
  }

  private int[] dense() {
    if (dense.length < vocabulary.limit() + Signature.MOST) {
      dense = new int[(vocabulary.limit() + Signature.MOST) * 2];
    }
    return dense;
  }

  private List<Scored> score(
      Query query, String outlet, List<Candidates.Candidate> found, int live) {
    var scored = new ArrayList<Scored>();
    var evidence = Evidence.of(query, found, vocabulary, live);
    for (var i = 0; i < found.size(); i++) {
      var candidate = found.get(i);
      var parts = evidence[i];
      var score =
          isRefused(query, outlet, candidate)
              ? REFUSED
              : Abroad.isForeign(query, candidate)
                  ? Abroad.score(query, candidate.story(), parts, vocabulary)
                  : rule.score(parts);
      scored.add(new Scored(score, candidate.story(), parts));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored;
  }

  private static boolean isRefused(Query query, String outlet, Candidates.Candidate candidate) {
    return query.words() < LEAST
        || query.signature().isRoundUp()
        || isColumn(query, outlet, candidate)
        || (!outlet.isEmpty() && candidate.story().isFloodOf(outlet));
  }

  /**
   * What an outlet prints under one headline day after day is a column, a forecast, a list: no
   * event.
   */
  private static boolean isColumn(Query query, String outlet, Candidates.Candidate candidate) {
    if (outlet.isEmpty()) {
      return false;
    }
    for (var i = 0; i < candidate.nearest().size(); i++) {
      var other = candidate.nearest().piece(i);
      if (Math.abs(other.at - query.at()) > DAILY
          && other.outlet.equals(outlet)
          && query.hasHeadlineOf(other)) {
        return true;
      }
    }
    return false;
  }
}

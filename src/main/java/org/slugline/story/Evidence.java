package org.slugline.story;

import java.util.List;

/** Measures a piece against a story: one figure for each of {@link Parts}. */
final class Evidence {
  private static final double UNIT = (double) LivePiece.ONE * LivePiece.ONE;

  /** Fading of likeness, in days. */
  private static final double SIGMA = 4;

  /** How much of the penalty of their length large stories are spared. */
  private static final double PIVOT = 0.9;

  private static final int LEADING = 3;

  /** So many live stories are no crowd. */
  private static final double FEW = 60;

  /** Logarithm of some 150 live stories: no more and no less than usual. */
  private static final double ORDINARY = 5;

  private Evidence() {}

  static double cosine(LiveStory story, long dot) {
    return dot / UNIT * story.relief();
  }

  /** What the likeness to the sum of all members is multiplied by. */
  static double relief(int members, long square) {
    return members == 1
        ? 1
        : 1 / (members * Math.pow(Math.sqrt(square / UNIT) / members, 1 - PIVOT));
  }

  /** Of each candidate its {@link Parts}. */
  static double[][] of(
      Query query, List<Candidates.Candidate> candidates, Vocabulary vocabulary, int live) {
    var all = new double[candidates.size()][];
    for (var i = 0; i < all.length; i++) {
      all[i] = of(query, candidates.get(i), vocabulary, live);
    }
    for (var parts : all) {
      for (var other : all) {
        if (other != parts) {
          parts[Parts.RIVAL] = Math.max(parts[Parts.RIVAL], other[Parts.NEAR]);
        }
      }
    }
    return all;
  }

  private static double[] of(
      Query query, Candidates.Candidate candidate, Vocabulary vocabulary, int live) {
    var story = candidate.story();
    var terms = query.terms();
    var tally = story.tally();
    var dot = 0L;
    var shared = 0.0;
    var lead = 0.0;
    var leadAll = 0.0;
    var leads = 0;
    var mass = 0.0;
    var known = 0.0;
    for (var i = 0; i < terms.length; i++) {
      if (query.weights()[i] == 0) {
        continue;
      }
      var idf = query.idf()[i];
      mass += idf;
      var isLead = leads < LEADING && query.inTitle()[i];
      if (isLead) {
        leads++;
        leadAll += idf;
      }
      var at = terms[i] < 0 ? -1 : tally.find(terms[i]);
      if (at < 0) {
        continue;
      }
      dot += (long) query.weights()[i] * tally.sum(at);
      known += idf;
      var half = Math.min(1, 2.0 * tally.count(at) / story.members);
      shared += half * idf;
      if (isLead) {
        lead += half * idf;
      }
    }
    var days = days(query.at(), story);
    var fade = Math.exp(-days * days / (2 * SIGMA * SIGMA));
    var cos = cosine(story, dot);
    var mean = story.members == 1 ? cos : cos * Math.sqrt(story.square / UNIT) / story.members;
    var parts = new double[Parts.NAMES.size()];
    parts[Parts.COS] = cos * fade;
    parts[Parts.NEAR] = near(query, candidate) * fade;
    parts[Parts.LEAD] = leads > 0 ? lead / leadAll : 0.3;
    parts[Parts.EVIDENCE] = Math.log1p(shared) / 4;
    parts[Parts.TIGHT] = Math.min(1, mean * fade / Math.max(story.coherence(), 0.05) / 3);
    parts[Parts.NOVEL] = mass > 0 ? 1 - known / mass : 1;
    parts[Parts.GAP] = Math.log1p(days * 4) / 2;
    parts[Parts.CROWD] = Math.log(Math.max(live, FEW)) - ORDINARY;
    Contrast.fill(parts, query, story, vocabulary, live);
    parts[Parts.LENGTH] = Math.log1p(query.words()) - 2.5;
    return parts;
  }

  /** Days between the piece and the story's first or last, 0 within. */
  private static double days(long at, LiveStory story) {
    return Math.max(0, Math.max(at - story.last, story.first - at)) / 86_400_000.0;
  }

  /** Mean cosine with the nearest three members. */
  private static double near(Query query, Candidates.Candidate candidate) {
    var nearest = candidate.nearest();
    long a = 0;
    long b = 0;
    long c = 0;
    for (var i = 0; i < nearest.size(); i++) {
      var dot = nearest.piece(i).dot(query.dense());
      if (dot > a) {
        c = b;
        b = a;
        a = dot;
      } else if (dot > b) {
        c = b;
        b = dot;
      } else if (dot > c) {
        c = dot;
      }
    }
    return (a + b + c) / UNIT / Math.min(3, candidate.story().members);
  }
}

package org.slugline.story;

/**
 * What tells two events of one kind apart: each headline names a place, a figure or a rare word
 * that the other side lacks.
 */
final class Contrast {
  /** Brings rarities to about 1. */
  private static final double RARE = 10;

  /** Said by so many of the members it is the core of the story. */
  private static final double MOST = 0.6;

  /** Of each kind of term: how much the two share, and what each has alone. */
  private double shared;

  private double own;
  private double theirs;

  private Contrast() {}

  static void fill(double[] parts, Query query, LiveStory story, Vocabulary vocabulary, int live) {
    var place = new Contrast();
    var figure = new Contrast();
    var word = new Contrast();
    for (var i = 0; i < query.terms().length; i++) {
      var into = pick(query.kinds()[i], place, figure, word);
      into.own(query, i, story);
    }
    var core = core(query, story, vocabulary, live, place, figure, word);
    parts[Parts.PLACE] = place.shared;
    parts[Parts.ABROAD] = place.own > 0 && place.theirs > 0 ? 1 : 0;
    parts[Parts.FIGURE] = figure.shared;
    parts[Parts.MISCOUNT] = figure.own > 0 && figure.theirs > 0 ? 1 : 0;
    parts[Parts.CORE] = core;
    parts[Parts.CLASH] = Math.min(word.own, word.theirs) / RARE;
    parts[Parts.TEMPLATE] = parts[Parts.CLASH] * core;
  }

  private static Contrast pick(Query.Kind kind, Contrast place, Contrast figure, Contrast word) {
    return switch (kind) {
      case COUNTRY, STATE -> place;
      case FIGURE -> figure;
      case WORD -> word;
    };
  }

  private void own(Query query, int i, LiveStory story) {
    var at = query.terms()[i] < 0 ? -1 : story.tally.find(query.terms()[i]);
    var idf = query.idf()[i];
    if (at >= 0) {
      shared = Math.max(shared, idf / RARE * story.tally.count(at) / story.members);
    } else if (query.inTitle()[i]) {
      own = Math.max(own, idf);
    }
  }

  /**
   * @return the share of what most members say that the piece says too
   */
  private static double core(
      Query query,
      LiveStory story,
      Vocabulary vocabulary,
      int live,
      Contrast place,
      Contrast figure,
      Contrast word) {
    var tally = story.tally;
    var all = 0.0;
    var said = 0.0;
    for (var slot = 0; slot < tally.slots(); slot++) {
      var term = tally.term(slot);
      if (term < 0) {
        continue;
      }
      var headlined = tally.titles(slot) * 2 >= story.members;
      if (story.members == 1 ? !headlined : tally.count(slot) < MOST * story.members) {
        continue;
      }
      var idf = vocabulary.idf(term, live);
      var kind = vocabulary.kind(term);
      var has = query.has(term);
      if (kind == Query.Kind.WORD || kind == Query.Kind.FIGURE) {
        all += idf;
        said += has ? idf : 0;
      }
      if (!has && headlined) {
        var into = pick(kind, place, figure, word);
        into.theirs = Math.max(into.theirs, idf);
      }
    }
    return all > 0 ? said / all : 0.5;
  }
}

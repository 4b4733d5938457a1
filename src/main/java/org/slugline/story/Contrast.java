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

  private boolean own;
  private boolean theirs;

  /** Whether the piece has any, and the greatest share of the members that have one of them. */
  private boolean any;

  private double common;

  /** A day that so few of the members name is none of the story's. */
  private static final double SOME = 0.2;

  /** A story is about what so many of its headlines name. */
  private static final double ABOUT = 0.5;

  /** What so few of the members say the story does not know. */
  private static final double UNKNOWN = 0.1;

  /** A story with so many members is broad: it may take in what its core does not name. */
  private static final int BROAD = 16;

  /** A rarer name tells events apart. */
  private static final double TELLING = 3;

  private Contrast() {}

  /** Whether each of two stories is about a name, place or figure that the other does not know. */
  static boolean areApart(LiveStory a, LiveStory b, Vocabulary vocabulary, int live) {
    return Math.max(a.members, b.members) < BROAD
        && hasOwn(a, b, vocabulary, live)
        && hasOwn(b, a, vocabulary, live);
  }

  private static boolean hasOwn(LiveStory story, LiveStory other, Vocabulary vocabulary, int live) {
    var tally = story.tally();
    for (var slot = 0; slot < tally.slots(); slot++) {
      var term = tally.term(slot);
      if (term < 0
          || !vocabulary.kind(term).isNameOrPlace()
          || tally.titles(slot) < ABOUT * story.members
          || vocabulary.idf(term, live) < TELLING) {
        continue;
      }
      var at = other.tally().find(term);
      if (at < 0 || other.tally().count(at) <= UNKNOWN * other.members) {
        return true;
      }
    }
    return false;
  }

  static void fill(double[] parts, Query query, LiveStory story, Vocabulary vocabulary, int live) {
    var place = new Contrast();
    var figure = new Contrast();
    var day = new Contrast();
    var amount = new Contrast();
    for (var i = 0; i < query.terms().length; i++) {
      switch (query.kinds()[i]) {
        case COUNTRY, STATE -> place.compare(query, i, story);
        case FIGURE -> figure.compare(query, i, story);
        case DAY -> day.compare(query, i, story);
        case AMOUNT -> amount.compare(query, i, story);
        case WORD, NAME, NAMED, ROLE -> {}
      }
    }
    findTheirs(query, story, vocabulary, place, figure, day);
    parts[Parts.ABROAD] = place.own && place.theirs ? 1 : 0;
    parts[Parts.FIGURE] = figure.shared;
    parts[Parts.MISCOUNT] = figure.own && figure.theirs ? 1 : 0;
    parts[Parts.ELSEWHERE] = place.own && place.theirs && place.shared == 0 ? 1 : 0;
    parts[Parts.DAYS_APART] = day.any && day.common < SOME && day.theirs ? 1 : 0;
    parts[Parts.AMOUNT] = amount.shared;
    Strangers.fill(parts, query, story, vocabulary, live);
  }

  private void compare(Query query, int i, LiveStory story) {
    any = true;
    var at = query.terms()[i] < 0 ? -1 : story.tally().find(query.terms()[i]);
    if (at >= 0) {
      var share = (double) story.tally().count(at) / story.members;
      common = Math.max(common, share);
      shared = Math.max(shared, query.idf()[i] / RARE * share);
    } else {
      own |= query.inTitle()[i];
    }
  }

  private static void findTheirs(
      Query query,
      LiveStory story,
      Vocabulary vocabulary,
      Contrast place,
      Contrast figure,
      Contrast day) {
    var tally = story.tally();
    for (var term : story.core(vocabulary)) {
      var at = tally.find(term);
      var isAbout =
          tally.titles(at) >= ABOUT * story.members && tally.count(at) >= MOST * story.members;
      switch (vocabulary.kind(term)) {
        case COUNTRY, STATE -> place.theirs |= isAbout && !query.has(term);
        case FIGURE -> figure.theirs |= isAbout && !query.has(term);
        case DAY -> day.theirs = true;
        case AMOUNT, WORD, NAME, NAMED, ROLE -> {}
      }
    }
  }
}

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
    var tally = story.tally;
    for (var slot = 0; slot < tally.slots(); slot++) {
      var term = tally.term(slot);
      if (term < 0
          || vocabulary.kind(term) == Query.Kind.WORD
          || tally.titles(slot) < ABOUT * story.members
          || vocabulary.idf(term, live) < TELLING) {
        continue;
      }
      var at = other.tally.find(term);
      if (at < 0 || other.tally.count(at) <= UNKNOWN * other.members) {
        return true;
      }
    }
    return false;
  }

  static void fill(
      double[] parts, Query query, LiveStory story, Vocabulary vocabulary, int live) {
    var place = new Contrast();
    var figure = new Contrast();
    var tally = story.tally;
    var names = 0.0;
    var namesLost = 0.0;
    var known = 0.0;
    var knownLost = 0.0;
    var days = 0;
    var daysShared = false;
    var amounts = 0;
    var same = 0.0;
    var isEnglish = query.signature().language().isEmpty() || query.signature().language().equals("en");
    for (var i = 0; i < query.terms().length; i++) {
      switch (query.kinds()[i]) {
        case COUNTRY, STATE -> place.compare(query, i, story);
        case FIGURE -> figure.compare(query, i, story);
        case NAME -> {
          if (isEnglish && query.inTitle()[i] && query.weights()[i] > 0) {
            var lost = query.terms()[i] < 0 || tally.find(query.terms()[i]) < 0;
            names += query.idf()[i];
            namesLost += lost ? query.idf()[i] : 0;
            if (Lexicon.shipped().names().contains(query.signature().terms().get(i))) {
              known += query.idf()[i];
              knownLost += lost ? query.idf()[i] : 0;
            }
          }
        }
        case DAY -> {
          days++;
          var at = query.terms()[i] < 0 ? -1 : tally.find(query.terms()[i]);
          daysShared |= at >= 0 && tally.count(at) >= 0.2 * story.members;
        }
        case AMOUNT -> {
          amounts++;
          var at = query.terms()[i] < 0 ? -1 : tally.find(query.terms()[i]);
          if (at >= 0) {
            same = Math.max(same, query.idf()[i] / RARE * tally.count(at) / story.members);
          }
        }
        case WORD -> {}
      }
    }
    var theirNames = 0.0;
    var theirKnown = 0.0;
    var theirKnownLost = 0.0;
    var theirLost = 0.0;
    var theirDays = false;
    var unlike = false;
    for (var term : story.core(vocabulary)) {
      var at = tally.find(term);
      var inTitles = tally.titles(at) >= ABOUT * story.members;
      switch (vocabulary.kind(term)) {
        case COUNTRY, STATE ->
            place.theirs |= inTitles && tally.count(at) >= MOST * story.members && !query.has(term);
        case FIGURE ->
            figure.theirs |= inTitles && tally.count(at) >= MOST * story.members && !query.has(term);
        case NAME -> {
          if (inTitles) {
            var idf = vocabulary.idf(term, live);
            theirNames += idf;
            var lost = !query.has(term);
            theirLost += lost ? idf : 0;
            if (Lexicon.shipped().names().contains(vocabulary.name(term))) {
              theirKnown += idf;
              theirKnownLost += lost ? idf : 0;
            }
          }
        }
        case DAY -> theirDays = true;
        case AMOUNT -> {
          if (amounts > 0 && !query.has(term)) {
            unlike |= isUnlike(query, vocabulary.name(term));
          }
        }
        case WORD -> {}
      }
    }
    parts[Parts.ABROAD] = place.own && place.theirs ? 1 : 0;
    parts[Parts.FIGURE] = figure.shared;
    parts[Parts.MISCOUNT] = figure.own && figure.theirs ? 1 : 0;
    parts[Parts.NAMES_APART] =
        names > 0 && theirNames > 0 ? Math.min(namesLost / names, theirLost / theirNames) : 0;
    parts[Parts.KNOWN_APART] =
        known > 0 && theirKnown > 0 ? Math.min(knownLost / known, theirKnownLost / theirKnown) : 0;
    parts[Parts.ELSEWHERE] = place.own && place.theirs && place.shared == 0 ? 1 : 0;
    parts[Parts.DAYS_APART] = days > 0 && !daysShared && theirDays ? 1 : 0;
    parts[Parts.AMOUNTS_APART] = unlike ? 1 : 0;
    parts[Parts.AMOUNT] = same;
  }

  /** Whether the piece gives another number of the same thing, and not this one. */
  private static boolean isUnlike(Query query, String amount) {
    var of = amount.substring(0, amount.indexOf('/') + 1);
    for (var i = 0; i < query.terms().length; i++) {
      if (query.kinds()[i] == Query.Kind.AMOUNT && query.signature().terms().get(i).startsWith(of)) {
        return true;
      }
    }
    return false;
  }

  private void compare(Query query, int i, LiveStory story) {
    var at = query.terms()[i] < 0 ? -1 : story.tally.find(query.terms()[i]);
    if (at >= 0) {
      var share = (double) story.tally.count(at) / story.members;
      shared = Math.max(shared, query.idf()[i] / RARE * share);
    } else {
      own |= query.inTitle()[i];
    }
  }
}

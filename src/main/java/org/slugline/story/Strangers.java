package org.slugline.story;

/**
 * Names and numbers of each side that the other does not know: another victim of the same fighter,
 * another number of the same thing.
 */
final class Strangers {
  /** Brings rarities to about 1. */
  private static final double RARE = 10;

  /** Of a name that no live piece has. */
  private static final double UNHEARD = 9;

  private double all;
  private double lost;
  private double rarest;

  private Strangers() {}

  static void fill(double[] parts, Query query, LiveStory story, Vocabulary vocabulary, int live) {
    var mine = new Strangers();
    for (var i = 0; i < query.terms().length; i++) {
      if (query.kinds()[i] == Query.Kind.NAMED) {
        var name = query.bases()[i];
        mine.count(
            name < 0 ? UNHEARD : vocabulary.idf(name, live),
            name < 0 || story.tally().find(name) < 0);
      }
    }
    var theirs = new Strangers();
    for (var term : story.core(vocabulary)) {
      switch (vocabulary.kind(term)) {
        case NAMED -> {
          var name = vocabulary.base(term);
          theirs.count(vocabulary.idf(name, live), !query.has(name));
        }
        case AMOUNT -> {
          if (hasOther(query, term, story, vocabulary)) {
            parts[Parts.RECOUNT] = 1;
          }
        }
        case ROLE -> {
          if (Roles.areContrary(query, term, story, vocabulary)) {
            parts[Parts.ROLE] = 1;
          }
        }
        case WORD, NAME, FIGURE, COUNTRY, STATE, DAY -> {}
      }
    }
    var share = Math.min(mine.share(), theirs.share());
    parts[Parts.NAMED] = share * share;
    parts[Parts.STRANGERS] = Math.min(mine.rarest, theirs.rarest) / RARE;
  }

  private void count(double idf, boolean isLost) {
    all += idf;
    if (isLost) {
      lost += idf;
      rarest = Math.max(rarest, idf);
    }
  }

  /** The share of rarity that the other side does not have. */
  private double share() {
    return all > 0 ? lost / all : 0;
  }

  /** Whether the piece has not this amount but another of the same thing, unknown to the story. */
  private static boolean hasOther(Query query, int amount, LiveStory story, Vocabulary vocabulary) {
    if (query.has(amount)) {
      return false;
    }
    var unit = vocabulary.base(amount);
    for (var i = 0; i < query.terms().length; i++) {
      if (query.kinds()[i] == Query.Kind.AMOUNT
          && query.bases()[i] == unit
          && (query.terms()[i] < 0 || story.tally().find(query.terms()[i]) < 0)) {
        return true;
      }
    }
    return false;
  }
}

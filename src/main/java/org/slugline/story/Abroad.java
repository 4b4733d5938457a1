package org.slugline.story;

/**
 * Pieces in different languages share no words but names, figures and places: they join only where
 * these leave no doubt.
 */
final class Abroad {
  /** A word that both languages write alike and that is rarer than this is a name, mostly. */
  private static final double NAME = 4;

  /** A term counts where so many of the members hold it. */
  private static final double SHARE = 0.3;

  private Abroad() {}

  /** Whether the piece's language is known, and the nearest members are in others. */
  static boolean isForeign(Query query, Candidates.Candidate candidate) {
    var language = query.signature().language();
    var nearest = candidate.nearest();
    if (language.isEmpty()) {
      return false;
    }
    for (var i = 0; i < nearest.size(); i++) {
      var theirs = nearest.piece(i).language;
      if (theirs.isEmpty() || theirs.equals(language)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @return 0 and above where a place, a name and one more name or figure are the same, and no
   *     headline names a place or figure of its own
   */
  static double score(Query query, LiveStory story, double[] parts) {
    var names = 0;
    var figures = 0;
    var places = 0;
    for (var i = 0; i < query.terms().length; i++) {
      var at = query.terms()[i] < 0 ? -1 : story.tally.find(query.terms()[i]);
      if (at < 0 || story.tally.count(at) < SHARE * story.members) {
        continue;
      }
      switch (query.kinds()[i]) {
        case COUNTRY, STATE -> places++;
        case FIGURE -> figures++;
        case WORD, NAME -> names += query.idf()[i] >= NAME ? 1 : 0;
        case DAY, AMOUNT -> {}
      }
    }
    var certain =
        places > 0
            && names > 0
            && names + figures > 1
            && parts[Parts.ABROAD] == 0
            && parts[Parts.MISCOUNT] == 0;
    return certain ? 0.05 * (names + figures + places - 3) : -1;
  }
}

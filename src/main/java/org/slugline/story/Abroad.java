package org.slugline.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
  static double score(Query query, LiveStory story, double[] parts, Vocabulary vocabulary) {
    var names = 0;
    var figures = 0;
    var places = 0;
    for (var i = 0; i < query.terms().length; i++) {
      var at = query.terms()[i] < 0 ? -1 : story.tally().find(query.terms()[i]);
      if (at < 0 || story.tally().count(at) < SHARE * story.members) {
        continue;
      }
      switch (query.kinds()[i]) {
        case COUNTRY, STATE -> places++;
        case FIGURE -> figures++;
        case WORD, NAME -> names += query.idf()[i] >= NAME ? 1 : 0;
        case DAY, AMOUNT, NAMED, ROLE -> {}
      }
    }
    names += heard(query, story, vocabulary);
    var certain =
        places > 0
            && names > 0
            && names + figures > 1
            && parts[Parts.ABROAD] == 0
            && parts[Parts.MISCOUNT] == 0;
    return certain ? 0.05 * (names + figures + places - 3) : -1;
  }

  /** Names that one side writes in Greek or Cyrillic letters and the other in Latin. */
  private static int heard(Query query, LiveStory story, Vocabulary vocabulary) {
    var mine = new HashSet<String>();
    var isBeyond = false;
    for (var i = 0; i < query.terms().length; i++) {
      var name = query.signature().terms().get(i);
      var isMark = query.kinds()[i] == Query.Kind.NAMED;
      isBeyond |= isMark && Sound.isBeyondLatin(name.substring(1));
      if (isMark || (query.kinds()[i] == Query.Kind.NAME && query.idf()[i] >= NAME)) {
        mine.add(isMark ? name.substring(1) : name);
      }
    }
    var heard = new HashSet<String>();
    for (var term : common(story, vocabulary, isBeyond)) {
      for (var name : mine) {
        if (Sound.isBeyondLatin(name) == isBeyond
            && Sound.isBeyondLatin(term) != isBeyond
            && (!isBeyond || query.signature().terms().contains(Signature.NAMED + name))) {
          var sound = isBeyond ? Sound.of(name) : Sound.of(term);
          if (!sound.isEmpty() && Sound.isOf(isBeyond ? term : name, sound)) {
            heard.add(sound);
          }
        }
      }
    }
    return heard.size();
  }

  /** Names that enough of the members hold; where they are beyond Latin, marked ones only. */
  private static List<String> common(LiveStory story, Vocabulary vocabulary, boolean isLatin) {
    var names = new ArrayList<String>();
    for (var slot = 0; slot < story.tally().slots(); slot++) {
      var term = story.tally().term(slot);
      if (term < 0 || story.tally().count(slot) < SHARE * story.members) {
        continue;
      }
      var kind = vocabulary.kind(term);
      if (kind == Query.Kind.NAMED) {
        names.add(vocabulary.name(term).substring(1));
      } else if (isLatin && kind == Query.Kind.NAME) {
        names.add(vocabulary.name(term));
      }
    }
    return names;
  }
}

package org.slugline.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What is done to whom, and where: the word before a name together with the name. Two fights of one
 * champion share every word but these: <em>stops Reed</em>, <em>stops Barlow</em>.
 */
final class Roles {
  /** Further on a text tells what happened before. */
  private static final int WORDS = 40;

  private static final Set<String> WHERE = Set.of("in", "at");

  private Roles() {}

  /**
   * @return {@code ^stop/reed} for each name, which is its last word: people go by their surname
   */
  static List<String> of(List<String> words, BitSet raised, Reading reading) {
    var roles = new ArrayList<String>();
    var end = Math.min(WORDS, words.size());
    for (var i = raised.nextSetBit(0); i >= 0 && i < end; i = raised.nextSetBit(i + 1)) {
      var from = i;
      while (i + 1 < words.size() && raised.get(i + 1)) {
        i++;
      }
      var name = reading.of(words.get(i));
      if (from == 0 || name.term().length() < 3 || !name.day().isEmpty() || isNumber(name)) {
        continue;
      }
      var before = words.get(from - 1);
      var role = reading.of(before);
      if (WHERE.contains(before)) {
        roles.add(Signature.ROLE + before + "/" + name.term());
      } else if (!role.term().isEmpty() && !isNumber(role)) {
        roles.add(Signature.ROLE + role.term() + "/" + name.term());
      }
    }
    return roles;
  }

  private static boolean isNumber(Reading.Word word) {
    return Character.isDigit(word.term().charAt(0));
  }

  /** The word that fills the role of a mark. */
  static String name(String mark) {
    return mark.substring(mark.indexOf('/') + 1);
  }

  /**
   * Whether the piece has another name in a role of the story's, when the piece does not know the
   * story's name nor the story the piece's.
   */
  static boolean areContrary(Query query, int role, LiveStory story, Vocabulary vocabulary) {
    var kind = vocabulary.base(role);
    for (var i = query.terms().length - 1; i >= 0 && query.weights()[i] == 0; i--) {
      if (query.kinds()[i] != Query.Kind.ROLE || query.bases()[i] != kind) {
        continue;
      }
      var theirs = vocabulary.find(name(vocabulary.name(role)));
      if (query.terms()[i] == role || theirs < 0 || query.has(theirs)) {
        return false;
      }
      var mine = vocabulary.find(name(query.signature().terms().get(i)));
      if (mine < 0 || story.tally().find(mine) < 0) {
        return true;
      }
    }
    return false;
  }
}

package org.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Puts into words what the numbers said. */
final class Explanation {
  private static final int TERMS = 8;
  private static final int WHY = 4;

  private Explanation() {}

  static Reasons of(Query query, Weighing.Scored scored, Vocabulary vocabulary, Rule rule) {
    var tally = scored.story().tally();
    var terms = shared(query, vocabulary, TERMS, term -> tally.find(term) >= 0);
    var parts = new TreeMap<String, Double>();
    for (var i = 0; i < scored.parts().length; i++) {
      parts.put(Parts.NAMES.get(i), rule.weights()[i] * scored.parts()[i]);
    }
    return new Reasons(terms, figures(terms), places(query, vocabulary, tally), parts);
  }

  /**
   * @param story key of the story that the piece stands in
   */
  static List<Placement.Near> near(
      Query query, List<Ranking.Ranked> ranked, Vocabulary vocabulary, long story) {
    var near = new ArrayList<Placement.Near>(ranked.size());
    for (var other : ranked) {
      var why = shared(query, vocabulary, WHY, term -> other.piece().has(term));
      near.add(
          new Placement.Near(
              other.piece().id, other.score(), why, other.piece().story().key == story));
    }
    return near;
  }

  /** Like {@link #near}, but for the words: few of these lists are ever shown. */
  static List<Placement.Near> bare(List<Ranking.Ranked> ranked, long story) {
    var near = new ArrayList<Placement.Near>(ranked.size());
    for (var other : ranked) {
      near.add(
          new Placement.Near(
              other.piece().id, other.score(), List.of(), other.piece().story().key == story));
    }
    return near;
  }

  private static List<String> places(Query query, Vocabulary vocabulary, Tally tally) {
    var places = new ArrayList<String>();
    for (var term : query.terms()) {
      var name = term < 0 ? "" : vocabulary.name(term);
      if (name.length() > 2 && name.startsWith(Signature.PLACE) && tally.find(term) >= 0) {
        places.add(name.substring(1));
      }
    }
    return places;
  }

  private static List<String> figures(List<String> terms) {
    return terms.stream().filter(term -> Character.isDigit(term.charAt(0))).toList();
  }

  private static List<String> shared(
      Query query, Vocabulary vocabulary, int limit, IntPredicate has) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < query.terms().length; i++) {
      if (query.terms()[i] >= 0 && query.weights()[i] > 0 && has.test(query.terms()[i])) {
        places.add(i);
      }
    }
    places.sort(Comparator.comparingInt((Integer i) -> query.weights()[i]).reversed());
    return places.stream().limit(limit).map(i -> vocabulary.name(query.terms()[i])).toList();
  }
}

package org.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Puts into words what the numbers said. */
final class Explanation {
  private static final int TERMS = 8;
  private static final int WHY = 4;

  private Explanation() {}

  static Reasons of(Query query, Engine.Scored scored, Vocabulary vocabulary, Rule rule) {
    var tally = scored.story().tally;
    var terms = shared(query, vocabulary, TERMS, term -> tally.find(term) >= 0);
    var parts = new TreeMap<String, Double>();
    for (var part : Part.values()) {
      parts.put(
          part.name().toLowerCase(Locale.ROOT),
          rule.weights()[part.ordinal()] * scored.parts()[part.ordinal()]);
    }
    return new Reasons(terms, figures(terms), List.of(), parts);
  }

  static List<Placement.Near> near(
      Query query, List<Ranking.Ranked> ranked, Vocabulary vocabulary) {
    var near = new ArrayList<Placement.Near>(ranked.size());
    for (var other : ranked) {
      near.add(new Placement.Near(other.piece().id, other.score(), List.of()));
    }
    return near;
  }

  private static List<String> figures(List<String> terms) {
    return terms.stream().filter(term -> Character.isDigit(term.charAt(0))).toList();
  }

  private static List<String> shared(
      Query query, Vocabulary vocabulary, int limit, java.util.function.IntPredicate has) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < query.terms().length; i++) {
      if (query.terms()[i] >= 0 && has.test(query.terms()[i])) {
        places.add(i);
      }
    }
    places.sort(Comparator.comparingInt((Integer i) -> query.weights()[i]).reversed());
    return places.stream()
        .limit(limit)
        .map(i -> vocabulary.name(query.terms()[i]))
        .toList();
  }
}

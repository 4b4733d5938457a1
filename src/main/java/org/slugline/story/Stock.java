package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Text that an outlet prints under any headline: a byline, its own description, the addresses of a
 * comment page. It says nothing about an event, however rare its words are.
 */
final class Stock {
  /** Two headlines with more of their rarity in common are one. */
  private static final double NEARLY_ALL = 0.8;

  private Stock() {}

  /**
   * @return places of words in the summary that one of the pieces has in a row
   */
  static BitSet of(Told told, Collection<LivePiece> pieces) {
    var stock = new BitSet();
    if (pieces.isEmpty()) {
      return stock;
    }
    var runs = Sketch.inOrder(told.summary());
    for (var piece : pieces) {
      var before = false;
      for (var i = 0; i < runs.length; i++) {
        var has = Arrays.binarySearch(piece.vector().sketch(), runs[i]) >= 0;
        if (has && before) {
          stock.set(i - 1, i + Sketch.SHINGLE);
        }
        before = has;
      }
    }
    return stock;
  }

  /** Those of some pieces that stand under another headline. */
  static List<LivePiece> underOthers(
      Told told, Collection<LivePiece> pieces, Reading reading, Vocabulary vocabulary) {
    if (pieces.isEmpty() || told.summary().isEmpty()) {
      return List.of();
    }
    var headline = headline(told, reading, vocabulary);
    return pieces.stream().filter(piece -> !isAlike(headline, piece, vocabulary)).toList();
  }

  private static Set<Integer> headline(Told told, Reading reading, Vocabulary vocabulary) {
    var terms = new HashSet<Integer>();
    for (var word : told.headline()) {
      var term = reading.of(word).term();
      if (!term.isEmpty()) {
        terms.add(vocabulary.find(term));
      }
    }
    return terms;
  }

  /** Whether half of the shorter headline stands in the longer one. */
  private static boolean isAlike(Set<Integer> headline, LivePiece other, Vocabulary vocabulary) {
    var theirs = 0;
    var both = 0;
    var terms = other.vector().terms();
    for (var i = 0; i < terms.length; i++) {
      if (other.vector().inTitle()[i] && vocabulary.kind(terms[i]).isWord()) {
        theirs++;
        both += headline.contains(terms[i]) ? 1 : 0;
      }
    }
    return 2 * both >= Math.min(headline.size(), theirs);
  }

  /**
   * @return pieces among the likeliest stories' members that share no more than such text
   */
  static List<LivePiece> sharers(Query query, List<Candidates.Candidate> found) {
    var sharers = new ArrayList<LivePiece>();
    for (var candidate : found) {
      for (var i = 0; i < candidate.nearest().size(); i++) {
        if (isShared(query, candidate.nearest().piece(i))) {
          sharers.add(candidate.nearest().piece(i));
        }
      }
    }
    return sharers;
  }

  /**
   * Whether a member's text is the piece's own, under another headline, and the member has not all
   * that the piece's headline tells: not a report that two outlets took over, but what stands under
   * all.
   */
  private static boolean isShared(Query query, LivePiece member) {
    if (!Sketch.isCopy(query.signature().sketch(), member.vector().sketch())) {
      return false;
    }
    var all = 0.0;
    var shared = 0.0;
    for (var i = 0; i < query.terms().length; i++) {
      if (!query.inTitle()[i] || query.weights()[i] == 0) {
        continue;
      }
      all += query.idf()[i];
      shared += query.terms()[i] >= 0 && member.has(query.terms()[i]) ? query.idf()[i] : 0;
    }
    return shared < NEARLY_ALL * all;
  }
}

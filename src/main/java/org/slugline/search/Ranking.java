package org.slugline.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the most telling of some hits first: those with what was asked for in headline and summary,
 * then in either, then in the text; the newest first among equals. FTS5's own bm25 asks how many
 * pieces of the whole archive have each word, so that a common one costs what the archive is large.
 *
 * @param walk that found them
 */
record Ranking(Walk walk) {
  private static final String HEADLINE = "{title}";
  private static final String SUMMARY = "{summary}";
  private static final int IN_HEADLINE = 3;
  private static final int IN_SUMMARY = 2;

  /**
   * So many of the words and phrases are looked for in headlines, the long ones: such are seldom.
   */
  private static final int ASKED = 3;

  /**
   * @param hits newest first
   */
  List<Long> of(List<Long> hits) {
    if (hits.size() < 2) {
      return hits;
    }
    var scores = new HashMap<Long, Integer>();
    var needles =
        walk.query().needles().stream()
            .sorted(Comparator.comparing((Needle needle) -> -needle.length()))
            .limit(ASKED)
            .toList();
    for (var needle : needles) {
      walk.among(hits, needle.term(), HEADLINE).forEach(hit -> add(scores, hit, IN_HEADLINE));
    }
    walk.among(hits, SUMMARY).forEach(hit -> add(scores, hit, IN_SUMMARY));
    return hits.stream()
        .sorted(Comparator.comparing((Long hit) -> -scores.getOrDefault(hit, 0)))
        .toList();
  }

  private static void add(Map<Long, Integer> scores, long hit, int some) {
    scores.merge(hit, some, Integer::sum);
  }
}

package org.slugline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The words of one piece and where they stand; says nothing of other pieces.
 *
 * @param terms in order of first appearance, the title's first
 * @param title how often each stands in the title
 * @param body how often each stands in the summary
 */
record Signature(List<String> terms, int[] title, int[] body) {
  private static final int TITLE_WORDS = 80;
  private static final int SUMMARY_WORDS = 200;

  static Signature of(Piece piece) {
    var terms = new ArrayList<String>();
    var index = new HashMap<String, Integer>();
    var counts = new int[2][TITLE_WORDS + SUMMARY_WORDS];
    read(piece.title(), TITLE_WORDS, counts[0], terms, index);
    read(piece.summary(), SUMMARY_WORDS, counts[1], terms, index);
    return new Signature(
        terms,
        java.util.Arrays.copyOf(counts[0], terms.size()),
        java.util.Arrays.copyOf(counts[1], terms.size()));
  }

  private static void read(
      String text, int limit, int[] counts, List<String> terms, HashMap<String, Integer> index) {
    for (var word : Tokens.of(text, limit)) {
      if (Stopwords.has(word)) {
        continue;
      }
      var term = Stem.of(word);
      var at = index.get(term);
      if (at == null) {
        at = terms.size();
        index.put(term, at);
        terms.add(term);
      }
      counts[at]++;
    }
  }

  int size() {
    return terms.size();
  }
}

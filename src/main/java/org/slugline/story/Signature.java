package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The words of one piece and where they stand; says nothing of other pieces.
 *
 * @param terms in order of first appearance, the title's first
 * @param title how often each stands in the title
 * @param body how often each stands in the summary
 * @param sketch of the text, to know copies by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Signature(List<String> terms, int[] title, int[] body, int[] sketch) {
  private static final int TITLE_WORDS = 80;
  private static final int SUMMARY_WORDS = 200;
  private static final int TELLING = 14;

  /** A piece has no more terms than these. */
  static final int MOST = TITLE_WORDS + SUMMARY_WORDS;

  static final Signature NONE = new Signature(List.of(), new int[0], new int[0], new int[0]);

  static Signature of(Piece piece) {
    var terms = new ArrayList<String>();
    var index = new HashMap<String, Integer>();
    var counts = new int[2][MOST];
    var headline = Tokens.of(piece.title(), TITLE_WORDS);
    var summary = Tokens.of(piece.summary(), SUMMARY_WORDS);
    read(headline, counts[0], terms, index);
    read(summary, counts[1], terms, index);
    return new Signature(
        terms,
        Arrays.copyOf(counts[0], terms.size()),
        Arrays.copyOf(counts[1], terms.size()),
        Sketch.of(copied(headline, summary, piece.text())));
  }

  /** The words that a copy would share: the summary, else the body, else the headline. */
  private static List<String> copied(List<String> headline, List<String> summary, String text) {
    if (summary.size() >= TELLING) {
      return summary;
    }
    var body = Tokens.of(text, TELLING * 3);
    return body.size() >= TELLING ? body : summary.size() > headline.size() ? summary : headline;
  }

  private static void read(
      List<String> words, int[] counts, List<String> terms, HashMap<String, Integer> index) {
    for (var word : words) {
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

package org.slugline.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The words of a piece, as they come.
 *
 * @param raised places of words of the headline that begin with a capital
 * @param raisedWithin the same of the summary
 * @param sketch of what a copy would share
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Told(
    List<String> headline, BitSet raised, List<String> summary, BitSet raisedWithin, int[] sketch) {
  private static final int TITLE_WORDS = 80;
  private static final int SUMMARY_WORDS = 200;
  private static final int TELLING = 14;

  /** So many at most, of headline and summary. */
  static final int MOST = TITLE_WORDS + SUMMARY_WORDS;

  static Told of(Piece piece) {
    var raised = new BitSet();
    var raisedWithin = new BitSet();
    var headline = Tokens.of(Headline.of(piece.title()), TITLE_WORDS, raised);
    var summary = Tokens.of(piece.summary(), SUMMARY_WORDS, raisedWithin);
    var sketch = Sketch.of(copied(headline, summary, piece.text()));
    return new Told(headline, raised, summary, raisedWithin, sketch);
  }

  /** The words that a copy would share: the summary, else the body, else the headline. */
  private static List<String> copied(List<String> headline, List<String> summary, String text) {
    if (summary.size() >= TELLING) {
      return summary;
    }
    var body = Tokens.of(text, TELLING * 3);
    return body.size() >= TELLING ? body : summary.size() > headline.size() ? summary : headline;
  }

  /** The same with some words of the summary left out; a copy is still known by all. */
  Told without(BitSet words) {
    if (words.isEmpty()) {
      return this;
    }
    var kept = new ArrayList<String>(summary.size());
    var keptRaised = new BitSet();
    for (var i = words.nextClearBit(0); i < summary.size(); i = words.nextClearBit(i + 1)) {
      keptRaised.set(kept.size(), raisedWithin.get(i));
      kept.add(summary.get(i));
    }
    return new Told(headline, raised, kept, keptRaised, sketch);
  }
}

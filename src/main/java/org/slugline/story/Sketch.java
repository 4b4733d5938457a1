package org.slugline.story;

import java.util.Arrays;
import java.util.List;

/**
 * The three-word shingles of a text's beginning, hashed: two texts that share most of them are one
 * text, lightly edited or cut.
 */
final class Sketch {
  static final int SHINGLE = 3;
  private static final int WORDS = 40;

  /** Fewer shingles than these say nothing: many reports share a headline of a few words. */
  private static final int LEAST = 6;

  private static final double COPY = 0.6;

  private Sketch() {}

  /**
   * @return hashes in rising order, none where the text is too short
   */
  static int[] of(List<String> words) {
    var hashes = inOrder(words);
    return hashes.length < LEAST ? new int[0] : Arrays.stream(hashes).sorted().distinct().toArray();
  }

  /** The hash of the three words at each place of a text's beginning. */
  static int[] inOrder(List<String> words) {
    var hashes = new int[Math.max(0, Math.min(WORDS, words.size()) - SHINGLE + 1)];
    for (var i = 0; i < hashes.length; i++) {
      var hash = 0;
      for (var j = 0; j < SHINGLE; j++) {
        hash = hash * 0x01000193 + words.get(i + j).hashCode();
      }
      hash *= 0x85EBCA6B;
      hashes[i] = hash ^ (hash >>> 15);
    }
    return hashes;
  }

  /** Whether most of the shorter text stands in the other: containment, Broder 1997. */
  static boolean isCopy(int[] a, int[] b) {
    var shorter = Math.min(a.length, b.length);
    if (shorter < LEAST) {
      return false;
    }
    var i = 0;
    var j = 0;
    var both = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        both++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return both >= COPY * shorter;
  }
}

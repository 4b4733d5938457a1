package org.slugline.story;

import java.util.Arrays;

/** Per term of a story: the weights of its members summed, and how many members hold it. */
final class Tally {
  private static final int EMPTY = -1;

  private int[] keys;
  private int[] sums;
  private int[] counts;
  private int size;

  Tally() {
    make(64);
  }

  /** Forgets everything. */
  void clear() {
    make(1);
  }

  void add(int term, int weight, int count) {
    var at = slot(term);
    if (keys[at] == EMPTY) {
      keys[at] = term;
      size++;
      if (size * 3 > keys.length * 2) {
        grow();
        at = slot(term);
      }
    }
    sums[at] += weight;
    counts[at] += count;
  }

  /**
   * @return where the term stands, for {@link #sum} and {@link #count}; -1 where it does not
   */
  int find(int term) {
    var at = slot(term);
    return keys[at] == EMPTY ? -1 : at;
  }

  int slots() {
    return keys.length;
  }

  /**
   * @return the term of a slot, or -1
   */
  int term(int slot) {
    return keys[slot];
  }

  int sum(int slot) {
    return sums[slot];
  }

  int count(int slot) {
    return counts[slot];
  }

  int size() {
    return size;
  }

  private int slot(int term) {
    var mask = keys.length - 1;
    var at = ((term * 0x9E3779B9) >>> 7) & mask;
    while (keys[at] != EMPTY && keys[at] != term) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    var oldKeys = keys;
    var oldSums = sums;
    var oldCounts = counts;
    var filled = size;
    make(oldKeys.length * 2);
    for (var i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        var at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        sums[at] = oldSums[i];
        counts[at] = oldCounts[i];
      }
    }
    size = filled;
  }

  private void make(int room) {
    keys = new int[room];
    Arrays.fill(keys, EMPTY);
    sums = new int[room];
    counts = new int[room];
    size = 0;
  }
}

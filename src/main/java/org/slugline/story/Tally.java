package org.slugline.story;

import java.util.Arrays;

/** Per term of a story: the weights of its members summed, and how many members hold it. */
final class Tally {
  private static final int EMPTY = -1;

  private int[] keys;
  private int[] sums;
  private int[] counts;
  private int[] titles;

  /** Slots taken, those of terms that no member holds any more among them. */
  private int used;

  Tally() {
    make(64);
  }

  /** Forgets everything. */
  void clear() {
    make(2);
  }

  void add(int term, int weight, int count, int title) {
    var at = slot(term);
    if (keys[at] == EMPTY) {
      if ((used + 1) * 3 > keys.length * 2) {
        grow();
        at = slot(term);
      }
      keys[at] = term;
      used++;
    }
    sums[at] += weight;
    counts[at] += count;
    titles[at] += title;
  }

  /**
   * @return where the term stands, for {@link #sum} and {@link #count}; -1 where no member holds it
   */
  int find(int term) {
    var at = slot(term);
    return keys[at] == EMPTY || counts[at] == 0 ? -1 : at;
  }

  int slots() {
    return keys.length;
  }

  /**
   * @return the term of a slot, or -1 where no member holds it
   */
  int term(int slot) {
    return counts[slot] == 0 ? -1 : keys[slot];
  }

  int sum(int slot) {
    return sums[slot];
  }

  int count(int slot) {
    return counts[slot];
  }

  /** Members that hold the term in their headline. */
  int titles(int slot) {
    return titles[slot];
  }

  private int size() {
    var size = 0;
    for (var count : counts) {
      size += count == 0 ? 0 : 1;
    }
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
    var oldTitles = titles;
    var held = size();
    make(held * 3 > oldKeys.length ? oldKeys.length * 2 : oldKeys.length);
    for (var i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        var at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        sums[at] = oldSums[i];
        counts[at] = oldCounts[i];
        titles[at] = oldTitles[i];
      }
    }
    used = held;
  }

  private void make(int room) {
    keys = new int[room];
    Arrays.fill(keys, EMPTY);
    sums = new int[room];
    counts = new int[room];
    titles = new int[room];
    used = 0;
  }
}

package org.slugline.story;

import java.util.Arrays;

/** How often each term was counted. Open addressing; what has come to 0 goes when room is made. */
final class Counts {
  private static final int EMPTY = -1;

  private int[] keys = {EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY};
  private int[] counts = new int[8];
  private int used;

  int get(int term) {
    return counts[slot(term)];
  }

  void add(int term, int by) {
    var at = slot(term);
    if (keys[at] == EMPTY) {
      if (2 * (used + 1) > keys.length) {
        makeRoom();
        at = slot(term);
      }
      keys[at] = term;
      used++;
    }
    counts[at] += by;
  }

  private int slot(int term) {
    var mask = keys.length - 1;
    var at = ((term * 0x9E3779B9) >>> 7) & mask;
    while (keys[at] != EMPTY && keys[at] != term) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void makeRoom() {
    var oldKeys = keys;
    var oldCounts = counts;
    var held = 0;
    for (var count : oldCounts) {
      held += count == 0 ? 0 : 1;
    }
    var room = held * 4 > oldKeys.length ? oldKeys.length * 2 : oldKeys.length;
    keys = new int[room];
    Arrays.fill(keys, EMPTY);
    counts = new int[room];
    used = held;
    for (var i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        var at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}

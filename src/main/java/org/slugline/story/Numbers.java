package org.slugline.story;

import java.util.Arrays;

/**
 * Terms under small numbers, given anew once a term is forgotten. Open addressing by {@link
 * String#hashCode}; a term within a longer text is found without being cut out.
 */
final class Numbers {
  /** By hash: the hash above, 1 + the number below; 0 is free. Most misses end at one glance. */
  private long[] slots = new long[2048];

  private String[] names = new String[1024];
  private int[] hashes = new int[1024];
  private int[] free = new int[64];
  private int freed;
  private int used;

  /**
   * @return the number of a term, -1 where it has none
   */
  int find(String term) {
    return find(term, 0, term.length(), term.hashCode());
  }

  /** The number of a term, given to it now if it has none: {@link #limit} tells how far they go. */
  int give(String term) {
    var hash = term.hashCode();
    var known = find(term, 0, term.length(), hash);
    return known < 0 ? enter(term, hash) : known;
  }

  /** As {@link #give(String)}, of a part of a text. */
  int give(String text, int from, int end) {
    var hash = 0;
    for (var i = from; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    var known = find(text, from, end, hash);
    return known < 0 ? enter(text.substring(from, end), hash) : known;
  }

  String name(int number) {
    return names[number];
  }

  /** Terms that have one. */
  int size() {
    return used - freed;
  }

  /** Numbers are below this. */
  int limit() {
    return used;
  }

  void forget(int number) {
    var at = slot(hashes[number]);
    while ((int) slots[at] != number + 1) {
      at = next(at);
    }
    close(at);
    names[number] = "";
    if (freed == free.length) {
      free = Arrays.copyOf(free, freed * 2);
    }
    free[freed++] = number;
  }

  private int find(String text, int from, int end, int hash) {
    for (var at = slot(hash); slots[at] != 0; at = next(at)) {
      if ((int) (slots[at] >>> 32) != hash) {
        continue;
      }
      var number = (int) slots[at] - 1;
      if (names[number].length() == end - from && text.startsWith(names[number], from)) {
        return number;
      }
    }
    return -1;
  }

  private int enter(String term, int hash) {
    if (2 * (size() + 1) > slots.length) {
      makeRoom();
    }
    var number = freed > 0 ? free[--freed] : used++;
    if (number == names.length) {
      names = Arrays.copyOf(names, number * 2);
      hashes = Arrays.copyOf(hashes, number * 2);
    }
    names[number] = term;
    hashes[number] = hash;
    put(number);
    return number;
  }

  private void put(int number) {
    var at = slot(hashes[number]);
    while (slots[at] != 0) {
      at = next(at);
    }
    slots[at] = ((long) hashes[number] << 32) + number + 1;
  }

  /** Frees a slot; who stands behind it because it was taken moves up. */
  private void close(int gap) {
    var hole = gap;
    for (var at = next(hole); slots[at] != 0; at = next(at)) {
      var home = slot((int) (slots[at] >>> 32));
      if (((at - home) & (slots.length - 1)) >= ((at - hole) & (slots.length - 1))) {
        slots[hole] = slots[at];
        hole = at;
      }
    }
    slots[hole] = 0;
  }

  private void makeRoom() {
    var old = slots;
    slots = new long[old.length * 2];
    for (var one : old) {
      if (one != 0) {
        put((int) one - 1);
      }
    }
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B9) >>> 7 & (slots.length - 1);
  }

  private int next(int at) {
    return (at + 1) & (slots.length - 1);
  }
}

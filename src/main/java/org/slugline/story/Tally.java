package org.slugline.story;

import java.util.Arrays;

/**
 * Per term of a story: the weights of its members summed, and how many members hold it. Most
 * stories have one member: then it is the member's own vector, found through an index of a byte a
 * slot, and nothing is copied.
 */
final class Tally {
  private static final int[] NOTHING = {};
  private static final boolean[] NOWHERE = {};
  private static final byte[] UNASKED = {};

  /** A byte names this many entries, 0 left out. */
  private static final int FEW = 255;

  /** Of the entries, in the order in which they came. */
  private int[] terms = NOTHING;

  private int[] sums = NOTHING;
  private int[] counts = NOTHING;
  private int[] titles = NOTHING;
  private int size;

  /** While the arrays are a sole member's, which of its terms stand in its headline. */
  private boolean[] inTitle = NOWHERE;

  private boolean isLone;

  /**
   * By hash, 1 + the entry; {@link #many} where a byte does not do. Neither has room until the
   * first is asked for: most stories of a week are never met again.
   */
  private byte[] few = UNASKED;

  private int[] many = NOTHING;

  /** Takes the vector of the first member, which must not change; a term stands in it once. */
  void begin(int[] terms, int[] weights, boolean[] inTitle) {
    this.terms = terms;
    this.sums = weights;
    this.inTitle = inTitle;
    counts = NOTHING;
    titles = NOTHING;
    size = terms.length;
    isLone = true;
    few = UNASKED;
    many = NOTHING;
  }

  /** Forgets everything. */
  void clear() {
    begin(NOTHING, NOTHING, NOWHERE);
  }

  /**
   * @return where the term stands from now on, until the next is put; its {@link #count} is 0 where
   *     no member held it
   */
  int put(int term) {
    var known = entry(term);
    if (isLone) {
      own();
    }
    if (known >= 0) {
      return known;
    }
    if (size == terms.length) {
      makeRoom();
    }
    terms[size] = term;
    sums[size] = 0;
    counts[size] = 0;
    titles[size] = 0;
    enter(size++);
    return size - 1;
  }

  void add(int at, int weight, int count, int title) {
    sums[at] += weight;
    counts[at] += count;
    titles[at] += title;
  }

  /**
   * @return where the term stands, for {@link #sum} and {@link #count}; -1 where no member holds it
   */
  int find(int term) {
    var at = entry(term);
    return at < 0 || count(at) == 0 ? -1 : at;
  }

  int slots() {
    return size;
  }

  /**
   * @return the term of a slot, or -1 where no member holds it
   */
  int term(int slot) {
    return count(slot) == 0 ? -1 : terms[slot];
  }

  int sum(int slot) {
    return sums[slot];
  }

  int count(int slot) {
    return isLone ? 1 : counts[slot];
  }

  /** Members that hold the term in their headline. */
  int titles(int slot) {
    return isLone ? inTitle[slot] ? 1 : 0 : titles[slot];
  }

  /** The arrays become this story's: it is to have another member. */
  private void own() {
    isLone = false;
    var room = Math.max(16, size + (size >> 1));
    counts = new int[room];
    Arrays.fill(counts, 0, size, 1);
    titles = new int[room];
    for (var i = 0; i < size; i++) {
      titles[i] = inTitle[i] ? 1 : 0;
    }
    terms = Arrays.copyOf(terms, room);
    sums = Arrays.copyOf(sums, room);
    inTitle = NOWHERE;
    index();
  }

  /** What no member holds any more goes. */
  private void makeRoom() {
    var held = 0;
    for (var i = 0; i < size; i++) {
      if (counts[i] != 0) {
        terms[held] = terms[i];
        sums[held] = sums[i];
        counts[held] = counts[i];
        titles[held++] = titles[i];
      }
    }
    var room = held * 4 > size * 3 ? Math.max(16, size + (size >> 1)) : size;
    terms = Arrays.copyOf(terms, room);
    sums = Arrays.copyOf(sums, room);
    counts = Arrays.copyOf(counts, room);
    titles = Arrays.copyOf(titles, room);
    size = held;
    index();
  }

  /** As much index as the arrays have room for, twice over. */
  private void index() {
    var room = Integer.highestOneBit(Math.max(1, terms.length)) * 4;
    few = terms.length > FEW ? UNASKED : new byte[room];
    many = terms.length > FEW ? new int[room] : NOTHING;
    for (var i = 0; i < size; i++) {
      enter(i);
    }
  }

  private void enter(int entry) {
    var at = hash(terms[entry]);
    if (few.length > 0) {
      at &= few.length - 1;
      while (few[at] != 0) {
        at = (at + 1) & (few.length - 1);
      }
      few[at] = (byte) (entry + 1);
    } else {
      at &= many.length - 1;
      while (many[at] != 0) {
        at = (at + 1) & (many.length - 1);
      }
      many[at] = entry + 1;
    }
  }

  private int entry(int term) {
    if (few.length + many.length == 0) {
      index();
    }
    var at = hash(term);
    if (few.length > 0) {
      for (at &= few.length - 1; few[at] != 0; at = (at + 1) & (few.length - 1)) {
        var entry = (few[at] & 0xff) - 1;
        if (terms[entry] == term) {
          return entry;
        }
      }
    } else {
      for (at &= many.length - 1; many[at] != 0; at = (at + 1) & (many.length - 1)) {
        if (terms[many[at] - 1] == term) {
          return many[at] - 1;
        }
      }
    }
    return -1;
  }

  private static int hash(int term) {
    return (term * 0x9E3779B9) >>> 7;
  }
}

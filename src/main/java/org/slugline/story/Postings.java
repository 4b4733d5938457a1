package org.slugline.story;

import java.util.Arrays;

/**
 * The live pieces that hold one term, by their place in the {@link Ring}, in order of arrival; the
 * eldest leave first.
 */
final class Postings {
  private static final int[] NOTHING = {};

  /** Of a number that no term has. */
  static final Postings NONE = new Postings();

  /** Piece and weight in turn: what is read together lies together. */
  private int[] pairs = NOTHING;

  private int head;
  private int end;

  void add(int piece, int weight) {
    if (2 * end == pairs.length) {
      makeRoom();
    }
    pairs[2 * end] = piece;
    pairs[2 * end++ + 1] = weight;
  }

  /** Makes room for so many more. */
  void reserve(int more) {
    if (2 * (end + more) > pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * (end + more));
    }
  }

  /** Drops the pieces that came before {@code eldest}. */
  void expire(int eldest) {
    while (head < end && pairs[2 * head] < eldest) {
      head++;
    }
    if (head == end && head > 0) {
      pairs = NOTHING;
      head = 0;
      end = 0;
    }
  }

  int first() {
    return head;
  }

  int end() {
    return end;
  }

  int piece(int at) {
    return pairs[2 * at];
  }

  int weight(int at) {
    return pairs[2 * at + 1];
  }

  private void makeRoom() {
    var size = end - head;
    var room = 4 * size >= pairs.length ? Math.max(4, 4 * size) : pairs.length;
    var more = new int[room];
    System.arraycopy(pairs, 2 * head, more, 0, 2 * size);
    pairs = more;
    head = 0;
    end = size;
  }
}

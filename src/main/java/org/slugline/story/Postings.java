package org.slugline.story;

/**
 * The live pieces that hold one term, by their place in the {@link Ring}, in order of arrival; the
 * eldest leave first.
 */
final class Postings {
  private static final int[] NONE = {};

  private int[] pieces = NONE;
  private int[] weights = NONE;
  private int head;
  private int end;

  void add(int piece, int weight) {
    if (end == pieces.length) {
      makeRoom();
    }
    pieces[end] = piece;
    weights[end++] = weight;
  }

  /** Drops the pieces that came before {@code eldest}. */
  void expire(int eldest) {
    while (head < end && pieces[head] < eldest) {
      head++;
    }
    if (head == end && head > 0) {
      pieces = NONE;
      weights = NONE;
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
    return pieces[at];
  }

  int weight(int at) {
    return weights[at];
  }

  private void makeRoom() {
    var size = end - head;
    var room = size * 2 >= pieces.length ? Math.max(2, size * 2) : pieces.length;
    var morePieces = new int[room];
    var moreWeights = new int[room];
    System.arraycopy(pieces, head, morePieces, 0, size);
    System.arraycopy(weights, head, moreWeights, 0, size);
    pieces = morePieces;
    weights = moreWeights;
    head = 0;
    end = size;
  }
}

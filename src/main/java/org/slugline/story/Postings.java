package org.slugline.story;

/** The live pieces that hold one term, in order of arrival; the eldest leave first. */
final class Postings {
  private static final LivePiece[] NO_PIECES = {};
  private static final int[] NO_WEIGHTS = {};

  private LivePiece[] pieces = NO_PIECES;
  private int[] weights = NO_WEIGHTS;
  private int head;
  private int end;

  void add(LivePiece piece, int weight) {
    if (end == pieces.length) {
      makeRoom();
    }
    pieces[end] = piece;
    weights[end++] = weight;
  }

  /** Drops the pieces that came before {@code arrival}. */
  void expire(long arrival) {
    while (head < end && pieces[head].arrival < arrival) {
      head++;
    }
    if (head == end && head > 0) {
      pieces = NO_PIECES;
      weights = NO_WEIGHTS;
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

  LivePiece piece(int at) {
    return pieces[at];
  }

  int weight(int at) {
    return weights[at];
  }

  private void makeRoom() {
    var size = end - head;
    var room = size * 2 >= pieces.length ? Math.max(2, size * 2) : pieces.length;
    var morePieces = new LivePiece[room];
    var moreWeights = new int[room];
    System.arraycopy(pieces, head, morePieces, 0, size);
    System.arraycopy(weights, head, moreWeights, 0, size);
    pieces = morePieces;
    weights = moreWeights;
    head = 0;
    end = size;
  }
}

package org.slugline.story;

/** The few members of one story that look most like the piece in hand. */
final class Nearest {
  static final int KEPT = 8;

  private final LivePiece[] pieces = new LivePiece[KEPT];
  private final long[] likeness = new long[KEPT];
  private int size;

  /** Keeps the best; of two alike the one that came first. */
  void offer(LivePiece piece, long like) {
    if (size == KEPT && likeness[KEPT - 1] >= like) {
      return;
    }
    var at = size < KEPT ? size++ : KEPT - 1;
    while (at > 0 && likeness[at - 1] < like) {
      likeness[at] = likeness[at - 1];
      pieces[at] = pieces[at - 1];
      at--;
    }
    likeness[at] = like;
    pieces[at] = piece;
  }

  int size() {
    return size;
  }

  LivePiece piece(int at) {
    return pieces[at];
  }
}

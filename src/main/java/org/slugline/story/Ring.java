package org.slugline.story;

/** The live pieces in order of arrival, each under a number that rises by one. */
final class Ring {
  private LivePiece[] pieces = new LivePiece[1024];

  /** The story that each was in when last asked: searches pass by thousands of pieces. */
  private LiveStory[] stories = new LiveStory[1024];

  private int eldest;
  private int next;

  /** Numbers pass 2 thousand million only after as many arrivals in one process. */
  void add(LivePiece piece) {
    if (next - eldest == pieces.length) {
      grow();
    }
    pieces[next & (pieces.length - 1)] = piece;
    stories[next & (pieces.length - 1)] = piece.story();
    next++;
  }

  void removeEldest() {
    pieces[eldest & (pieces.length - 1)] = LivePiece.NONE;
    stories[eldest & (pieces.length - 1)] = LivePiece.NONE.story();
    eldest++;
  }

  LivePiece get(int number) {
    return pieces[number & (pieces.length - 1)];
  }

  LiveStory story(int number) {
    var at = number & (pieces.length - 1);
    stories[at] = stories[at].root();
    return stories[at];
  }

  LivePiece eldestPiece() {
    return get(eldest);
  }

  /** The number of the eldest that lives. */
  int eldest() {
    return eldest;
  }

  int size() {
    return next - eldest;
  }

  /** The number of the next to come. */
  int next() {
    return next;
  }

  /** Numbers of live pieces differ below this, modulo it. */
  int room() {
    return pieces.length;
  }

  private void grow() {
    var more = new LivePiece[pieces.length * 2];
    var moreStories = new LiveStory[more.length];
    for (var i = eldest; i != next; i++) {
      more[i & (more.length - 1)] = get(i);
      moreStories[i & (more.length - 1)] = story(i);
    }
    pieces = more;
    stories = moreStories;
  }
}

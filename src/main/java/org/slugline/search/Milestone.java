package org.slugline.search;

/**
 * A row of the index that is no piece: it stands at the beginning of an hour, and is found by a
 * fact that nothing else has. FTS5 looks at the limits of a walk only when it has a hit. What
 * hardly ever stands together would be looked for to the end of the archive, and from its newest
 * piece on whatever page was asked for; so a milestone is made a hit where a walk shall begin, and
 * one where it shall end.
 *
 * @param place in the index: before all of that hour
 */
record Milestone(long place, String fact) {
  /** After all pieces. */
  static final Milestone TOP = new Milestone(1L << 62, Facts.TOP);

  private static final long HOUR = 3_600_000L << Filling.SHIFT;

  /** That of the hour that this place is in. */
  static Milestone before(long place) {
    var hour = place / HOUR;
    return new Milestone(hour * HOUR - 1, Facts.hour(hour));
  }

  static boolean isAt(long place) {
    return (place + 1) % HOUR == 0;
  }

  String match() {
    return '"' + fact + '"';
  }
}

package org.slugline.story;

import java.time.Instant;

/**
 * A row of the view {@code coverage}, as grouping needs it.
 *
 * @param outlet 0 is our own
 */
record CoverageRow(
    String piece,
    String kind,
    long ref,
    long outlet,
    String language,
    String title,
    String summary,
    String text,
    Instant published,
    Instant seen,
    String digest) {
  static final long OWN = 0;

  Piece toPiece() {
    return new Piece(piece, Long.toString(outlet), language, published, seen, title, summary, text);
  }
}

package org.slugline.story;

import java.time.Instant;

/**
 * What the engine sees of a piece of coverage.
 *
 * @param id unique in the stream
 * @param outlet who publishes it; {@code ""} is unknown, and no two unknown are taken for one
 * @param language BCP 47; {@code ""} is unknown
 * @param at when the piece says it was published; may be nonsense
 * @param seen when it came to us
 * @param title plain text; may be empty
 * @param summary plain text; may be empty
 * @param text plain text of the body, its beginning is enough; told apart by it are only copies
 */
public record Piece(
    String id,
    String outlet,
    String language,
    Instant at,
    Instant seen,
    String title,
    String summary,
    String text) {
  /** A piece of which no body is known. */
  public Piece(
      String id,
      String outlet,
      String language,
      Instant at,
      Instant seen,
      String title,
      String summary) {
    this(id, outlet, language, at, seen, title, summary, "");
  }
}

package org.slugline.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of coverage as lists show it, ours or another outlet's. What is not known is the empty
 * string.
 *
 * @param piece {@code a7} or {@code i17}
 * @param ref the number in it
 * @param uri its id where it is ours
 * @param outlet empty where it is ours
 * @param outletTitle the outlet's address where it has no title
 * @param link absolute; from the root where it is ours
 * @param author as the outlet gives it
 * @param published never moves
 * @param seen when we had it first
 * @param updated when its words changed
 * @param story the story's name in addresses
 * @param storyOutlets how many outlets that story has
 */
public record Piece(
    String piece,
    long ref,
    String uri,
    Optional<Long> outlet,
    String outletTitle,
    String outletUrl,
    String language,
    String title,
    String summary,
    String link,
    String author,
    Instant published,
    Instant seen,
    Instant updated,
    String story,
    int storyOutlets) {
  public boolean isOurs() {
    return outlet.isEmpty();
  }
}

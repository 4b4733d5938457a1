package org.slugline.story;

import java.time.Instant;

/**
 * A piece as a story shows it.
 *
 * @param kind {@code article} is ours, {@code item} another outlet's
 * @param ref number of the article or item
 * @param outlet number of the outlet, 0 our own
 * @param outletTitle {@code ""} for our own
 * @param link absolute; for our own the path
 * @param score at which it joined; below 0 it opened the story
 * @param why it stands here, see {@link Reasons#parse}
 * @param copyOf the piece whose text it carries; {@code ""} a report of its own
 */
public record StoryPiece(
    String piece,
    String kind,
    long ref,
    long outlet,
    String outletTitle,
    String language,
    String title,
    String summary,
    String link,
    Instant published,
    Instant seen,
    double score,
    String why,
    String copyOf) {
  public Reasons reasons() {
    return Reasons.parse(why);
  }
}

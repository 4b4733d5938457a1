package org.slugline.story;

import java.time.Instant;

/**
 * A piece that stands beside another.
 *
 * @param piece {@code a7} or {@code i12}
 * @param outlet number of the outlet, 0 our own
 * @param outletTitle {@code ""} for our own
 * @param url absolute; for our own the path
 * @param score likeness, from 0 to about 1
 * @param why words that both have, by blanks
 * @param sameStory whether the two stand in one story
 */
public record RelatedPiece(
    String piece,
    long outlet,
    String outletTitle,
    String headline,
    String url,
    Instant published,
    double score,
    String why,
    boolean sameStory) {}

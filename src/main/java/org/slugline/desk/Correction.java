package org.slugline.desk;

import java.time.Instant;

/**
 * A clarification, correction or retraction of an article that readers may see.
 *
 * @param number the version that it made
 * @param slug where the article stands now
 */
public record Correction(
    long article,
    int number,
    Instant at,
    Kind kind,
    String note,
    String slug,
    String headline,
    String uri) {}

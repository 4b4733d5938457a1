package org.slugline.story;

import java.time.Instant;

/**
 * A headline that a piece of a story bore.
 *
 * @param kind {@code article}: from {@code at} on; {@code item}: until then
 */
public record Wording(String piece, String kind, Instant at, String title) {}

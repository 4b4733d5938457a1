package org.slugline.wire;

import java.time.Instant;

/**
 * An earlier wording of an item.
 *
 * @param at when it was replaced
 */
public record ItemVersion(long item, Instant at, String title, String summary) {}

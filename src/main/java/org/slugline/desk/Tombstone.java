package org.slugline.desk;

import java.time.Instant;

/**
 * What is left of an article that was withdrawn or erased.
 *
 * @param uri its id
 * @param slug where it stood; {@code ""} when it was erased, as is the note
 */
public record Tombstone(String uri, String slug, Instant at, String note) {}

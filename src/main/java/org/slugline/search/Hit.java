package org.slugline.search;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece that was found.
 *
 * @param id its place in the index: a cursor for the next page
 * @param link as the view coverage has it: ours begin with a slash
 * @param excerpt a stretch of plain text around the first word that was found
 */
public record Hit(
    long id,
    String piece,
    boolean ours,
    Optional<Long> outlet,
    String language,
    String title,
    String excerpt,
    String link,
    Instant published) {}

package org.slugline.feed;

import java.util.OptionalLong;

/**
 * A file that belongs to an entry, RSS 2.0 enclosure.
 *
 * @param type MIME type, {@code ""} where unknown
 * @param length in bytes
 */
public record Enclosure(String url, String type, OptionalLong length) {}

package org.slugline.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A video or a sound of an article. Texts are {@code ""} where unknown; one with neither a file nor
 * an address is a caption only and stays one.
 *
 * @param name what the body calls it
 * @param poster name or address of a still picture
 * @param type MIME type
 * @param length how long it plays
 * @param bytes how big it is
 */
public record Clip(
    String name,
    String url,
    String title,
    String caption,
    String poster,
    String type,
    Optional<Duration> length,
    OptionalLong bytes) {}

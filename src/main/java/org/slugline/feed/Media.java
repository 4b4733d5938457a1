package org.slugline.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A picture, a sound or a film with what is said of it: Media RSS {@code content} and {@code
 * thumbnail}, JSON Feed attachments. Texts are {@code ""} where unknown.
 *
 * @param url {@code ""} for a caption that has no file: it is carried to the reader all the same
 * @param medium {@code image}, {@code audio}, {@code video}, {@code document} or {@code ""}
 * @param length in bytes
 * @param width in pixels, as is {@code height}
 * @param thumbnail address of a still picture
 */
public record Media(
    String url,
    String medium,
    String type,
    OptionalLong length,
    Optional<Duration> duration,
    OptionalInt width,
    OptionalInt height,
    String title,
    String caption,
    String credit,
    String alt,
    String rights,
    String thumbnail) {}

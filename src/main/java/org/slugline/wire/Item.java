package org.slugline.wire;

import java.time.Instant;
import java.util.Optional;
import org.slugline.text.SafeHtml;

/**
 * One entry of an outlet, as stored.
 *
 * @param key identity within the outlet: guid, else link, else digest
 * @param guid as the feed says it
 * @param title plain text, as is {@code summary}
 * @param content for matching only; may have been forgotten, as may {@code text}
 * @param text the words of the content, the first 8,000 characters
 * @param claimed the time that the feed claims, and {@code claimedAs} its letters
 * @param published claimed and clamped, else first seen; never moves
 * @param updated when its words changed; {@code published} while they have not
 * @param digest of all its words
 */
public record Item(
    long id,
    long outlet,
    String key,
    String guid,
    String link,
    String title,
    String author,
    String language,
    String summary,
    SafeHtml content,
    String text,
    Optional<Instant> claimed,
    String claimedAs,
    Instant published,
    Instant firstSeen,
    Instant updated,
    String digest) {}

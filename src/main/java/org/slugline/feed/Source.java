package org.slugline.feed;

import java.time.Instant;
import java.util.Optional;

/** Where an entry came from first (RFC 4287 §4.2.11, RSS 2.0 source); {@code ""} is unknown. */
public record Source(String title, String link, String id, Optional<Instant> updated) {}

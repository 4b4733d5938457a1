package org.slugline.feed;

import java.time.Instant;

/** An entry that was withdrawn: at:deleted-entry, RFC 6721 §3. */
public record Tombstone(String ref, Instant when, String comment) {}

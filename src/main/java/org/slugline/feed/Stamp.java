package org.slugline.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * A date as a document gives it.
 *
 * @param at empty where it is missing or impossible
 * @param raw the letters as they stood; {@code ""} where missing
 */
public record Stamp(Optional<Instant> at, String raw) {
  public static final Stamp NONE = new Stamp(Optional.empty(), "");

  public static Stamp of(Instant at) {
    return new Stamp(Optional.of(at), at.toString());
  }
}

package org.slugline.site;

import java.time.Instant;
import java.util.Optional;

/** A place in a list that is ordered by time, newest first, as {@code ?before=} carries it. */
record Spot(Instant at, long id) {
  /** Where a list begins. */
  static final Spot START = new Spot(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE);

  /** Empty for what never came from us. */
  static Optional<Spot> of(String text) {
    if (text.isEmpty()) {
      return Optional.of(START);
    }
    if (!text.matches("-?\\d{1,15}-\\d{1,18}")) {
      return Optional.empty();
    }
    var dash = text.lastIndexOf('-');
    return Optional.of(
        new Spot(
            Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
            Long.parseLong(text.substring(dash + 1))));
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "-" + id;
  }
}

package org.slugline.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * How long what others published is kept: the {@code [keep]} table of the configuration. Empty is
 * for ever.
 *
 * @param bodies of items: their content and its words; the headline, summary and link stay
 * @param versions earlier wordings
 * @param polls the log
 */
public record Keep(
    Optional<Duration> items,
    Optional<Duration> bodies,
    Optional<Duration> versions,
    Optional<Duration> polls) {
  /** What {@code contract/config.md} gives where the file says nothing. */
  public static final Keep USUAL =
      new Keep(
          Optional.of(Duration.ofDays(400)),
          Optional.of(Duration.ofDays(90)),
          Optional.empty(),
          Optional.of(Duration.ofDays(90)));

  public Keep {
    positive("keep.items", items);
    positive("keep.bodies", bodies);
    positive("keep.versions", versions);
    positive("keep.polls", polls);
  }

  private static void positive(String key, Optional<Duration> some) {
    if (some.isPresent() && some.get().compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(key + " must be at least 1d, or \"forever\"");
    }
  }
}

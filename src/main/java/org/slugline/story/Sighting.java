package org.slugline.story;

import java.time.Instant;
import java.util.Optional;

/**
 * When a piece of a story was first there.
 *
 * @param firstSeen when we had it: of our own, its release
 * @param unseen the last time that its feed was read without it; empty where it stood there when
 *     the feed was first read; of our own its release
 */
public record Sighting(String piece, Instant firstSeen, Optional<Instant> unseen) {
  /** Whether it surely came after another one. */
  public boolean after(Sighting other) {
    return unseen.filter(before -> !before.isBefore(other.firstSeen())).isPresent();
  }
}

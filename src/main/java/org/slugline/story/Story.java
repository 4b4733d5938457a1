package org.slugline.story;

import java.time.Instant;
import java.util.Optional;

/**
 * A story as it is printed.
 *
 * @param name opaque, stands in addresses and in the scope {@code story:NAME}
 * @param headline of its most central piece
 * @param lead that piece
 * @param outlets that carry it; our own counts as one; from 2 on it is shown
 * @param independent outlets with a report of their own: copies of an agency's text count once
 * @param firstSeen time of its first piece
 * @param lastSeen time of its last piece
 * @param article number of our own newest piece on it
 * @param mergedInto name of the story that it has become part of
 */
public record Story(
    long id,
    String name,
    String headline,
    String lead,
    int pieces,
    int outlets,
    int independent,
    Instant firstSeen,
    Instant lastSeen,
    Optional<Long> article,
    Optional<String> mergedInto) {
  public boolean isShown() {
    return outlets > 1 && mergedInto.isEmpty();
  }
}

package org.slugline.edition;

import java.time.Duration;

/**
 * The {@code [edition]} table of the configuration. A value out of range throws {@link
 * IllegalArgumentException} naming its key.
 *
 * @param entries of a feed; 1 to 500
 * @param related links in an entry of our own; 0 to 20
 * @param maxAge for which feeds and pages may be kept without asking; 0 s to 1 day
 */
public record EditionSettings(int entries, int related, Duration maxAge) {
  /** As shipped. */
  public static final EditionSettings STANDARD = new EditionSettings(50, 5, Duration.ofMinutes(5));

  public EditionSettings {
    if (entries < 1 || entries > 500) {
      throw new IllegalArgumentException("edition.entries must lie between 1 and 500");
    }
    if (related < 0 || related > 20) {
      throw new IllegalArgumentException("edition.related must lie between 0 and 20");
    }
    if (maxAge.isNegative() || maxAge.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("edition.max-age must lie between 0s and 1d");
    }
  }
}

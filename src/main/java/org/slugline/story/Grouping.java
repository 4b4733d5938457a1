package org.slugline.story;

import java.time.Duration;

/**
 * How wide a story is. A value out of range throws {@link IllegalArgumentException} naming its
 * setting.
 *
 * @param granularity 0 one event to 1 whole affair
 * @param window a story lives this long after its last piece; 1 to 90 days
 * @param missing independent outlets that make a story one we miss; 2 to 50
 */
public record Grouping(double granularity, Duration window, int missing) {
  public static final Grouping DEFAULT = new Grouping(0.5, Duration.ofDays(14), 3);

  public Grouping {
    if (!(granularity >= 0 && granularity <= 1)) {
      throw new IllegalArgumentException("story.granularity must be from 0 to 1");
    }
    if (window.compareTo(Duration.ofDays(1)) < 0 || window.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException("story.window must be from 1d to 90d");
    }
    if (missing < 2 || missing > 50) {
      throw new IllegalArgumentException("story.missing must be from 2 to 50");
    }
  }
}

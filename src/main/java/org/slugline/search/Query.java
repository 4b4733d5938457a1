package org.slugline.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody typed, understood.
 *
 * @param match in the index's own language; {@code ""} when neither words nor facts were asked for
 * @param loose what has the words of its phrases in whatever order: all that has to be looked at;
 *     {@code ""} without phrases
 * @param story its name
 * @param needles the words and phrases that were asked for, to mark them
 */
record Query(
    String match,
    String loose,
    Optional<Instant> before,
    Optional<Instant> after,
    Optional<String> story,
    List<Needle> needles,
    List<Advice> advice) {
  Query {
    needles = List.copyOf(needles);
    advice = List.copyOf(advice);
  }

  /**
   * @return whether anything can be looked for at all
   */
  boolean isEmpty() {
    return match.isEmpty() && before.isEmpty() && after.isEmpty() && story.isEmpty();
  }
}

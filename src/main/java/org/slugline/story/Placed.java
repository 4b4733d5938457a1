package org.slugline.story;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A placement read back, to give an {@link Engine} its live window again.
 *
 * @param story the key of the story it stands in now
 * @param arrival when it came, on the engine's clock
 * @param at its own time, as the engine took it
 * @param copyOf the piece whose text it carries; {@code ""} a report of its own
 * @param signature its frozen vector, as {@link Placement} gave it
 * @param bridges keys of the stories it nearly joined; those that have ended are passed over
 */
public record Placed(
    String piece,
    String outlet,
    long story,
    Instant arrival,
    Instant at,
    String copyOf,
    String signature,
    List<Long> bridges) {
  /** Without its vector. */
  Placed bare() {
    return new Placed(piece, outlet, story, arrival, at, copyOf, "", bridges);
  }

  /** Keys as they are stored, by blanks. */
  static List<Long> keys(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
  }
}

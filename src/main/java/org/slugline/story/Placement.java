package org.slugline.story;

import java.time.Instant;
import java.util.List;

/**
 * Where the engine put a piece, and all that is needed to put it there again.
 *
 * @param arrival when it came, on the engine's clock, which never goes back
 * @param at its own time, as the engine took it
 * @param story the key of its story
 * @param opens whether it is the story's first
 * @param score 0 and above where it joined; the best refused story's where it opens, at least -9
 * @param copyOf the piece whose text it carries; {@code ""} where it is a report of its own
 * @param signature its frozen vector, see {@link Frozen}
 * @param bridges stories that it nearly joined
 * @param merges stories that became one through it
 * @param near earlier pieces like it, the best first, without the words they share
 */
public record Placement(
    String piece,
    Instant arrival,
    Instant at,
    long story,
    boolean opens,
    double score,
    Reasons reasons,
    String copyOf,
    String signature,
    List<Long> bridges,
    List<Merge> merges,
    List<Near> near) {
  /** The younger story's pieces are the elder's now. */
  public record Merge(long elder, long younger) {}

  /**
   * @param score likeness, from 0 to about 1; higher is better
   * @param why words that both have
   * @param sameStory whether the two stand in one story
   */
  public record Near(String piece, double score, List<String> why, boolean sameStory) {}
}

package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a round did: the numbers of {@code poll}'s last line. {@code due} is the sum of {@code
 * fresh}, {@code unchanged}, {@code failed}, {@code gone} and {@code left}.
 *
 * @param fresh outlets that brought something new or edited
 * @param moved outlets among them that answer at a new address
 * @param left due, but out of budget
 * @param items new ones
 * @param bytes of body on the wire
 * @param took real time
 */
public record PollReport(
    int due,
    int fresh,
    int unchanged,
    int failed,
    int moved,
    int gone,
    int left,
    int items,
    int edited,
    long bytes,
    Duration took,
    List<Failure> failures) {
  /** A round that did nothing. */
  public static final PollReport NOTHING =
      new PollReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO, List.of());

  public PollReport {
    failures = List.copyOf(failures);
  }

  /** Whether every outlet that was due was asked and what it said is stored. */
  public boolean isWhole() {
    return left == 0 && unstored().isEmpty();
  }

  /** Outlets that were asked in vain: our disk or file stood in the way, for all of them. */
  public List<Failure> unstored() {
    return failures.stream().filter(Failure::isStorage).toList();
  }

  /**
   * @param reason a word of {@code contract/cli.md}
   * @param next empty when it will not be asked again
   */
  public record Failure(
      long outlet, String url, String reason, String detail, Optional<Instant> next) {
    boolean isStorage() {
      return reason.equals("storage");
    }
  }
}

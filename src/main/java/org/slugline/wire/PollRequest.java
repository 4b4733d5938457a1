package org.slugline.wire;

import java.time.Duration;
import java.util.Set;

/**
 * What a round is to do.
 *
 * @param budget real time; none is begun after it, and what is still under way is left for the next
 *     round
 * @param only ids of outlets to ask now, due or not, unless they asked to be left alone; empty for
 *     all that are due
 * @param onlyFailing none but those that failed last time, due or not, though none sooner than the
 *     configured pause after its last poll
 * @param alone the caller holds the round's lock, so the leases of others are those of the dead
 */
public record PollRequest(Duration budget, Set<Long> only, boolean onlyFailing, boolean alone) {
  public PollRequest {
    only = Set.copyOf(only);
  }

  /** All that is due. */
  public static PollRequest due(Duration budget) {
    return new PollRequest(budget, Set.of(), false, true);
  }
}

package org.slugline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * What stands in the way of storing, said when it begins and once an hour while it lasts: who tries
 * again every few seconds would bury the line that matters. Thread-safe.
 */
final class Hindrance {
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Logger log;
  private final LongSupplier clock;
  private Optional<Said> last = Optional.empty();

  /**
   * @param clock nanoseconds that only grow
   */
  Hindrance(Logger log, LongSupplier clock) {
    this.log = log;
    this.clock = clock;
  }

  private record Said(String what, long at) {}

  synchronized void say(String what) {
    var now = clock.getAsLong();
    var known =
        last.filter(said -> said.what.equals(what) && now - said.at < AGAIN.toNanos()).isPresent();
    if (!known) {
      log.warn("{}", what);
      last = Optional.of(new Said(what, now));
    }
  }
}

package org.slugline.site.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down those who try out secrets: after some failures from one address each further try has
 * to wait, twice as long as the one before. Thread-safe.
 */
final class Attempts {
  static final int FREE = 5;
  static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

  private record Failures(int count, Instant last) {}

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /** How long an address has to wait before it may try; zero when it may at once. */
  synchronized Duration wait(String address) {
    var known = failures.get(address);
    var now = clock.instant();
    if (known == null || known.count() < FREE) {
      return Duration.ZERO;
    }
    var until = known.last().plus(pause(known.count()));
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  private static Duration pause(int count) {
    var doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 20));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  synchronized void failed(String address) {
    var now = clock.instant();
    var known = failures.get(address);
    var before = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 0 : known.count();
    failures.put(address, new Failures(before + 1, now));
    if (failures.size() > MOST) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  synchronized void succeeded(String address) {
    failures.remove(address);
  }
}

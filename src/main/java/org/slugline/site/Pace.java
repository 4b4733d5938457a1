package org.slugline.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/**
 * The least time between two full answers of one feed to one client; who has it already is spared
 * whenever it asks. Thread-safe; remembers the last 20,000 answers.
 */
final class Pace {
  private static final int REMEMBERED = 20_000;

  private final Duration least;
  private final InstantSource clock;
  private final LinkedHashMap<String, Instant> given = new LinkedHashMap<>();

  /**
   * @param least zero is off
   */
  Pace(Duration least, InstantSource clock) {
    this.least = least;
    this.clock = clock;
  }

  /** Nobody waits. */
  static Pace none() {
    return new Pace(Duration.ZERO, InstantSource.fixed(Instant.EPOCH));
  }

  boolean isOff() {
    return least.isZero();
  }

  /**
   * @return seconds to wait; 0 where it may have the feed now, which is noted
   */
  long claim(String client, String feed) {
    var now = clock.instant();
    var key = client + " " + feed;
    synchronized (given) {
      var last = given.get(key);
      if (last != null && now.isBefore(last.plus(least)) && !now.isBefore(last)) {
        return Math.max(1, Duration.between(now, last.plus(least)).plusMillis(999).toSeconds());
      }
      given.remove(key);
      given.put(key, now);
      if (given.size() > REMEMBERED) {
        given.pollFirstEntry();
      }
      return 0;
    }
  }
}

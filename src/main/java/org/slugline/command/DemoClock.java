package org.slugline.command;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The sample newsroom's time: starts where it is told and runs faster than the clock it is handed.
 * Never goes back as long as that one does not.
 */
final class DemoClock implements InstantSource {
  private final InstantSource real;
  private final Instant opened;
  private final Instant start;
  private final int speed;

  /**
   * @param start what this clock shows now
   * @param speed sample seconds in a real one; 1 to 100,000
   */
  DemoClock(InstantSource real, Instant start, int speed) {
    if (speed < 1 || speed > 100_000) {
      throw new IllegalArgumentException("speed must lie between 1 and 100000, not " + speed);
    }
    this.real = real;
    this.opened = real.instant();
    this.start = start;
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return start.plusMillis(speed * (real.millis() - opened.toEpochMilli()));
  }
}

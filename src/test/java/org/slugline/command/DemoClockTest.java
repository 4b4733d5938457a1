package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DemoClockTest {
  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private final AtomicReference<Instant> real =
      new AtomicReference<>(Instant.parse("2031-07-01T12:00:00.250Z"));

  @Test
  void aSecondOfOursIsTenMinutesInTheSampleNewsroom() {
    var clock = new DemoClock(real::get, START, 600);
    assertThat(clock.instant()).isEqualTo(START);

    real.updateAndGet(now -> now.plusSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(10)));

    real.updateAndGet(now -> now.plusMillis(5));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(10)).plusSeconds(3));
  }

  @Test
  void atSixHundredTheWeekTakesUnderSeventeenMinutes() {
    var clock = new DemoClock(real::get, DemoContent.WEEK_BEGINS, 600);
    real.updateAndGet(now -> now.plus(Duration.ofMinutes(16).plusSeconds(48)));
    assertThat(clock.instant()).isEqualTo(DemoContent.WEEK_ENDS);
  }

  @Test
  void aClockThatWouldStandOrRunBackIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoClock(InstantSource.fixed(START), START, 0))
        .withMessageContaining("speed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoClock(InstantSource.fixed(START), START, -600));
  }
}

package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CadenceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z"); // a Monday
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofDays(1);

  private final Cadence cadence = new Cadence(Manners.USUAL);

  private Cadence.Next well(Duration pace, Duration silence, Duration fresh, Wishes wishes) {
    return cadence.well(
        NOW,
        Optional.of(pace).filter(some -> !some.isZero()),
        silence,
        Optional.of(fresh).filter(some -> !some.isZero()),
        wishes,
        Optional.empty(),
        7);
  }

  private static Duration after(Cadence.Next next) {
    return Duration.between(NOW, next.at());
  }

  private static Wishes ttl(int minutes) {
    return new Wishes(
        Optional.of(Duration.ofMinutes(minutes)), Optional.empty(), Set.of(), Set.of());
  }

  @Test
  void aBusyFeedIsAskedAtTheShortestPause() {
    var next = well(Duration.ofMinutes(2), Duration.ZERO, Duration.ZERO, Wishes.NONE);
    assertThat(after(next)).isBetween(QUARTER, QUARTER.plusSeconds(60));
    assertThat(next.why()).contains("shortest pause");
  }

  @Test
  void aSlowFeedIsAskedTwiceInTheTimeOfAnItem() {
    var next = well(Duration.ofHours(8), Duration.ZERO, Duration.ZERO, Wishes.NONE);
    assertThat(after(next)).isBetween(Duration.ofHours(4), Duration.ofMinutes(253));
    assertThat(next.why()).contains("8 hours");
  }

  @Test
  void aFeedThatFellSilentIsAskedLessAndLess() {
    var next = well(Duration.ofMinutes(20), Duration.ofHours(12), Duration.ZERO, Wishes.NONE);
    assertThat(after(next)).isBetween(Duration.ofHours(1), Duration.ofMinutes(64));
    assertThat(after(well(QUARTER, Duration.ofDays(90), Duration.ZERO, Wishes.NONE)))
        .isBetween(DAY.minusHours(2), DAY);
  }

  @Test
  void freshnessTtlAndPeriodAreHonouredUpToTheLongestPause() {
    var hour = Duration.ofHours(1);
    assertThat(after(well(QUARTER, Duration.ZERO, hour, Wishes.NONE)))
        .isBetween(hour, hour.plusMinutes(3));
    assertThat(after(well(QUARTER, Duration.ZERO, Duration.ZERO, ttl(120))))
        .isBetween(hour.multipliedBy(2), Duration.ofMinutes(126));
    var period = new Wishes(Optional.empty(), Optional.of(Duration.ofHours(3)), Set.of(), Set.of());
    assertThat(after(well(QUARTER, Duration.ZERO, Duration.ZERO, period)))
        .isBetween(Duration.ofHours(3), Duration.ofMinutes(190));
    assertThat(after(well(QUARTER, Duration.ZERO, Duration.ofDays(365), Wishes.NONE)))
        .isEqualTo(DAY);
  }

  @Test
  void hoursAndDaysThatTheFeedSkipsAreSkipped() {
    var hours = new Wishes(Optional.empty(), Optional.empty(), Set.of(12, 13, 14), Set.of());
    var next = well(QUARTER, Duration.ZERO, Duration.ZERO, hours);
    assertThat(next.at()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
    assertThat(next.why()).contains("skips");
    var days = new Wishes(Optional.empty(), Optional.empty(), Set.of(), Set.of(DayOfWeek.MONDAY));
    assertThat(well(QUARTER, Duration.ZERO, Duration.ZERO, days).at())
        .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    var all =
        new Wishes(
            Optional.empty(),
            Optional.empty(),
            IntStream.range(0, 24).boxed().collect(java.util.stream.Collectors.toSet()),
            Set.of());
    assertThat(after(well(QUARTER, Duration.ZERO, Duration.ZERO, all))).isLessThan(DAY);
  }

  @Test
  void theEditorsPaceStandsAboveTheFeedsOwn() {
    var next =
        cadence.well(
            NOW,
            Optional.of(DAY),
            DAY,
            Optional.empty(),
            Wishes.NONE,
            Optional.of(Duration.ofMinutes(30)),
            7);
    assertThat(after(next)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
  }

  @Test
  void hardFaultsLoseHeartSoonerThanSoftAndPassingOnes() {
    for (var failures = 2; failures < 8; failures++) {
      var hard = ill(Cadence.Fault.HARD, failures);
      var soft = ill(Cadence.Fault.SOFT, failures);
      var passing = ill(Cadence.Fault.PASSING, failures);
      assertThat(hard).isGreaterThanOrEqualTo(soft);
      assertThat(soft).isGreaterThanOrEqualTo(passing);
    }
  }

  private Duration ill(Cadence.Fault fault, int failures) {
    return after(cadence.ill(NOW, fault, failures, Optional.empty(), "timeout", 7));
  }

  @Test
  void nobodyIsGivenUpForGood() {
    for (var failures = 1; failures < 2000; failures += 37) {
      for (var fault : Cadence.Fault.values()) {
        assertThat(ill(fault, failures)).isBetween(QUARTER, DAY);
      }
    }
  }

  @Test
  void retryAfterIsHonouredAndCapped() {
    assertThat(after(asked(Duration.ofHours(2))))
        .isBetween(Duration.ofHours(2), Duration.ofMinutes(127));
    assertThat(after(asked(Duration.ofSeconds(1)))).isGreaterThanOrEqualTo(QUARTER);
    var year = asked(Duration.ofDays(365));
    assertThat(after(year)).isEqualTo(DAY);
    assertThat(year.why()).contains("asked for 365 days").contains("longest pause");
    assertThat(asked(Duration.ofDays(3650)).why()).contains("asked for 10 years");
  }

  private Cadence.Next asked(Duration some) {
    return cadence.ill(NOW, Cadence.Fault.PASSING, 1, Optional.of(some), "429", 7);
  }

  @Test
  void outletsThatFailTogetherDoNotComeBackTogether() {
    var times =
        LongStream.range(0, 100)
            .mapToObj(
                seed -> cadence.ill(NOW, Cadence.Fault.SOFT, 3, Optional.empty(), "x", seed * 31))
            .map(next -> next.at().atOffset(ZoneOffset.UTC).toEpochSecond())
            .distinct();
    assertThat(times.count()).isGreaterThan(50);
  }

  @Test
  void wishesAreWrittenDownAndReadBack() {
    var wishes =
        new Wishes(
            Optional.of(QUARTER),
            Optional.of(DAY),
            Set.of(0, 23),
            Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    assertThat(Wishes.parse(wishes.lines())).isEqualTo(wishes);
    assertThat(Wishes.parse("")).isEqualTo(Wishes.NONE);
  }
}

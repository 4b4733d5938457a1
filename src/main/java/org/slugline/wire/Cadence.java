package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** When an outlet is asked next, and why then. Pure. */
final class Cadence {
  /** A feed is asked twice in the time that it usually takes to bring something. */
  private static final int ASKED_PER_ITEM = 2;

  /** One that fell silent is asked again after a twelfth of its silence. */
  private static final int OF_SILENCE = 12;

  private final Duration pause;
  private final Duration longest;

  Cadence(Manners manners) {
    pause = manners.pause();
    longest = manners.longestPause();
  }

  /**
   * @param at when
   * @param why in words, to follow "next poll …:"
   */
  record Next(Instant at, String why) {}

  /** How bad a failure is: how fast we lose heart. */
  enum Fault {
    /** The server is busy and says so. */
    PASSING,
    /** The way there is broken: timeouts, connections, 5xx. */
    SOFT,
    /** It will not mend by itself: 404, a bad certificate, no feed. */
    HARD
  }

  /**
   * After a poll that went well.
   *
   * @param pace between the feed's items of late; empty when unknown
   * @param silence since it last brought something
   * @param fresh what Cache-Control or Expires say
   * @param set what the editor set
   * @param seed spreads outlets that would fall due together
   */
  Next well(
      Instant now,
      Optional<Duration> pace,
      Duration silence,
      Optional<Duration> fresh,
      Wishes wishes,
      Optional<Duration> set,
      long seed) {
    var after = pause;
    var why = "the shortest pause";
    if (pace.isPresent()) {
      var own = pace.get().dividedBy(ASKED_PER_ITEM);
      var quiet = silence.dividedBy(OF_SILENCE);
      if (own.compareTo(after) > 0) {
        after = own;
        why = "it brings an item every " + words(pace.get());
      }
      if (quiet.compareTo(after) > 0) {
        after = quiet;
        why = "it brought nothing for " + words(silence);
      }
    }
    if (set.isPresent()) {
      after = longer(set.get(), pause);
      why = "its pace was set to " + words(set.get());
    }
    var told = Duration.ZERO; // what the other side asks for is never cut short
    if (fresh.isPresent() && fresh.get().compareTo(after) > 0) {
      after = fresh.get();
      told = after;
      why = "its answer stays fresh for " + words(fresh.get());
    }
    if (wishes.ttl().isPresent() && wishes.ttl().get().compareTo(after) > 0) {
      after = wishes.ttl().get();
      told = after;
      why = "its ttl asks for " + words(after);
    }
    if (wishes.period().isPresent() && wishes.period().get().compareTo(after) > 0) {
      after = wishes.period().get();
      told = after;
      why = "its update period is " + words(after);
    }
    if (after.compareTo(longest) > 0) {
      after = longest;
      why = why + ", the longest pause is " + words(longest);
    }
    var at = now.plus(longer(spread(after, share(seed, 50)), shorter(told, longest)));
    return outsideSkipped(at, why, wishes);
  }

  /**
   * After a failure.
   *
   * @param failures in a row, this one included
   * @param asked what Retry-After says
   */
  Next ill(
      Instant now, Fault fault, int failures, Optional<Duration> asked, String what, long seed) {
    var step = Math.min(failures - 1, 20);
    var factor =
        switch (fault) {
          case PASSING -> Math.pow(1.5, step);
          case SOFT -> Math.pow(1.6, step);
          case HARD -> Math.pow(2.5, step);
        };
    var backed =
        Duration.ofMillis((long) Math.min(pause.toMillis() * factor, (double) longest.toMillis()));
    if (asked.isPresent()) {
      var told = shorter(longer(asked.get(), pause), longest);
      if (told.compareTo(backed) >= 0 || fault == Fault.PASSING) {
        var capped =
            asked.get().compareTo(longest) > 0 ? ", the longest pause is " + words(longest) : "";
        return new Next(
            now.plus(longer(told, spread(told, share(seed, 50)))),
            what + "; it asked for " + words(asked.get()) + capped);
      }
    }
    return new Next(
        now.plus(spread(backed, share(seed, 200))),
        what + (failures == 1 ? "" : ", " + failures + " times in a row"));
  }

  /** Moves a time out of the hours and days that the feed does not want to be asked in. */
  private static Next outsideSkipped(Instant at, String why, Wishes wishes) {
    if (wishes.skipHours().size() >= 24 || wishes.skipDays().size() >= 7) {
      return new Next(at, why);
    }
    var moved = at.atOffset(ZoneOffset.UTC);
    while (wishes.skipDays().contains(moved.getDayOfWeek())
        || wishes.skipHours().contains(moved.getHour())) {
      moved = moved.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return moved.toInstant().equals(at)
        ? new Next(at, why)
        : new Next(moved.toInstant(), why + ", and it skips the hours before");
  }

  /** So many thousandths later; so many earlier where that would be beyond the longest pause. */
  private Duration spread(Duration some, long thousandths) {
    var by = some.multipliedBy(thousandths).dividedBy(1000);
    var later = some.plus(by);
    return later.compareTo(longest) <= 0 ? later : longer(some.minus(by), pause);
  }

  /** Evenly spread over 0 to {@code most}, the same for the same seed. */
  private static long share(long seed, int most) {
    var mixed = seed * 0x9E3779B97F4A7C15L;
    return Math.floorMod(mixed ^ (mixed >>> 29), (long) most + 1);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** A length of time as one says it: {@code 40 minutes}, {@code 2.5 hours}. */
  static String words(Duration some) {
    var seconds = some.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 2 * 3600) {
      return Math.round(seconds / 60.0) + " minutes";
    }
    if (seconds < 2 * 86_400) {
      return tenths(seconds / 3600.0) + " hours";
    }
    var days = seconds / 86_400.0;
    return days < 2 * 365 ? tenths(days) + " days" : tenths(days / 365) + " years";
  }

  private static String tenths(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}

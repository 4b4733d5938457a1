package org.slugline.wire;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slugline.feed.Feed;

/**
 * What a document itself asks of those who poll it; kept, since a 304 does not say it again.
 *
 * @param ttl RSS 2.0
 * @param period of the {@code sy:} elements
 * @param skipHours 0 to 23, GMT
 */
record Wishes(
    Optional<Duration> ttl,
    Optional<Duration> period,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays) {
  static final Wishes NONE = new Wishes(Optional.empty(), Optional.empty(), Set.of(), Set.of());

  static Wishes of(Feed feed) {
    var ttl =
        feed.ttl().isPresent() && feed.ttl().getAsInt() > 0
            ? Optional.of(Duration.ofMinutes(feed.ttl().getAsInt()))
            : Optional.<Duration>empty();
    var period = feed.updatePeriod().filter(some -> !some.isNegative() && !some.isZero());
    return new Wishes(ttl, period, feed.skipHours(), feed.skipDays());
  }

  /** KEY=VALUE, one a line. */
  String lines() {
    var out = new ArrayList<String>();
    ttl.ifPresent(some -> out.add("ttl=" + some.toSeconds()));
    period.ifPresent(some -> out.add("period=" + some.toSeconds()));
    if (!skipHours.isEmpty()) {
      out.add("hours=" + joined(new TreeSet<>(skipHours)));
    }
    if (!skipDays.isEmpty()) {
      out.add("days=" + joined(EnumSet.copyOf(skipDays)));
    }
    return String.join("\n", out);
  }

  private static String joined(Set<?> some) {
    return String.join(",", some.stream().map(Object::toString).toList());
  }

  static Wishes parse(String lines) {
    if (lines.isEmpty()) {
      return NONE;
    }
    var ttl = Optional.<Duration>empty();
    var period = Optional.<Duration>empty();
    var hours = new TreeSet<Integer>();
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var line : lines.lines().toList()) {
      var value = line.substring(line.indexOf('=') + 1);
      switch (line.substring(0, Math.max(line.indexOf('='), 0))) {
        case "ttl" -> ttl = Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        case "period" -> period = Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        case "hours" ->
            List.of(value.split(",")).forEach(hour -> hours.add(Integer.parseInt(hour)));
        case "days" -> List.of(value.split(",")).forEach(day -> days.add(DayOfWeek.valueOf(day)));
        default -> {}
      }
    }
    return new Wishes(ttl, period, hours, days);
  }
}

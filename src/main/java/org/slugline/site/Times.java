package org.slugline.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as readers of this newsroom write them, in its language and zone. Thread-safe. */
final class Times {
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter clockWithZone;
  private final DateTimeFormatter month;

  Times(Locale language, ZoneId zone) {
    this.zone = zone;
    // English of no country: day before month, as most of its readers have it
    var locale = language.equals(Locale.ENGLISH) ? Locale.UK : language;
    shortDay =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).withZone(zone);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).withZone(zone);
    longDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).withZone(zone);
    clock = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
    clockWithZone = DateTimeFormatter.ofPattern("HH:mm z", locale).withZone(zone);
    month = DateTimeFormatter.ofPattern("LLLL yyyy", locale).withZone(zone);
  }

  /** For {@code datetime}: UTC, whole seconds. */
  String iso(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  /** Day and clock with its zone, for where one time stands alone. */
  String full(Instant at) {
    return day.format(at) + ", " + clockWithZone.format(at);
  }

  /** Short day and clock, for lists whose zone is said once. */
  String brief(Instant at) {
    return shortDay.format(at) + ", " + clock.format(at);
  }

  /** The same with its zone. */
  String zoned(Instant at) {
    return shortDay.format(at) + ", " + clockWithZone.format(at);
  }

  String clock(Instant at) {
    return clock.format(at);
  }

  String day(Instant at) {
    return day.format(at);
  }

  /** With the day of the week, for headings. */
  String longDay(Instant at) {
    return longDay.format(at);
  }

  String month(YearMonth at) {
    return month.format(at.atDay(1).atStartOfDay(zone));
  }

  LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  ZoneId zone() {
    return zone;
  }
}

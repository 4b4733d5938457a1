package org.slugline.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

/** Times as readers of this newsroom write them, in its language and zone. Thread-safe. */
public final class Times {
  /** Languages of the Arabic script: they have a comma of their own. */
  private static final Set<String> ARABIC = Set.of("ar", "fa", "ur", "ps", "sd", "ug", "ckb");

  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter clockWithZone;
  private final DateTimeFormatter month;
  private final DateTimeFormatter hourOfDay;
  private final String comma;

  Times(Locale language, ZoneId zone) {
    this.zone = zone;
    // English of no country: day before month, as most of its readers have it
    var locale = language.equals(Locale.ENGLISH) ? Locale.UK : language;
    comma = ARABIC.contains(language.getLanguage()) ? "، " : ", ";
    // localizedBy: with the digits of its language too
    shortDay =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(locale).withZone(zone);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(locale).withZone(zone);
    longDay =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(locale).withZone(zone);
    clock = DateTimeFormatter.ofPattern("HH:mm").localizedBy(locale).withZone(zone);
    clockWithZone = DateTimeFormatter.ofPattern("HH:mm z").localizedBy(locale).withZone(zone);
    hourOfDay = DateTimeFormatter.ofPattern("HH:mm").localizedBy(locale);
    month = DateTimeFormatter.ofPattern("LLLL yyyy").localizedBy(locale).withZone(zone);
  }

  /** For {@code datetime}: UTC, whole seconds. */
  public String iso(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).toString();
  }

  /** Day and clock with its zone, for where one time stands alone. */
  public String full(Instant at) {
    return day.format(at) + comma + clockWithZone.format(at);
  }

  /** Short day and clock, for lists whose zone is said once. */
  public String brief(Instant at) {
    return shortDay.format(at) + comma + clock.format(at);
  }

  /** The same with its zone. */
  public String zoned(Instant at) {
    return shortDay.format(at) + comma + clockWithZone.format(at);
  }

  /** The clock alone where it is the same day as another moment. */
  String near(Instant at, Instant other) {
    return date(at).equals(date(other)) ? clock(at) : brief(at);
  }

  /** A full hour of the day. */
  String hour(int hour) {
    return LocalTime.of(hour, 0).format(hourOfDay);
  }

  public String clock(Instant at) {
    return clock.format(at);
  }

  public String day(Instant at) {
    return day.format(at);
  }

  String day(LocalDate at) {
    return day.format(at.atStartOfDay(zone));
  }

  /** With the day of the week, for headings. */
  public String longDay(Instant at) {
    return longDay.format(at);
  }

  public String month(YearMonth at) {
    return month.format(at.atDay(1).atStartOfDay(zone));
  }

  public LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  public ZoneId zone() {
    return zone;
  }
}

package org.slugline.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A date in whatever order, told from its parts: the one with colons is the time, the word is the
 * month, a sign after the time is the zone, and what remains are day and year. One per date.
 */
final class DateScan {
  private static final int UNKNOWN_WORDS = 4;
  private static final Pattern REGION =
      Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?");
  private static final Pattern NUMBER_ALONE = Pattern.compile("(\\d{9,16})(?:\\.\\d*)?");

  /** Year and month without the century: ISO 8601:1988 §5.2.1.3. */
  private static final Pattern SHORT_YEAR_FIRST = Pattern.compile("-(\\d\\d)-?(\\d\\d)");

  /** A week and perhaps the day in it, after the letter W. */
  private static final Pattern WEEK = Pattern.compile("(\\d\\d)(?:-?(\\d))?(?!\\d)");

  private final String text;
  private final int home;
  private int at;
  private final DayParts days = new DayParts();
  private int hour = -1;
  private int minute;
  private int second;
  private int nano;
  private OptionalInt half = OptionalInt.empty();
  private OptionalInt offset = OptionalInt.empty();
  private int unknown;
  private boolean impossible;

  DateScan(String raw) {
    var eastern = EasternDate.of(raw);
    home = eastern.offset();
    // Go prints its monotonic clock behind the zone
    var monotonic = eastern.text().indexOf(" m=");
    text = monotonic < 0 ? eastern.text() : eastern.text().substring(0, monotonic);
  }

  Optional<Instant> instant() {
    var alone = NUMBER_ALONE.matcher(text);
    if (alone.matches() && !compact(alone.group(1))) {
      return FeedDate.unix(Long.parseLong(alone.group(1)), alone.group(1).length());
    }
    if (text.startsWith("-")) {
      return shortYearFirst();
    }
    while (at < text.length() && !impossible) {
      var c = text.charAt(at);
      if (isDigit(c)) {
        digits();
      } else if (Character.isLetter(c)) {
        word();
      } else {
        at++;
      }
    }
    return impossible || unknown > UNKNOWN_WORDS ? Optional.empty() : days.day().flatMap(this::at);
  }

  /** {@code 200401011948} and {@code 20040101194821} are calendars, not clocks since 1970. */
  private static boolean compact(String digits) {
    return (digits.length() == 12 || digits.length() == 14)
        && (digits.startsWith("19") || digits.startsWith("20"))
        && Integer.parseInt(digits.substring(4, 6)) <= 12;
  }

  private Optional<Instant> shortYearFirst() {
    var parts = SHORT_YEAR_FIRST.matcher(text);
    return parts.matches()
        ? DayParts.of(
                DayParts.century(Integer.parseInt(parts.group(1))),
                Integer.parseInt(parts.group(2)),
                1)
            .flatMap(this::at)
        : Optional.empty();
  }

  private void digits() {
    var start = at;
    var value = 0L;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    var length = at - start;
    var before = signBefore(start);
    if (hour < 0 && length <= 2 && clockFollows()) {
      time((int) value, ':');
    } else if (hour < 0 && length <= 2 && days.isWhole() && dottedClockFollows()) {
      at++;
      time((int) value, '.');
    } else if (hour >= 0 && (before == '+' || before == '-') && days.mayEnd()) {
      zone(before, (int) value, length);
    } else if (hour < 0 && compactTimeStands(before, length)) {
      compactTime(text.substring(start, at));
    } else if (length == 12 || length == 14) {
      compactDate(text.substring(start, at));
    } else if (isBelowZero(start, before, length) || !days.add((int) value, length, before)) {
      impossible = true;
    }
  }

  /** Also over the blank of {@code + 0100}. */
  private char signBefore(int start) {
    var before = start == 0 ? ' ' : text.charAt(start - 1);
    if (before == ' ' && start > 1 && hour >= 0) {
      var sign = text.charAt(start - 2);
      return sign == '+' || sign == '-' ? sign : before;
    }
    return before;
  }

  private boolean compactTimeStands(char before, int length) {
    return Character.toUpperCase(before) == 'T'
        ? days.mayEnd()
        : before == ' ' && (length == 4 || length == 6) && days.isWhole();
  }

  /** PHP prints a missing date as one of the year -0001. */
  private boolean isBelowZero(int start, char before, int length) {
    return before == '-' && length > 2 && start > 1 && text.charAt(start - 2) == ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean clockFollows() {
    var next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length() || (text.charAt(next) != ':' && text.charAt(at) != 'h')) {
      return false;
    }
    next++;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length() || !isDigit(text.charAt(next))) {
      return text.charAt(at) == ':' && next >= text.length();
    }
    at = next;
    return true;
  }

  /** {@code 13.31}, as the North writes it. */
  private boolean dottedClockFollows() {
    return at + 2 < text.length()
        && text.charAt(at) == '.'
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2))
        && (at + 3 == text.length() || !isDigit(text.charAt(at + 3)));
  }

  private void time(int hours, char separator) {
    hour = hours;
    minute = at < text.length() && isDigit(text.charAt(at)) ? number(2) : 0;
    if (at + 1 < text.length() && text.charAt(at) == separator) {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      second = number(2);
      if (at + 1 < text.length()
          && (text.charAt(at) == '.' || text.charAt(at) == ',')
          && isDigit(text.charAt(at + 1))) {
        at++;
        fraction();
      } else if (at + 1 < text.length() && text.charAt(at) == ':' && isDigit(text.charAt(at + 1))) {
        // four parts are no time of day
        impossible = true;
      }
    }
  }

  private void fraction() {
    var scale = 100_000_000;
    while (at < text.length() && isDigit(text.charAt(at))) {
      nano += (text.charAt(at) - '0') * scale;
      scale /= 10;
      at++;
    }
  }

  private int number(int most) {
    var value = 0;
    for (var i = 0; i < most && at < text.length() && isDigit(text.charAt(at)); i++) {
      value = value * 10 + (text.charAt(at++) - '0');
    }
    return value;
  }

  private void zone(char sign, int value, int length) {
    var hours = length <= 2 ? value : value / 100;
    var minutes = length <= 2 ? 0 : value % 100;
    if (length <= 2 && at + 1 < text.length() && text.charAt(at) == ':') {
      at++;
      minutes = number(2);
    }
    if (length > 4 || minutes > 59 || hours > 18) {
      impossible = true;
      return;
    }
    var east = hours * 60 + minutes;
    offset = OptionalInt.of(sign == '-' ? -east : east);
  }

  private void compactTime(String digits) {
    hour = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    minute = digits.length() >= 4 ? Integer.parseInt(digits.substring(2, 4)) : 0;
    second = digits.length() >= 6 ? Integer.parseInt(digits.substring(4, 6)) : 0;
    impossible |= digits.length() > 6 || digits.length() % 2 != 0;
    if (at + 1 < text.length() && text.charAt(at) == '.') {
      at++;
      fraction();
    }
  }

  private void compactDate(String digits) {
    impossible |= !days.add(Integer.parseInt(digits.substring(0, 8)), 8, ' ');
    compactTime(digits.substring(8));
  }

  private void word() {
    var start = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || isMark(text.charAt(at)))) {
      at++;
    }
    var raw = text.substring(start, at);
    var region = REGION.matcher(text).region(start, text.length());
    if (region.lookingAt() && zoneOf(region.group())) {
      at = region.end();
      return;
    }
    understand(DateWords.bare(raw).replace(".", ""), raw, start);
  }

  /** Dots within {@code a.m.} and combining accents. */
  private boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || (c == '.' && at + 1 < text.length() && text.charAt(at + 1) == 'm');
  }

  private void understand(String word, String raw, int start) {
    var found = DateWords.month(word);
    var halfOfDay = DateWords.halfOfDay(word);
    var zone = DateWords.zone(word);
    if (word.equals("t") && start > 0 && isDigit(text.charAt(start - 1)) && hour < 0) {
      return;
    }
    if (halfOfDay.isPresent()) {
      half = halfOfDay;
      hourWithoutMinutes();
    } else if (found.isPresent() && days.takesMonth()) {
      days.month(found.getAsInt(), DateWords.mayBeDay(word));
    } else if (word.equals("w") && hour < 0 && days.takesWeek()) {
      week();
    } else if (zone.isPresent() && hour >= 0 && offset.isEmpty()) {
      offset = zone;
    } else if (raw.length() > 1 && hour < 0 && start > 0 && isDigit(text.charAt(start - 1))) {
      // the st, nd, rd and th of an ordinal
    } else {
      unknown++;
    }
  }

  private void week() {
    var parts = WEEK.matcher(text).region(at, text.length());
    if (!parts.lookingAt() || parts.group(1).equals("00")) {
      impossible = true;
      return;
    }
    at = parts.end();
    var day = parts.group(2);
    days.week(Integer.parseInt(parts.group(1)), day == null ? 1 : Integer.parseInt(day));
  }

  /** {@code 6 PM}. */
  private void hourWithoutMinutes() {
    if (hour < 0 && text.indexOf(':', at) < 0) {
      hour = days.takeHour().orElse(hour);
    }
  }

  private boolean zoneOf(String name) {
    if (hour < 0 || offset.isPresent()) {
      return false;
    }
    try {
      var zone = ZoneId.of(name);
      var day = days.day();
      if (day.isPresent() && hour < 24 && minute < 60 && second < 60) {
        var local = LocalDateTime.of(day.orElseThrow(), LocalTime.of(hour, minute, second));
        offset = OptionalInt.of(zone.getRules().getOffset(local).getTotalSeconds() / 60);
      }
      return offset.isPresent();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Optional<Instant> at(LocalDate day) {
    var hours = Math.max(hour, 0);
    if (half.isPresent()) {
      if (hours > 12 && half.getAsInt() == 0) {
        return Optional.empty();
      }
      hours = hours <= 12 ? hours % 12 + half.getAsInt() : hours;
    }
    return FeedDate.instant(
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        hours,
        minute,
        second,
        nano,
        offset.orElse(home));
  }
}

package org.slugline.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A date in whatever order, told from its parts: the one with colons is the time, the word is the
 * month, a sign after the time is the zone, and what remains are day and year. One per date.
 */
final class DateScan {
  /** Parts of a date that are numbers. */
  private record Part(int value, int digits, char before) {}

  private static final int UNKNOWN_WORDS = 4;
  private static final Pattern REGION =
      Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?");
  private static final Pattern NUMBER_ALONE = Pattern.compile("(\\d{9,16})(?:\\.\\d*)?");

  private final String text;
  private final boolean korean;
  private final boolean japanese;
  private final boolean chinese;
  private int at;
  private final List<Part> numbers = new ArrayList<>(4);
  private OptionalInt month = OptionalInt.empty();
  private boolean monthMayBeDay;
  private int hour = -1;
  private int minute;
  private int second;
  private int nano;
  private OptionalInt half = OptionalInt.empty();
  private OptionalInt offset = OptionalInt.empty();
  private int unknown;
  private boolean impossible;

  DateScan(String raw) {
    korean = raw.indexOf('년') >= 0 || raw.contains("오전") || raw.contains("오후");
    japanese = raw.indexOf('曜') >= 0 || raw.contains("午前") || raw.contains("午後");
    chinese = raw.contains("上午") || raw.contains("下午") || raw.contains("星期");
    text = ascii(raw);
  }

  Optional<Instant> instant() {
    var alone = NUMBER_ALONE.matcher(text);
    if (alone.matches() && !compact(alone.group(1))) {
      return FeedDate.unix(Long.parseLong(alone.group(1)), alone.group(1).length());
    }
    while (at < text.length() && !impossible) {
      var c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits();
      } else if (Character.isLetter(c)) {
        word();
      } else {
        at++;
      }
    }
    return impossible || unknown > UNKNOWN_WORDS ? Optional.empty() : date().flatMap(this::at);
  }

  /** {@code 200401011948} and {@code 20040101194821} are calendars, not clocks since 1970. */
  private static boolean compact(String digits) {
    return (digits.length() == 12 || digits.length() == 14)
        && (digits.startsWith("19") || digits.startsWith("20"))
        && Integer.parseInt(digits.substring(4, 6)) <= 12;
  }

  /** Year, month, day and time signs of the East, and their wide digits, as those of the West. */
  private static String ascii(String raw) {
    var out = new StringBuilder(raw.length());
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      switch (c) {
        case '年', '년', '月', '월' -> out.append('-');
        case '日', '号', '號', '일' -> out.append(' ');
        case '時', '时', '点', '點', '시' -> out.append(':');
        case '分', '분' -> out.append(clockGoesOn(raw, i) ? ':' : ' ');
        case '秒', '초' -> out.append(' ');
        default -> out.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
      }
    }
    return out.toString();
  }

  private static boolean clockGoesOn(String raw, int at) {
    var next = raw.substring(at + 1).stripLeading();
    return !next.isEmpty() && Character.isDigit(next.charAt(0));
  }

  private void digits() {
    var start = at;
    var value = 0L;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    var length = at - start;
    var before = start == 0 ? ' ' : text.charAt(start - 1);
    if (hour < 0 && length <= 2 && clockFollows()) {
      time((int) value);
    } else if (hour >= 0 && (before == '+' || before == '-') && complete()) {
      zone(before, (int) value, length);
    } else if (hour < 0 && complete() && (before == 'T' || before == 't')) {
      compactTime(text.substring(start, at));
    } else if (length == 12 || length == 14) {
      compactDate(text.substring(start, at));
    } else if (numbers.size() < 4) {
      numbers.add(new Part((int) value, length, before));
    } else {
      impossible = true;
    }
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

  private void time(int hours) {
    hour = hours;
    minute = at < text.length() && isDigit(text.charAt(at)) ? number(2) : 0;
    if (at + 1 < text.length() && text.charAt(at) == ':') {
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
    numbers.add(new Part(Integer.parseInt(digits.substring(0, 8)), 8, ' '));
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
    } else if (found.isPresent() && (month.isEmpty() || monthMayBeDay)) {
      month = found;
      monthMayBeDay = DateWords.mayBeDay(word);
    } else if (word.equals("w") && hour < 0) {
      // weeks of ISO 8601 are not met in feeds, and would be taken for months
      impossible = true;
    } else if (zone.isPresent() && hour >= 0 && offset.isEmpty()) {
      offset = zone;
    } else if (raw.length() > 1 && hour < 0 && start > 0 && isDigit(text.charAt(start - 1))) {
      // the st, nd, rd and th of an ordinal
    } else {
      unknown++;
    }
  }

  /** {@code 6 PM}. */
  private void hourWithoutMinutes() {
    if (hour < 0
        && numbers.size() > 1
        && numbers.getLast().digits() <= 2
        && text.indexOf(':', at) < 0) {
      hour = numbers.removeLast().value();
    }
  }

  private boolean zoneOf(String name) {
    if (hour < 0 || offset.isPresent()) {
      return false;
    }
    try {
      var zone = ZoneId.of(name);
      var day = date();
      if (day.isPresent() && hour < 24 && minute < 60 && second < 60) {
        var local =
            LocalDateTime.of(day.orElseThrow(), java.time.LocalTime.of(hour, minute, second));
        offset = OptionalInt.of(zone.getRules().getOffset(local).getTotalSeconds() / 60);
      }
      return offset.isPresent();
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether enough stands before the time that what follows cannot be part of the date. */
  private boolean complete() {
    return month.isPresent()
        ? !numbers.isEmpty()
        : numbers.size() >= 3
            || (numbers.size() == 1 && numbers.getFirst().digits() >= 4)
            || (numbers.size() == 2 && numbers.getFirst().digits() + numbers.get(1).digits() >= 5);
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
        offset.orElse(home()));
  }

  /** Korea and Japan have one zone, and so has China: who writes in their way means it. */
  private int home() {
    return korean || japanese ? 9 * 60 : chinese ? 8 * 60 : 0;
  }

  private Optional<LocalDate> date() {
    return switch (numbers.size()) {
      case 1 -> month.isPresent() ? monthAndYear() : single(numbers.getFirst());
      case 2 -> month.isPresent() ? named() : two(numbers.get(0), numbers.get(1));
      case 3 -> month.isPresent() ? named() : three();
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> monthAndYear() {
    var only = numbers.getFirst();
    return only.digits() == 4 ? day(only.value(), month.orElse(0), 1) : Optional.empty();
  }

  private Optional<LocalDate> named() {
    var first = numbers.get(0);
    var other = numbers.get(1);
    return first.digits() >= 4 || first.value() > 31
        ? day(year(first), month.orElse(0), other.value())
        : day(year(other), month.orElse(0), first.value());
  }

  private static Optional<LocalDate> single(Part only) {
    var value = only.value();
    return switch (only.digits()) {
      case 4 -> day(value, 1, 1);
      case 5 -> FeedDate.ordinal(century(value / 1_000), value % 1_000);
      case 6 -> day(century(value / 10_000), value / 100 % 100, value % 100);
      case 7 -> FeedDate.ordinal(value / 1_000, value % 1_000);
      case 8 -> day(value / 10_000, value / 100 % 100, value % 100);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> two(Part first, Part other) {
    if (other.digits() == 3) {
      return FeedDate.ordinal(year(first), other.value());
    }
    if (other.digits() == 4 && first.digits() <= 2) {
      return day(other.value(), first.value(), 1);
    }
    return first.digits() == 4 ? day(first.value(), other.value(), 1) : Optional.empty();
  }

  private Optional<LocalDate> three() {
    var a = numbers.get(0);
    var b = numbers.get(1);
    var c = numbers.get(2);
    if (a.digits() >= 3 || a.value() > 31) {
      return day(year(a), b.value(), c.value());
    }
    if (b.before() == '-' && c.digits() == 2) {
      var eastern = day(year(a), b.value(), c.value());
      return eastern.isPresent() ? eastern : day(year(c), b.value(), a.value());
    }
    // slashes are American where they can be
    var american = b.before() == '/' && a.value() <= 12;
    var first = american ? day(year(c), a.value(), b.value()) : day(year(c), b.value(), a.value());
    return first.isPresent() ? first : day(year(c), a.value(), b.value());
  }

  private static int year(Part part) {
    return part.digits() <= 2
        ? century(part.value())
        : part.digits() == 3 ? 1900 + part.value() : part.value();
  }

  /** RFC 5322 §4.3. */
  private static int century(int year) {
    return year < 50 ? 2000 + year : 1900 + year;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    return FeedDate.instant(year, month, day, 0, 0, 0, 0, 0)
        .map(_ -> LocalDate.of(year, month, day));
  }
}

package org.slugline.feed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers and perhaps the name of a month, and which day they mean. One per date. */
final class DayParts {
  private static final int MOST = 4;

  /**
   * A number of the date.
   *
   * @param before the sign in front of it
   */
  private record Part(int value, int digits, char before) {}

  private final List<Part> numbers = new ArrayList<>(MOST);
  private OptionalInt month = OptionalInt.empty();
  private boolean monthMayBeDay;
  private int week;
  private int dayOfWeek = 1;

  /**
   * @return whether there was room for it
   */
  boolean add(int value, int digits, char before) {
    return numbers.size() < MOST && numbers.add(new Part(value, digits, before));
  }

  /** A later name wins only over one that may have been a day of the week. */
  boolean takesMonth() {
    return month.isEmpty() || monthMayBeDay;
  }

  void month(int number, boolean mayBeDay) {
    month = OptionalInt.of(number);
    monthMayBeDay = mayBeDay;
  }

  /** Whether a year stands there, of which a week may follow: ISO 8601 §4.1.4. */
  boolean takesWeek() {
    return numbers.size() == 1 && week == 0;
  }

  void week(int number, int day) {
    week = number;
    dayOfWeek = day;
  }

  /** The last number, where it may as well be an hour. */
  OptionalInt takeHour() {
    return numbers.size() > 1 && numbers.getLast().digits() <= 2
        ? OptionalInt.of(numbers.removeLast().value())
        : OptionalInt.empty();
  }

  /** Whether enough is there that a zone cannot be part of the date. */
  boolean mayEnd() {
    return month.isPresent()
        ? !numbers.isEmpty()
        : week > 0
            || numbers.size() >= 3
            || (numbers.size() == 1 && numbers.getFirst().digits() >= 4)
            || (numbers.size() == 2 && numbers.getFirst().digits() + numbers.get(1).digits() >= 5);
  }

  /** Whether day, month and year are all there. */
  boolean isWhole() {
    return month.isPresent()
        ? numbers.size() >= 2
        : week > 0
            || numbers.size() >= 3
            || (numbers.size() == 1 && numbers.getFirst().digits() >= 6);
  }

  Optional<LocalDate> day() {
    if (week > 0) {
      return numbers.size() == 1 ? inWeek() : Optional.empty();
    }
    return switch (numbers.size()) {
      case 1 -> month.isPresent() ? monthAndYear() : single(numbers.getFirst());
      case 2 -> month.isPresent() ? named() : two(numbers.get(0), numbers.get(1));
      case 3 -> month.isPresent() ? named() : three();
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> inWeek() {
    var year = year(numbers.getFirst());
    if (year < 1 || year > 9999 || dayOfWeek < 1 || dayOfWeek > 7) {
      return Optional.empty();
    }
    var weeks =
        IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(year, 7, 1)).getMaximum();
    var first = LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return week > weeks
        ? Optional.empty()
        : Optional.of(first.plusDays((week - 1) * 7L + dayOfWeek - 1));
  }

  private Optional<LocalDate> monthAndYear() {
    var only = numbers.getFirst();
    return only.digits() == 4 ? of(only.value(), month.orElse(0), 1) : Optional.empty();
  }

  private Optional<LocalDate> named() {
    var first = numbers.get(0);
    var other = numbers.get(1);
    return first.digits() >= 4 || first.value() > 31
        ? of(year(first), month.orElse(0), other.value())
        : of(year(other), month.orElse(0), first.value());
  }

  private static Optional<LocalDate> single(Part only) {
    var value = only.value();
    return switch (only.digits()) {
      case 4 -> of(value, 1, 1);
      case 5 -> ordinal(century(value / 1_000), value % 1_000);
      case 6 -> of(century(value / 10_000), value / 100 % 100, value % 100);
      case 7 -> ordinal(value / 1_000, value % 1_000);
      case 8 -> of(value / 10_000, value / 100 % 100, value % 100);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> two(Part first, Part other) {
    if (other.digits() == 3) {
      return ordinal(year(first), other.value());
    }
    if (other.digits() == 4 && first.digits() <= 2) {
      return of(other.value(), first.value(), 1);
    }
    return first.digits() == 4 ? of(first.value(), other.value(), 1) : Optional.empty();
  }

  private Optional<LocalDate> three() {
    var a = numbers.get(0);
    var b = numbers.get(1);
    var c = numbers.get(2);
    if (a.digits() >= 3 || a.value() > 31) {
      return of(year(a), b.value(), c.value());
    }
    if (b.before() == '-' && c.digits() == 2) {
      var eastern = of(year(a), b.value(), c.value());
      return eastern.isPresent() ? eastern : of(year(c), b.value(), a.value());
    }
    // slashes are American where they can be
    var american = b.before() == '/' && a.value() <= 12;
    var first = american ? of(year(c), a.value(), b.value()) : of(year(c), b.value(), a.value());
    return first.isPresent() ? first : of(year(c), a.value(), b.value());
  }

  private static int year(Part part) {
    return part.digits() <= 2
        ? century(part.value())
        : part.digits() == 3 ? 1900 + part.value() : part.value();
  }

  /** RFC 5322 §4.3. */
  static int century(int year) {
    return year < 50 ? 2000 + year : 1900 + year;
  }

  static Optional<LocalDate> of(int year, int month, int day) {
    return FeedDate.instant(year, month, day, 0, 0, 0, 0, 0)
        .map(_ -> LocalDate.of(year, month, day));
  }

  /** Day of the year, ISO 8601 §4.1.3. */
  private static Optional<LocalDate> ordinal(int year, int day) {
    return year >= 1 && year <= 9999 && day >= 1 && day <= LocalDate.of(year, 1, 1).lengthOfYear()
        ? Optional.of(LocalDate.ofYearDay(year, day))
        : Optional.empty();
  }
}

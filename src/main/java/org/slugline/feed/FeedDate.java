package org.slugline.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Every date form met in the wild → an instant, or empty: RFC 3339 and RFC 822 as they should be
 * are read where they stand, all else goes to {@link DateScan}. What has no zone is taken for UTC;
 * impossible dates are empty, never rolled over.
 */
final class FeedDate {
  private static final int LONGEST = 100;

  private FeedDate() {}

  static Optional<Instant> read(String raw) {
    var text = raw.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    var first = text.charAt(0);
    if (first >= '0' && first <= '9' && text.length() >= 20 && text.charAt(4) == '-') {
      var plain = internet(text);
      if (plain.isPresent()) {
        return plain;
      }
    } else if (text.length() >= 28 && text.charAt(3) == ',') {
      var plain = mail(text);
      if (plain.isPresent()) {
        return plain;
      }
    }
    return new DateScan(text).instant();
  }

  /**
   * @param nano of the second
   * @param offset minutes east of Greenwich
   */
  static Optional<Instant> instant(
      int year, int month, int day, int hour, int minute, int second, int nano, int offset) {
    var midnight = hour == 24 && minute == 0 && second == 0 && nano == 0;
    if (year < 1
        || year > 9999
        || month < 1
        || month > 12
        || day < 1
        || (day > 28 && day > LocalDate.of(year, month, 1).lengthOfMonth())
        || (hour > 23 && !midnight)
        || minute > 59
        || second > 60
        || Math.abs(offset) > 18 * 60) {
      return Optional.empty();
    }
    var days = LocalDate.of(year, month, day).toEpochDay();
    var seconds = days * 86_400 + hour * 3_600L + minute * 60L + second - offset * 60L;
    return Optional.of(Instant.ofEpochSecond(seconds, nano));
  }

  /** {@code 2003-12-31T10:14:55.123-08:00}, RFC 3339 §5.6. */
  private static Optional<Instant> internet(String text) {
    var end = text.length();
    if (text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return Optional.empty();
    }
    var at = 19;
    var nano = 0;
    if (text.charAt(at) == '.') {
      var scale = 100_000_000;
      for (at++; at < end && digit(text, at) >= 0; at++) {
        nano += digit(text, at) * scale;
        scale /= 10;
      }
    }
    int offset;
    if (at == end - 1 && text.charAt(at) == 'Z') {
      offset = 0;
    } else if (at == end - 6 && text.charAt(at + 3) == ':') {
      offset = offset(text.charAt(at), number(text, at + 1, 2), number(text, at + 4, 2));
    } else {
      return Optional.empty();
    }
    return checked(
        number(text, 0, 4),
        number(text, 5, 2),
        number(text, 8, 2),
        number(text, 11, 2),
        number(text, 14, 2),
        number(text, 17, 2),
        nano,
        offset);
  }

  /** {@code Thu, 01 Jan 2004 19:48:21 GMT} or {@code +0000}, RFC 5322 §3.3. */
  private static Optional<Instant> mail(String text) {
    var end = text.length();
    if (text.charAt(7) != ' '
        || text.charAt(11) != ' '
        || text.charAt(16) != ' '
        || text.charAt(19) != ':'
        || text.charAt(22) != ':'
        || text.charAt(25) != ' ') {
      return Optional.empty();
    }
    int offset;
    if (end <= 30 && text.charAt(26) >= 'A') {
      offset =
          DateWords.zone(text.substring(26).toLowerCase(Locale.ROOT)).orElse(Integer.MIN_VALUE);
    } else if (end == 31) {
      offset = offset(text.charAt(26), number(text, 27, 2), number(text, 29, 2));
    } else {
      return Optional.empty();
    }
    return checked(
        number(text, 12, 4),
        month(text),
        number(text, 5, 2),
        number(text, 17, 2),
        number(text, 20, 2),
        number(text, 23, 2),
        0,
        offset);
  }

  private static int month(String text) {
    var at = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(text.substring(8, 11));
    return at < 0 || at % 3 != 0 ? -1 : at / 3 + 1;
  }

  private static Optional<Instant> checked(
      int year, int month, int day, int hour, int minute, int second, int nano, int offset) {
    var whole = (year | month | day | hour | minute | second) >= 0 && offset != Integer.MIN_VALUE;
    return whole ? instant(year, month, day, hour, minute, second, nano, offset) : Optional.empty();
  }

  private static int offset(char sign, int hours, int minutes) {
    if ((hours | minutes) < 0 || (sign != '+' && sign != '-')) {
      return Integer.MIN_VALUE;
    }
    var east = hours * 60 + minutes;
    return sign == '-' ? -east : east;
  }

  private static int number(String text, int start, int length) {
    var value = 0;
    for (var i = start; i < start + length; i++) {
      var digit = digit(text, i);
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int digit(String text, int at) {
    var c = text.charAt(at);
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  /** Seconds, milliseconds or microseconds since 1970, told apart by their number of digits. */
  static Optional<Instant> unix(long value, int digits) {
    return switch (digits) {
      case 9, 10 -> Optional.of(Instant.ofEpochSecond(value));
      case 12, 13 -> Optional.of(Instant.ofEpochMilli(value));
      case 15, 16 ->
          Optional.of(Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000));
      default -> Optional.empty();
    };
  }
}

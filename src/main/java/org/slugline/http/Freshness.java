package org.slugline.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** For how long an answer may be kept, and how long its sender wants to be left alone. */
public final class Freshness {
  /** Also where a list, a fraction or a unit follows: what was meant is plain enough. */
  private static final Pattern SECONDS = Pattern.compile("\\+?(\\d+)(?:[.,; s].*)?");

  private static final Pattern NOT_KEPT = Pattern.compile("(?:^|,) *no-(?:store|cache) *(?:,|$)");
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[, ])max-age ?= ?\"?(\\d+)");
  private static final Duration LONGEST = Duration.ofDays(3650);

  private Freshness() {}

  /**
   * RFC 9111 §4.2.1: max-age, else Expires less Date. Header values are {@code ""} where absent.
   *
   * @param now stands in for a Date that is missing
   * @return empty where nothing is said; zero where it must not be kept or has expired
   */
  public static Optional<Duration> lifetime(
      String cacheControl, String expires, String date, Instant now) {
    var asked = cacheControl.toLowerCase(Locale.ROOT);
    if (NOT_KEPT.matcher(asked).find()) {
      return Optional.of(Duration.ZERO);
    }
    var age = MAX_AGE.matcher(asked);
    if (age.find()) {
      return Optional.of(seconds(age.group(1)));
    }
    if (expires.isBlank()) {
      return Optional.empty();
    }
    // an Expires that is no date has expired, RFC 9111 §5.3
    var end = HttpDate.parse(expires).orElse(Instant.EPOCH);
    return Optional.of(bearable(Duration.between(HttpDate.parse(date).orElse(now), end)));
  }

  /**
   * What is left of {@link #lifetime} where a store stood between and kept the answer for a while.
   *
   * @param age the field, in seconds
   */
  public static Optional<Duration> left(
      String cacheControl, String expires, String date, String age, Instant now) {
    var seconds = SECONDS.matcher(age.strip());
    var passed = seconds.matches() ? seconds(seconds.group(1)) : Duration.ZERO;
    return lifetime(cacheControl, expires, date, now).map(whole -> bearable(whole.minus(passed)));
  }

  /**
   * RFC 9110 §10.2.3: seconds or a date.
   *
   * @return empty where it is neither
   */
  public static Optional<Duration> retryAfter(String value, Instant now) {
    var text = value.strip();
    var seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return Optional.of(seconds(seconds.group(1)));
    }
    return HttpDate.parse(text).map(at -> bearable(Duration.between(now, at)));
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static Duration bearable(Duration some) {
    return some.isNegative() ? Duration.ZERO : some.compareTo(LONGEST) > 0 ? LONGEST : some;
  }
}

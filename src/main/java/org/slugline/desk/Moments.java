package org.slugline.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and lengths as people write them. */
final class Moments {
  private static final Pattern PLAYS =
      Pattern.compile("(?:(\\d{1,4})h)?\\s*(?:(\\d{1,5})m)?\\s*(?:(\\d{1,6})s?)?");
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})");

  private Moments() {}

  /**
   * @param doubtful a clock time that a summer-time change skips or doubles: the earlier offset was
   *     taken
   */
  record Moment(Instant at, boolean doubtful) {}

  /**
   * RFC 3339; a time without an offset, or a date alone (00:00), is of the zone.
   *
   * @return empty where it is no time between the years 1 and 9999
   */
  static Optional<Moment> read(String text, ZoneId zone) {
    var iso =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +(?=\\d)", "$1T");
    iso =
        iso.replaceFirst(" +(?=[+-]\\d\\d:?\\d\\d$)", "")
            .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      return moment(iso, zone)
          .map(moment -> new Moment(moment.at().truncatedTo(ChronoUnit.MILLIS), moment.doubtful()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> moment(String iso, ZoneId zone) {
    if (iso.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Optional.of(local(LocalDate.parse(iso).atStartOfDay(), zone));
    }
    if (iso.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+")) {
      return Optional.of(local(LocalDateTime.parse(iso), zone));
    }
    return iso.matches("\\d{4}-.*")
        ? Optional.of(new Moment(OffsetDateTime.parse(iso).toInstant(), false))
        : Optional.empty();
  }

  private static Moment local(LocalDateTime clock, ZoneId zone) {
    var change = zone.getRules().getTransition(clock);
    return change == null
        ? new Moment(clock.atZone(zone).toInstant(), false)
        : new Moment(clock.toInstant(change.getOffsetBefore()), true);
  }

  /**
   * How long something plays, at most 9,999 hours: {@code 2m10s}, {@code 2:10}, ISO 8601 or
   * seconds.
   */
  static Optional<Duration> length(String text) {
    return written(text).filter(length -> !length.isNegative() && length.toHours() < 10_000);
  }

  private static Optional<Duration> written(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    try {
      var clock = CLOCK.matcher(plain);
      if (clock.matches()) {
        return Optional.of(of(clock.group(1), clock.group(2), clock.group(3)));
      }
      var plays = PLAYS.matcher(plain);
      if (!plain.isEmpty() && plays.matches()) {
        return Optional.of(of(plays.group(1), plays.group(2), plays.group(3)));
      }
      return plain.startsWith("pt") ? Optional.of(Duration.parse(plain)) : Optional.empty();
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Duration of(
      @Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
    return Duration.ofHours(number(hours))
        .plusMinutes(number(minutes))
        .plusSeconds(number(seconds));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** As {@link #length} reads it: {@code 2m10s}. */
  static String word(Duration length) {
    var word = new StringBuilder();
    if (length.toHours() > 0) {
      word.append(length.toHours()).append('h');
    }
    if (length.toMinutesPart() > 0) {
      word.append(length.toMinutesPart()).append('m');
    }
    if (length.toSecondsPart() > 0 || word.isEmpty()) {
      word.append(length.toSecondsPart()).append('s');
    }
    return word.toString();
  }
}

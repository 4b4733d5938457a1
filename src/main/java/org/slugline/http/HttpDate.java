package org.slugline.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** HTTP's dates, RFC 9110 §5.6.7: whole seconds, GMT. */
public final class HttpDate {
  private static final DateTimeFormatter FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String TIME = "(\\d{2}):(\\d{2}):(\\d{2})";
  private static final Pattern NEW =
      Pattern.compile(
          "\\w{3,9}, ?(\\d{1,2})[ -](\\w{3})[ -](\\d{4}|\\d{2}) "
              + TIME
              + " ?(?:GMT|UTC|[+-]0000)");
  private static final Pattern ASCTIME =
      Pattern.compile("\\w{3} (\\w{3}) ([ \\d]?\\d) " + TIME + " (\\d{4})");

  private HttpDate() {}

  /** IMF-fixdate, the only form that may be sent. */
  public static String format(Instant at) {
    return FIXDATE.format(at);
  }

  /**
   * @param text IMF-fixdate, or its elders of RFC 850 and asctime; a year of two digits lies
   *     between 1970 and 2069
   * @return empty where it is none of the three, or no such time exists
   */
  public static Optional<Instant> parse(String text) {
    var fix = NEW.matcher(text.strip());
    if (fix.matches()) {
      return of(fix.group(3), fix.group(2), fix.group(1), fix.group(4), fix.group(5), fix.group(6));
    }
    var old = ASCTIME.matcher(text.strip());
    if (old.matches()) {
      return of(old.group(6), old.group(1), old.group(2), old.group(3), old.group(4), old.group(5));
    }
    return Optional.empty();
  }

  private static Optional<Instant> of(
      String year, String month, String day, String hour, String minute, String second) {
    try {
      var y = Integer.parseInt(year);
      if (year.length() == 2) {
        y += y < 70 ? 2000 : 1900;
      }
      var leap = second.equals("60");
      var at =
          LocalDateTime.of(
              y,
              MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1,
              Integer.parseInt(day.strip()),
              Integer.parseInt(hour),
              Integer.parseInt(minute),
              leap ? 59 : Integer.parseInt(second));
      return Optional.of(at.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

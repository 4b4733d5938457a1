package org.slugline.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the head of an outlet list: RFC 822 with its zones (§5.1), two digits of year or four;
 * else ISO 8601.
 */
final class OpmlDate {
  private static final Pattern RFC822 =
      Pattern.compile(
          "(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3})[a-z]{0,6}\\.?,?[\\s-]+(\\d{4}|\\d{2}),?"
              + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*([a-z]{1,3}|[+-]\\d{2}:?\\d{2})?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES =
      Map.of(
          "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7);

  private OpmlDate() {}

  static Optional<Instant> of(String raw) {
    var text = raw.strip().toLowerCase(Locale.ROOT);
    if (text.length() > 80) {
      return Optional.empty();
    }
    try {
      var match = RFC822.matcher(text);
      return match.matches()
          ? rfc822(match)
          : Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> rfc822(Matcher match) {
    var year = Integer.parseInt(match.group(3));
    if (match.group(3).length() == 2) {
      year += year < 70 ? 2000 : 1900;
    }
    var month = MONTHS.indexOf(match.group(2)) + 1;
    if (month == 0) {
      return Optional.empty();
    }
    var at =
        LocalDateTime.of(
            year, month, number(match, 1), number(match, 4), number(match, 5), number(match, 6));
    return Optional.of(at.toInstant(zone(match.group(7) == null ? "" : match.group(7))));
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }

  private static ZoneOffset zone(String zone) {
    return zone.startsWith("+") || zone.startsWith("-")
        ? ZoneOffset.of(zone)
        : ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
  }
}

package org.slugline.command;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Durations as the configuration writes them: {@code 90s 15m 12h 30d}. */
final class Spans implements CommandLine.ITypeConverter<Duration> {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})([smhd])");

  private static final Duration LONGEST = Duration.ofDays(36_500);

  @Override
  public Duration convert(String value) {
    var matcher = SPAN.matcher(value);
    if (!matcher.matches()) {
      throw new CommandLine.TypeConversionException(
          "'" + value + "' is not a duration such as 90s, 15m, 12h or 30d");
    }
    // nothing here lasts longer than a human life, and arithmetic on nanoseconds ends soon after
    var count = Long.parseLong(matcher.group(1));
    var span =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (span.compareTo(LONGEST) > 0) {
      throw new CommandLine.TypeConversionException("'" + value + "' is longer than 36500d");
    }
    return span;
  }
}

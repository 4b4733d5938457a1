package org.slugline.command;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Durations as the configuration writes them: {@code 90s 15m 12h 30d}. */
final class Spans implements CommandLine.ITypeConverter<Duration> {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})([smhd])");

  @Override
  public Duration convert(String value) {
    var matcher = SPAN.matcher(value);
    if (!matcher.matches()) {
      throw new CommandLine.TypeConversionException(
          "'" + value + "' is not a duration such as 90s, 15m, 12h or 30d");
    }
    var count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}

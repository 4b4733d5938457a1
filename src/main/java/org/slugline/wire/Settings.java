package org.slugline.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slugline.net.WebAddress;

/**
 * What the editor set for one outlet: {@code auth=NAME} (whose secret is USER:PASSWORD), {@code
 * user-agent=…}, {@code proxy=http://host:port}, {@code pace=2h}, {@code header.NAME=…}.
 */
record Settings(Map<String, String> values) {
  private static final Pattern HEADER =
      Pattern.compile("header\\.[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}");
  private static final Pattern SECRET = Pattern.compile("[A-Z0-9_]{1,60}");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");
  private static final java.util.Set<String> OURS =
      java.util.Set.of(
          "header.host",
          "header.cookie",
          "header.referer",
          "header.accept-encoding",
          "header.content-length",
          "header.connection",
          "header.transfer-encoding",
          "header.if-none-match",
          "header.if-modified-since",
          "header.authorization");

  Settings {
    values = Map.copyOf(new TreeMap<>(values));
  }

  static Settings parse(String lines) {
    var values = new LinkedHashMap<String, String>();
    lines
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .forEach(line ->
            values.put(
                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return new Settings(values);
  }

  String lines() {
    var out = new StringBuilder();
    new TreeMap<>(values)
        .forEach((key, value) -> out.append(key).append('=').append(value).append('\n'));
    return out.toString();
  }

  /**
   * @param value {@code ""} takes the setting away
   */
  Settings with(String key, String value) {
    var changed = new LinkedHashMap<>(values);
    if (value.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new Settings(changed);
  }

  /**
   * @return what is wrong with a setting; empty when nothing is
   */
  static Optional<String> fault(String key, String value) {
    if (value.length() > 2000 || !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
      return Optional.of(key + " wants at most 2,000 characters of plain ASCII");
    }
    if (HEADER.matcher(key).matches()) {
      return OURS.contains(key.toLowerCase(Locale.ROOT))
          ? Optional.of(key + " is ours to send; for credentials set auth=NAME")
          : Optional.empty();
    }
    return switch (key) {
      case "auth" ->
          value.isEmpty() || SECRET.matcher(value).matches()
              ? Optional.empty()
              : Optional.of("auth wants the NAME of an environment variable SLUGLINE_SECRET_NAME");
      case "user-agent" -> Optional.empty();
      case "proxy" ->
          value.isEmpty()
                  || (value.startsWith("http://")
                      && WebAddress.of(value) instanceof WebAddress.Good)
              ? Optional.empty()
              : Optional.of("proxy wants http://host:port");
      case "pace" ->
          value.isEmpty() || duration(value).filter(Settings::bearable).isPresent()
              ? Optional.empty()
              : Optional.of("pace wants a duration between 1m and 7d, like 2h");
      default -> Optional.of("there is no setting " + key);
    };
  }

  private static boolean bearable(Duration pace) {
    return pace.compareTo(Duration.ofMinutes(1)) >= 0 && pace.compareTo(Duration.ofDays(7)) <= 0;
  }

  private static Optional<Duration> duration(String text) {
    var found = DURATION.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var n = Long.parseLong(found.group(1));
    return Optional.of(
        switch (found.group(2)) {
          case "s" -> Duration.ofSeconds(n);
          case "m" -> Duration.ofMinutes(n);
          case "h" -> Duration.ofHours(n);
          default -> Duration.ofDays(n);
        });
  }

  String auth() {
    return values.getOrDefault("auth", "");
  }

  String userAgent() {
    return values.getOrDefault("user-agent", "");
  }

  String proxy() {
    return values.getOrDefault("proxy", "");
  }

  Optional<Duration> pace() {
    return duration(values.getOrDefault("pace", ""));
  }

  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    values.forEach((key, value) -> {
      if (key.startsWith("header.")) {
        headers.put(key.substring("header.".length()), value);
      }
    });
    return headers;
  }
}

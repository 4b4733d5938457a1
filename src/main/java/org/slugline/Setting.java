package org.slugline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One key of the configuration: the table of contract/config.md, once.
 *
 * @param key table and name, as in {@code wire.host-spacing}
 * @param fallback the default, as the TOML library would read it
 * @param check what is wrong with a value of the right type; empty when nothing is
 */
record Setting(String key, Type type, Object fallback, Function<Object, Optional<String>> check) {
  /** How a value is written. */
  enum Type {
    TEXT("a string"),
    FLAG("true or false"),
    WHOLE("a whole number"),
    FRACTION("a number"),
    LIST("a list of strings"),
    DURATION("a duration such as \"90s\", \"15m\", \"12h\" or \"30d\""),
    SIZE("a size such as \"512KiB\" or \"8MiB\""),
    KEEP("\"forever\" or a duration such as \"90d\""),
    HOOKS("a list of tables {url, on, secret}");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#\\s@]+");
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s/]+):\\d{1,5}");

  static final List<Setting> ALL =
      Stream.of(
              text("masthead.title", "Slugline", Setting::filled),
              text("masthead.tagline", ""),
              text("masthead.base", "http://localhost:7070", Setting::origin),
              text("masthead.language", "en", Setting::language),
              text("masthead.zone", "UTC", Setting::zone),
              text("masthead.author", ""),
              text("masthead.contact", ""),
              text("masthead.rights", ""),
              flag("masthead.author-emails", false),
              text("store.data", ""),
              duration("store.busy", "10s", "1s", "60s"),
              text("site.listen", "127.0.0.1", Setting::filled),
              whole("site.port", 7070, 0, 65_535),
              list("site.trusted-proxies"),
              flag("site.public-missing", false),
              list("site.media-hosts"),
              text("site.theme", ""),
              size("site.max-body", "4MiB", "64KiB", "64MiB"),
              size("site.max-media", "200MiB", "64KiB", "4GiB"),
              whole("site.max-requests", 256, 8, 4096),
              duration("site.reader-pace", "0s", "0s", "1d"),
              whole("edition.entries", 50, 1, 500),
              whole("edition.related", 5, 0, 20),
              duration("edition.max-age", "5m", "0s", "1d"),
              text("desk.watch", ""),
              flag("wire.enabled", true),
              duration("wire.pause", "15m", "1m", "1d"),
              duration("wire.longest-pause", "1d", "1m", "7d"),
              duration("wire.patience", "30s", "1s", "60s"),
              size("wire.max-bytes", "16MiB", "1KiB", "64MiB"),
              whole("wire.max-entries", 5000, 10, 100_000),
              whole("wire.redirects", 5, 0, 10),
              whole("wire.workers", 8, 1, 256),
              whole("wire.host-connections", 1, 1, 16),
              duration("wire.host-spacing", "1s", "0s", "5m"),
              text("wire.user-agent", "", Setting::header),
              list("wire.allow-internal", Setting::hostPorts),
              text("wire.proxy", "", value -> value.isEmpty() ? Optional.empty() : origin(value)),
              fraction("story.granularity", 0.5, 0, 1),
              duration("story.window", "14d", "1d", "90d"),
              whole("story.missing", 3, 2, 50),
              flag("push.hub", true),
              list("push.also"),
              flag("push.subscribe", true),
              new Setting("push.webhooks", Type.HOOKS, List.of(), _ -> Optional.empty()),
              keep("keep.items", "400d"),
              keep("keep.bodies", "90d"),
              keep("keep.versions", "forever"),
              keep("keep.polls", "90d"),
              text("metrics.listen", "127.0.0.1:7071", Setting::hostPortOrNone),
              word("log.format", "text", List.of("text", "json")),
              word("log.level", "info", List.of("error", "warn", "info", "debug")),
              flag("log.access", false))
          .toList();

  static Optional<Setting> of(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** The name that the environment knows it by. */
  String variable() {
    return "SLUGLINE_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static Optional<Duration> duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  /**
   * @return bytes
   */
  static Optional<Long> size(String text) {
    var matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "KiB" -> count << 10;
          case "MiB" -> count << 20;
          case "GiB" -> count << 30;
          default -> count;
        });
  }

  private static Setting text(String key, String fallback) {
    return text(key, fallback, _ -> Optional.empty());
  }

  private static Setting text(
      String key, String fallback, Function<String, Optional<String>> check) {
    return new Setting(key, Type.TEXT, fallback, value -> check.apply((String) value));
  }

  private static Setting word(String key, String fallback, List<String> words) {
    return text(
        key,
        fallback,
        value ->
            words.contains(value)
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", words)));
  }

  private static Setting flag(String key, boolean fallback) {
    return new Setting(key, Type.FLAG, fallback, _ -> Optional.empty());
  }

  private static Setting whole(String key, long fallback, long least, long most) {
    return new Setting(
        key,
        Type.WHOLE,
        fallback,
        value -> within((Long) value >= least && (Long) value <= most, least + "", most + ""));
  }

  private static Setting fraction(String key, double fallback, double least, double most) {
    return new Setting(
        key,
        Type.FRACTION,
        fallback,
        value -> within((Double) value >= least && (Double) value <= most, "0", "1"));
  }

  private static Setting list(String key) {
    return list(key, _ -> Optional.empty());
  }

  private static Setting list(String key, Function<List<?>, Optional<String>> check) {
    return new Setting(key, Type.LIST, List.of(), value -> check.apply((List<?>) value));
  }

  private static Setting duration(String key, String fallback, String least, String most) {
    var from = duration(least).orElseThrow();
    var to = duration(most).orElseThrow();
    return new Setting(
        key,
        Type.DURATION,
        fallback,
        value -> {
          var is = (Duration) value;
          return within(is.compareTo(from) >= 0 && is.compareTo(to) <= 0, least, most);
        });
  }

  private static Setting size(String key, String fallback, String least, String most) {
    long from = size(least).orElseThrow();
    long to = size(most).orElseThrow();
    return new Setting(
        key,
        Type.SIZE,
        fallback,
        value -> within((Long) value >= from && (Long) value <= to, least, most));
  }

  private static Setting keep(String key, String fallback) {
    return new Setting(key, Type.KEEP, fallback, _ -> Optional.empty());
  }

  private static Optional<String> within(boolean good, String least, String most) {
    return good ? Optional.empty() : Optional.of("must lie between " + least + " and " + most);
  }

  private static Optional<String> filled(String value) {
    return value.isBlank() ? Optional.of("must not be empty") : Optional.empty();
  }

  private static Optional<String> origin(String value) {
    return ORIGIN.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("must be http:// or https:// and a host, without path or slash at its end");
  }

  private static Optional<String> header(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127)
        ? Optional.empty()
        : Optional.of("may hold printable ASCII alone");
  }

  private static Optional<String> language(String value) {
    return value.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
        ? Optional.empty()
        : Optional.of("must be a BCP 47 tag such as \"en\" or \"pt-BR\"");
  }

  private static Optional<String> zone(String value) {
    return java.time.ZoneId.getAvailableZoneIds().contains(value)
        ? Optional.empty()
        : Optional.of("must be an IANA zone such as \"Europe/London\"");
  }

  private static Optional<String> hostPorts(List<?> values) {
    return values.stream()
        .map(String::valueOf)
        .filter(value -> !HOST_PORT.matcher(value).matches())
        .findFirst()
        .map(value -> "holds \"" + value + "\", which is not \"host:port\"");
  }

  private static Optional<String> hostPortOrNone(String value) {
    return value.isEmpty() || HOST_PORT.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("must be \"host:port\" or \"\"");
  }
}

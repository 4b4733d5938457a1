package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document of the sample outlets on its way out, with its validators.
 *
 * @param changed its {@code Last-Modified}
 */
record DemoAnswer(String type, String body, Instant changed) {
  static final String HTML = "text/html; charset=utf-8";

  /** IMF-fixdate, RFC 9110 §5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(UTC);

  /** 304 where the reader has it, else 200; the body stays away from a HEAD. */
  void send(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", tag());
    headers.set("Last-Modified", HTTP_DATE.format(changed));
    headers.set("Cache-Control", "no-cache");
    if (spared(exchange)) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      send(exchange, 200);
    }
  }

  void sendMissing(HttpExchange exchange) throws IOException {
    send(exchange, 404);
  }

  /** A strong tag, of the bytes alone. */
  String tag() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void send(HttpExchange exchange, int status) throws IOException {
    var bytes = body.getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** RFC 9110 §13.2.2: where tags are asked for, the date is not looked at. */
  private boolean spared(HttpExchange exchange) {
    var request = exchange.getRequestHeaders();
    var tags = request.getOrDefault("If-None-Match", List.of());
    if (!tags.isEmpty()) {
      var asked = String.join(",", tags);
      return asked.strip().equals("*")
          || List.of(asked.split("\\s*,\\s*")).stream()
              .anyMatch(tag -> tag.strip().replaceFirst("^W/", "").equals(tag()));
    }
    return Optional.ofNullable(request.getFirst("If-Modified-Since"))
        .flatMap(DemoAnswer::date)
        .filter(since -> !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
        .isPresent();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(HTTP_DATE.parse(text.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

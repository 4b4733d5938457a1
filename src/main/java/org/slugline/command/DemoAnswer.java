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
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slugline.http.Conditional;
import org.slugline.http.EntityTag;

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
    headers.set("ETag", tag().toString());
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
  EntityTag tag() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return EntityTag.strong(HexFormat.of().formatHex(digest, 0, 12));
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

  private boolean spared(HttpExchange exchange) {
    var request = exchange.getRequestHeaders();
    var tags = Optional.ofNullable(request.get("If-None-Match")).map(all -> String.join(",", all));
    var since = Optional.ofNullable(request.getFirst("If-Modified-Since"));
    var asked =
        new Conditional(Optional.empty(), tags, since.flatMap(DemoAnswer::date), Optional.empty());
    return asked.judge(true, tag(), changed) == Conditional.Verdict.NOT_MODIFIED;
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(HTTP_DATE.parse(text.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

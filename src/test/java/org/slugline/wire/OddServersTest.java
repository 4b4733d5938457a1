package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.kit.LoopbackOutlet.gzip;
import static org.slugline.kit.LoopbackOutlet.plain;
import static org.slugline.kit.LoopbackOutlet.raw;
import static org.slugline.kit.LoopbackOutlet.redirect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.kit.LoopbackOutlet;

/** Servers as they are met: each is named and contained, and what can be read is read. */
class OddServersTest {
  private static final String FEED = Documents.rss("Bridge opens");
  private static final byte[] BYTES = FEED.getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "99999999999999999999");

  /** Without 429, which is the whole host's. */
  private static final int[] STATUSES = {
    201, 202, 206, 207, 226, 300, 305, 400, 401, 402, 403, 404, 405, 406, 408, 418, 421, 425, 451,
    500, 501, 502, 503, 504, 511, 520, 599
  };

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @TempDir Path dir;

  private static byte[] deflated(boolean raw) {
    var out = new ByteArrayOutputStream();
    try (var zip = new DeflaterOutputStream(out, new Deflater(9, raw))) {
      zip.write(BYTES);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return out.toByteArray();
  }

  private static LoopbackOutlet.Answer coded(String coding, byte[] body) {
    return plain(200, Map.of("Content-Encoding", coding), body);
  }

  private static Map<String, LoopbackOutlet.Answer> readable() {
    var all = new LinkedHashMap<String, LoopbackOutlet.Answer>();
    all.put("deflate-zlib", coded("deflate", deflated(false)));
    all.put("deflate-raw", coded("deflate", deflated(true)));
    all.put("gzip-twice", coded("gzip, gzip", gzip(gzip(BYTES))));
    all.put("gzip-unsaid", plain(200, Map.of(), gzip(BYTES)));
    all.put("gzip-said-plain", coded("gzip", BYTES));
    all.put("no-length", raw(OK + "\r\n" + FEED));
    all.put(
        "chunked",
        raw(
            OK
                + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(BYTES.length)
                + ";ext=1\r\n"
                + FEED
                + "\r\n0\r\nX-Trailer: y\r\n\r\n"));
    all.put(
        "early-hints", raw("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + "\r\n" + FEED));
    all.put("http-1.0", raw("HTTP/1.0 200 OK\r\n\r\n" + FEED));
    all.put("html-said-feed-meant", plain(200, Map.of("Content-Type", "text/html"), BYTES));
    all.put(
        "blank-before", plain(200, Map.of(), ("\n\n  " + FEED).getBytes(StandardCharsets.UTF_8)));
    all.put("coded-as-none", coded("none", BYTES));
    all.put("coded-as-charset", coded("UTF-8", BYTES));
    all.put("non-authoritative", plain(203, Map.of(), BYTES));
    all.put("cookie", plain(200, Map.of("Set-Cookie", "a=b; Path=/"), BYTES));
    return all;
  }

  private static Map<String, LoopbackOutlet.Answer> unreadable(String reason) {
    var all = new LinkedHashMap<String, LoopbackOutlet.Answer>();
    switch (reason) {
      case "not-a-feed" -> {
        all.put("length-too-short", raw(OK + "Content-Length: 60\r\n\r\n" + FEED));
        all.put("empty-200", plain(200, Map.of(), new byte[0]));
        all.put("blank-200", plain(200, Map.of(), "  \n ".getBytes(StandardCharsets.UTF_8)));
        all.put(
            "login",
            plain(
                200,
                Map.of(),
                "<!doctype html><title>Log in</title><form>".getBytes(StandardCharsets.UTF_8)));
        all.put(
            "truncated",
            plain(
                200,
                Map.of(),
                FEED.substring(0, FEED.length() - 30).getBytes(StandardCharsets.UTF_8)));
      }
      case "too-large" -> {
        all.put(
            "length-absurd", raw(OK + "Content-Length: 99999999999999999999999\r\n\r\n" + FEED));
        all.put(
            "header-bomb",
            raw(OK + ("X-A: " + "y".repeat(1000) + "\r\n").repeat(2000) + "\r\n" + FEED));
        all.put("long-header", raw(OK + "X-A: " + "y".repeat(2_000_000) + "\r\n\r\n" + FEED));
        all.put("hints-without-end", raw("HTTP/1.1 103 Hint\r\nLink: <x>\r\n\r\n".repeat(20_000)));
      }
      case "refused" -> {
        all.put("brotli", coded("br", new byte[] {1, 2, 3}));
        all.put("coded-over-and-over", coded("gzip,gzip,gzip,gzip", BYTES));
        all.put("gzip-broken-off", coded("gzip", java.util.Arrays.copyOf(gzip(BYTES), 60)));
        all.put("length-too-long", raw(OK + "Content-Length: 99999\r\n\r\n" + FEED));
        all.put("length-negative", raw(OK + "Content-Length: -5\r\n\r\n" + FEED.substring(0, 70)));
        all.put("chunk-garbage", raw(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + FEED));
        all.put("chunk-broken-off", raw(OK + "Transfer-Encoding: chunked\r\n\r\nfff\r\n" + FEED));
        all.put("no-http", raw("SSH-2.0-OpenSSH_9.2\r\n"));
        all.put("nothing", raw(""));
      }
      case "redirects" -> {
        all.put("to-file", redirect(302, "file:///etc/passwd"));
        all.put("to-ftp", redirect(301, "ftp://ftp.example/feed"));
        all.put("to-javascript", redirect(301, "javascript:alert(1)"));
        all.put("to-nowhere", plain(301, Map.of(), new byte[0]));
        all.put("to-itself", redirect(301, "/to-itself"));
        all.put("endless", redirect(302, "/endless?x"));
        all.put("to-zone", redirect(302, "http://[fe80::1%25lo]:1/"));
        all.put("to-wide", redirect(302, "http://\uff11\uff12\uff17.0.0.1:1/"));
      }
      case "internal-address" -> {
        all.put("to-short", redirect(302, "http://127.1:1/"));
        all.put("to-hex", redirect(302, "http://0x7f000001:1/"));
        all.put("to-octal", redirect(302, "http://0177.0.0.1:1/"));
        all.put("to-decimal", redirect(302, "http://2130706433:1/"));
        all.put("to-v6", redirect(302, "http://[::1]:1/"));
        all.put("to-mapped", redirect(302, "http://[::ffff:127.0.0.1]:1/"));
        all.put("to-compatible", redirect(302, "http://[::127.0.0.1]:1/"));
        all.put("to-nat64", redirect(302, "http://[64:ff9b::7f00:1]:1/"));
        all.put("to-nat64-local", redirect(302, "http://[64:ff9b:1::7f00:1]:1/"));
        all.put("to-6to4", redirect(302, "http://[2002:7f00:1::]:1/"));
        all.put("to-teredo", redirect(302, "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]:1/"));
        all.put("to-idn-dots", redirect(302, "http://127\u30020\u30020\u30021:1/"));
        all.put("to-metadata", redirect(302, "http://169.254.169.254/latest/meta-data/"));
        all.put("to-any", redirect(302, "http://0.0.0.0:1/"));
        all.put("to-localhost", redirect(302, "http://localhost:1/"));
      }
      case "status" -> {
        all.put("304-unasked", plain(304, Map.of(), new byte[0]));
        for (var status : STATUSES) {
          all.put("status-" + status, plain(status, RETRY, BYTES));
        }
      }
      default -> throw new IllegalArgumentException(reason);
    }
    return all;
  }

  private Newsroom room(LoopbackOutlet loop) {
    return new Newsroom(
        dir,
        m -> Newsroom.with(m, Duration.ofSeconds(3), m.hostSpacing(), m.allowInternal()),
        loop.address());
  }

  @Test
  void whatCanBeReadIsRead() {
    try (var loop = new LoopbackOutlet();
        var room = room(loop)) {
      var all = readable();
      all.forEach((path, answer) -> loop.at("/" + path, answer));
      var ids = new LinkedHashMap<String, Long>();
      all.keySet().forEach(path -> ids.put(path, room.add(loop.url("/" + path))));
      assertThat(room.round().failures()).isEmpty();
      ids.forEach(
          (path, id) -> assertThat(room.titles(id)).as(path).containsExactly("Bridge opens"));
      room.later(Duration.ofDays(2));
      room.round();
      assertThat(loop.asked("/cookie").getLast().header("Cookie")).isEmpty();
    }
  }

  /** The characters are bytes, as a server in Latin-1 or UTF-8 would send them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"caf\u00e9\"", // Latin-1
        "\"caf\u00c3\u00a9\"", // UTF-8
        "\u00e0\u00a0\u0085", // ends in what looks blank
        "\u00ee\u0082\u0080 \u00ee\u0083\u00bf", // letters that stand for bytes within our own
        // walls
        "\u00ee\u0080 \u00ff\u00fe\u0080",
        "W/unquoted",
        "two words",
        "\"a\", \"b\"",
        "\"\"",
        "*",
        "yesterday",
        "Tue, 31 Feb 2026 25:61:00 CEST",
      })
  void validatorsAreBytes(String validator) {
    try (var loop = new LoopbackOutlet();
        var room = room(loop)) {
      for (var name : List.of("ETag", "Last-Modified")) {
        loop.at("/" + name, raw(OK + name + ": " + validator + "\r\n\r\n" + FEED));
        loop.at("/" + name, raw("HTTP/1.1 304 Same\r\n\r\n"));
        room.add(loop.url("/" + name));
      }
      room.round();
      room.later(Duration.ofDays(2));
      assertThat(room.round().unchanged()).isEqualTo(2);
      assertThat(loop.asked("/ETag").getLast().header("If-None-Match")).contains(validator);
      assertThat(loop.asked("/Last-Modified").getLast().header("If-Modified-Since"))
          .contains(validator);
    }
  }

  /** It could end our line for whoever reads the request, a proxy perhaps. */
  @Test
  void aValidatorThatCouldNotBeSentIsNotKept() {
    try (var loop = new LoopbackOutlet();
        var room = room(loop)) {
      loop.then(raw(OK + "ETag: \"a\rX-Not-Ours: 1\"\r\nLast-Modified: b\0\r\n\r\n" + FEED));
      room.add(loop.url());
      room.round();
      room.later(Duration.ofDays(2));
      assertThat(room.round().unchanged()).isEqualTo(1);
      assertThat(loop.asked().getLast().headers().keySet())
          .doesNotContain("if-none-match", "if-modified-since");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not-a-feed", "refused", "too-large", "redirects", "internal-address", "status"})
  void whatCannotIsNamedChangesNothingAndIsAskedAgain(String reason) {
    try (var loop = new LoopbackOutlet();
        var room = room(loop)) {
      var all = unreadable(reason);
      loop.at("/endless?x", redirect(302, "/endless?xx"))
          .at("/endless?xx", redirect(302, "/endless?x"));
      var ids = new LinkedHashMap<String, Long>();
      all.forEach((path, answer) -> {
        loop.at("/" + path, 200, Map.of(), FEED).at("/" + path, answer);
        ids.put(path, room.add(loop.url("/" + path)));
      });
      room.round();
      room.later(Duration.ofDays(3));
      room.round();
      ids.forEach((path, id) -> {
        var outlet = room.outlet(id);
        assertThat(outlet.health().reason()).as(path).isEqualTo(reason);
        assertThat(outlet.health().error()).as(path).isNotBlank().hasSizeLessThan(400);
        assertThat(outlet.health().nextPoll())
            .as(path)
            .isBetween(
                room.instant().plus(Duration.ofMinutes(15)),
                room.instant().plus(Duration.ofDays(1)));
        assertThat(room.titles(id)).as(path).containsExactly("Bridge opens");
        assertThat(outlet.title()).isEqualTo("The Harbour Post");
      });
    }
  }
}

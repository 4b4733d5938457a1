package org.slugline.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is refused before any route has seen it is refused as plainly as everything else. */
class RefusalTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BEARER = "Authorization: Bearer " + Running.TOKEN + "\r\n";

  @TempDir static Path dir;
  private static Running running;

  @BeforeAll
  static void open() {
    running = new Running(dir);
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @Test
  void programsAreToldInJsonWhateverTheServerCouldNotRead() throws Exception {
    var refused =
        Map.of(
            "GET /api/articles?q=" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            414,
            "GET /api/articles HTTP/1.1\r\nHost: a\r\nX-A: " + "a".repeat(40_000) + "\r\n\r\n",
            431,
            "GET /api/articles/a%2fb HTTP/1.1\r\nHost: a\r\n\r\n",
            400,
            "GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            400,
            "GET /api/articles HTTP/1.1\r\n\r\n",
            400,
            "GET /api HTTP/1.1\r\nHost: a\r\n\r\n",
            404);
    for (var request : refused.entrySet()) {
      var answer = raw(request.getKey());
      var name = request.getKey().substring(0, 30);
      assertThat(answer).as(name).startsWith("HTTP/1.1 " + request.getValue() + " ");
      assertThat(answer).as(name).containsIgnoringCase("Content-Type: application/problem+json");
      var problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
      assertThat(problem.get("status").asInt()).as(name).isEqualTo(request.getValue());
      assertThat(problem.get("title").asString()).as(name).isNotBlank();
    }
    assertThat(raw("GET /articles/a%2fb HTTP/1.1\r\nHost: a\r\n\r\n"))
        .as("people get a page")
        .containsIgnoringCase("Content-Type: text/html");
  }

  @Test
  void whatIsAnnouncedAsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    for (var path : List.of("/api/articles", "/api/media")) {
      for (var expects : List.of("", "Expect: 100-continue\r\n")) {
        var answer =
            raw(
                "POST "
                    + path
                    + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + expects
                    + BEARER
                    + "Content-Length: 99999999999\r\n\r\n");
        assertThat(answer).as(path + expects).startsWith("HTTP/1.1 413 ");
        assertThat(answer).contains("/problems/too-large");
      }
    }
  }

  @Test
  void aPlaceThatNoListNamedIsRefused() throws Exception {
    for (var list :
        List.of("articles", "items", "stories", "outlets", "corrections", "search?q=a&")) {
      var path = "/api/" + list + (list.endsWith("&") ? "" : "?") + "before=";
      for (var garbage : List.of("zz", "1-", "99999999999999999999-1", "-", "1%002")) {
        var answer = running.get(path + garbage);
        assertThat(answer.statusCode()).as(path + garbage).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
      }
      assertThat(running.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  /** The answer to these bytes, however long the sender then stays silent. */
  @Test
  void everyFaultOfAnOutletIsNamedAtOnce() throws Exception {
    assertThat(sent("POST", "/api/outlets", "{\"title\": 5, \"zz\": 1}"))
        .contains("\"/url\"", "\"/title\"", "\"/zz\"");
    assertThat(sent("POST", "/api/outlets", "{\"url\": \"http://feeds.example/one\"}"))
        .startsWith("HTTP/1.1 201 ");
    assertThat(sent("PATCH", "/api/outlets/1", "{\"title\": 5, \"paused\": 1, \"zz\": 1}"))
        .contains("\"/title\"", "\"/paused\"", "\"/zz\"");
  }

  @Test
  void aRequestRefusedUnreadIsHeardOutAndItsLineServesTheNext() throws Exception {
    try (var line = new Line()) {
      line.send("POST /api/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
      line.send("{\"a\": 1}\n");
      assertThat(line.answer()).startsWith("HTTP/1.1 401 ").doesNotContain("Connection: close");
      // more than lies between us: it is all taken only where it is read
      line.send("DELETE /feeds HTTP/1.1\r\nHost: a\r\nContent-Length: 12000000\r\n\r\n");
      line.send("a".repeat(12_000_000));
      assertThat(line.answer()).startsWith("HTTP/1.1 405 ").doesNotContain("Connection: close");
      line.send("GET /feeds HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(line.answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/articles HTTP/1.1\r\n"
            + "Host: a\r\n"
            + "Expect: 100-continue\r\n"
            + "Content-Length: 9\r\n\r\n",
        "POST /api/media HTTP/1.1\r\nHost: a\r\nContent-Length: 17000000\r\n\r\n",
        "POST /api/articles/ HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n",
        "GET /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"
      })
  void aLineThatEndsBecauseABodyStaysUnreadIsSaidToEnd(String head) throws Exception {
    try (var line = new Line()) {
      line.send(head);
      assertThat(line.answer()).contains("Connection: close");
    }
  }

  /** One connection, over which several requests go. */
  private static final class Line implements AutoCloseable {
    private final Socket socket;

    Line() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(running.url("/")).getPort());
      socket.setSoTimeout(5_000);
    }

    void send(String bytes) throws IOException {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    String answer() throws IOException {
      var in = socket.getInputStream();
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        var next = in.read();
        assertThat(next).as("the line ended after " + head).isNotNegative();
        head.append((char) next);
      }
      var length =
          head.toString()
              .lines()
              .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
              .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
              .findFirst()
              .orElse(0);
      return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String sent(String method, String path, String json) throws IOException {
    return raw(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + BEARER
            + "Content-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  private static String raw(String request) throws IOException {
    try (var line = new Line()) {
      line.send(request);
      return line.answer();
    }
  }
}

package org.slugline.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who begin a body and never end it. */
class SlowSendersTest {
  private static final int MANY = 300;
  private static final String ARTICLE = "{\"headline\": \"Bridge closes\", \"body\": \"Now.\"}";

  @TempDir private Path dir;

  @Test
  void bodiesThatNeverEndKeepNobodyElseOut() throws Exception {
    var sockets = new ArrayList<Socket>();
    try (var running = new Running(dir)) {
      for (var i = 0; i < MANY; i++) {
        sockets.add(begun(running, "{\"headline\":", 5_000));
      }
      // the first are broken off for the sake of the last
      for (var early : sockets.subList(0, MANY / 3)) {
        assertThat(rest(early)).doesNotContain(" 503 ", " 201 ");
      }
      for (var path : List.of("/", "/search?q=bridge", "/status/live")) {
        assertThat(running.get(path).statusCode()).as(path).isEqualTo(200);
      }
      try (var whole = begun(running, ARTICLE, ARTICLE.length())) {
        assertThat(line(whole)).startsWith("HTTP/1.1 201 ");
      }
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoIsBrokenOffIsNoFaultOfOurs() throws Exception {
    var sockets = new ArrayList<Socket>();
    try (var heard = new Heard(Site.class, "/api/articles/never-ends");
        var running = new Running(dir)) {
      for (var i = 0; i < SlowSenders.MOST_OF_ONE + 4; i++) {
        sockets.add(begun(running, "PUT /api/articles/never-ends", "{", 5_000));
      }
      heard.waitFor(4);
      assertThat(heard.lines()).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void aBodyThatComesInPiecesIsHeardOut() throws Exception {
    try (var running = new Running(dir);
        var slow = begun(running, ARTICLE.substring(0, 9), ARTICLE.length())) {
      assertThat(running.get("/").statusCode()).isEqualTo(200);
      slow.getOutputStream().write(ARTICLE.substring(9).getBytes(US_ASCII));
      assertThat(line(slow)).startsWith("HTTP/1.1 201 ");
    }
  }

  private static Socket begun(Running running, String body, int announced) throws IOException {
    return begun(running, "POST /api/articles", body, announced);
  }

  private static Socket begun(Running running, String what, String body, int announced)
      throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), running.site.port());
    socket.setSoTimeout(10_000);
    var head =
        what
            + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + Running.TOKEN
            + "\r\nContent-Length: "
            + announced
            + "\r\n\r\n";
    socket.getOutputStream().write((head + body).getBytes(US_ASCII));
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (SocketException _) {
      return ""; // reset
    }
  }

  private static String line(Socket socket) throws IOException {
    var line = new StringBuilder();
    var in = socket.getInputStream();
    for (var next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }
}

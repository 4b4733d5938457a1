package org.slugline.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who begin a request and never end its head. */
class OpenLinesTest {
  private static final int MANY = 1_000;
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";

  @TempDir private Path dir;

  @Test
  void headsThatNeverEndLeaveRoomForOthers() throws Exception {
    var sockets = new ArrayList<Socket>();
    try (var running = new Running(dir)) {
      for (var i = 0; i < MANY; i++) {
        sockets.add(sent(running, HEAD));
      }
      var most = SiteSettings.standard().maxRequests() * 3;
      var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (standing(sockets) > most && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(standing(sockets)).isPositive().isLessThanOrEqualTo(most);
      assertThat(running.get("/").statusCode()).isEqualTo(200);
    } finally {
      close(sockets);
    }
  }

  @Test
  void aRequestThatIsBeingAnsweredIsNotBrokenOffForThem() throws Exception {
    var article = "{\"headline\": \"Bridge closes\", \"body\": \"Now.\"}";
    var head =
        "POST /api/articles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(Running.TOKEN, article.length());
    var sockets = new ArrayList<Socket>();
    try (var running = new Running(dir);
        var slow = sent(running, head + article.substring(0, 9))) {
      for (var i = 0; i < MANY; i++) {
        sockets.add(sent(running, HEAD));
      }
      assertThat(isOver(sockets.getFirst())).isTrue();
      slow.getOutputStream().write(article.substring(9).getBytes(US_ASCII));
      var begun = new String(slow.getInputStream().readNBytes(12), US_ASCII);
      assertThat(begun).isEqualTo("HTTP/1.1 201");
    } finally {
      close(sockets);
    }
  }

  private static Socket sent(Running running, String text) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), running.site.port());
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    return socket;
  }

  private static long standing(List<Socket> sockets) throws IOException {
    var standing = 0L;
    for (var socket : sockets) {
      socket.setSoTimeout(1);
      try {
        standing += isOver(socket) ? 0 : 1;
      } catch (SocketTimeoutException _) {
        standing++;
      }
    }
    return standing;
  }

  /** Before the server's patience with an idle line, 30 s, has ended it. */
  private static boolean isOver(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true; // reset
    }
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}

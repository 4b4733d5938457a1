package org.slugline.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void whoSendsMuchWhileAllIsBusyIsToldSoAndNotCutOff() throws Exception {
    var server = new Server(0);
    server.setHandler(new Gate(new Headers(List.of()), "https://news.example", 0));
    server.start();
    try (var line =
        new Socket(
            InetAddress.getLoopbackAddress(),
            ((ServerConnector) server.getConnectors()[0]).getLocalPort())) {
      line.setSoTimeout(10_000);
      line.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
      line.getOutputStream()
          .write(
              "POST /desk/articles/new HTTP/1.1\r\nHost: a\r\nContent-Length: 12000000\r\n\r\n"
                  .getBytes(US_ASCII));
      line.getOutputStream().write(new byte[12_000_000]);
      var answer = new String(line.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer)
          .startsWith("HTTP/1.1 503 ")
          .containsSubsequence("Retry-After: 5", "Load this page again", "HTTP/1.1 503 ")
          .containsSubsequence("HTTP/1.1 503 ", "HTTP/1.1 503 ", "Connection: close")
          .containsOnlyOnce("Connection: close")
          .endsWith("what you sent goes with it.\n");
    } finally {
      server.stop();
    }
  }
}

package org.slugline.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

/** Bytes of headers survive a client that reads letters; bodies and TLS pass as they are. */
class OctetsTest {
  private static final String TAG = "caf\u00e9 \u00c3\u00a9 \u0080\u00ff"; // each a byte
  private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";
  private static final String ANSWERS =
      "HTTP/1.1 103 Early Hints\r\nLink: \u00e9\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nETag: "
          + TAG
          + "\r\n\r\nbody \u00e9\r\n\r\n\u00ff";

  /** Gives so many bytes at once, however many there is room for. */
  private static InputStream inPieces(String text, int size) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
      @Override
      public int read(byte[] into, int from, int room) {
        return super.read(into, from, Math.min(room, size));
      }
    };
  }

  private static String shown(String text) {
    var letters = new StringBuilder();
    text.chars().forEach(c -> letters.append((char) (c < 0x80 ? c : 0xe000 + c)));
    return letters.toString();
  }

  @Test
  void whatIsBeyondAsciiInAHeadIsALetterAndInABodyAByteHoweverItComes() throws IOException {
    var end = ANSWERS.indexOf("body");
    for (var size = 1; size < ANSWERS.length() + 2; size++) {
      var octets = new Octets(inPieces(ANSWERS, size), new ByteArrayOutputStream());
      octets.out().write(REQUEST.getBytes(UTF_8));
      var all = octets.in().readAllBytes();
      var head = shown(ANSWERS.substring(0, end)).getBytes(UTF_8);
      assertThat(all).as("%d bytes at once", size).startsWith(head);
      assertThat(new String(all, head.length, all.length - head.length, ISO_8859_1))
          .isEqualTo(ANSWERS.substring(end));
    }
  }

  @Test
  void anotherRequestHasAHeadOfItsOwn() throws IOException {
    var one = "HTTP/1.1 200 OK\nETag: \u00e9\n\n\u00ff";
    var octets = new Octets(inPieces(one + one, one.length()), new ByteArrayOutputStream());
    for (var i = 0; i < 2; i++) {
      octets.out().write(REQUEST.getBytes(UTF_8));
      var got = new String(octets.in().readNBytes(one.length() + 2), ISO_8859_1);
      assertThat(got).contains("\u00ee\u0083\u00a9").endsWith("\u00ff");
    }
  }

  @Test
  void aLetterGoesOutAsItsByteHoweverItIsWritten() throws IOException {
    var request = "GET / HTTP/1.1\r\nIf-None-Match: " + shown(TAG) + "\u20ac\ue900\r\n\r\n";
    var bytes = request.getBytes(UTF_8);
    for (var size = 1; size < bytes.length; size++) {
      var sent = new ByteArrayOutputStream();
      var octets = new Octets(inPieces("", 1), sent);
      for (var i = 0; i < bytes.length; i += size) {
        octets.out().write(bytes, i, Math.min(size, bytes.length - i));
      }
      assertThat(sent.toString(ISO_8859_1))
          .contains(
              "If-None-Match: " + TAG + new String("\u20ac\ue900".getBytes(UTF_8), ISO_8859_1));
    }
  }

  @Test
  void whatIsNoHttpOneIsLeftAsItIs() throws IOException {
    for (var first : new String[] {"\u0016\u0003\u0001", "PRI * HTTP/2.0"}) {
      var sent = new ByteArrayOutputStream();
      var octets = new Octets(inPieces(ANSWERS, 9), sent);
      var bytes = (first + "\u00ee\u0082\u0080").getBytes(ISO_8859_1);
      octets.out().write(bytes);
      assertThat(sent.toByteArray()).isEqualTo(bytes);
      assertThat(octets.in().readAllBytes()).isEqualTo(ANSWERS.getBytes(ISO_8859_1));
    }
  }

  @Test
  void textIsUtf8WhereAllOfItIs() {
    assertThat(Octets.text(shown("caf\u00c3\u00a9"))).isEqualTo("caf\u00e9");
    assertThat(Octets.text(shown(TAG))).isEqualTo(shown(TAG));
    assertThat(Octets.reference(shown("/caf\u00e9"))).isEqualTo("/caf%e9");
    assertThat(Octets.reference(shown("/caf\u00c3\u00a9"))).isEqualTo("/caf\u00e9");
  }

  @Test
  void insideTlsTheyAreSeenToo(@TempDir Path dir) throws Exception {
    var certificate = new SelfSigned(dir);
    var listening =
        (SSLServerSocket)
            certificate
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 9, InetAddress.getLoopbackAddress());
    try (var server = new LoopbackOutlet(listening);
        var below = new Socket(InetAddress.getLoopbackAddress(), server.port());
        var tls =
            new SecureDialling(certificate.trusting())
                .createSocket(below, "127.0.0.1", server.port(), true)) {
      server.at("/", 200, Map.of("ETag", TAG), "x");
      tls.getOutputStream()
          .write(("GET / HTTP/1.1\r\nIf-None-Match: " + shown(TAG) + "\r\n\r\n").getBytes(UTF_8));
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) tls.getInputStream().read());
      }
      assertThat(new String(head.toString().getBytes(ISO_8859_1), UTF_8)).contains(shown(TAG));
      assertThat(server.asked().getFirst().header("If-None-Match")).contains(TAG);
    }
  }
}

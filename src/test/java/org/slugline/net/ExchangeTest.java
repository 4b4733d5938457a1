package org.slugline.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class ExchangeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(700);

  private final LoopbackOutlet loop = new LoopbackOutlet();
  private final Exchange exchange = exchange(Duration.ZERO, loop.address());

  @AfterEach
  void close() {
    exchange.close();
    loop.close();
  }

  private static Exchange exchange(Duration spacing, String... allowed) {
    return new Exchange(
        new AddressGuard(List.of(allowed)), new Turnstile(1, spacing), new Limits(100_000, 5));
  }

  @Test
  void aWholeAnswerComesWithItsHeadersAndBody() {
    loop.then(LoopbackOutlet.gzip(Map.of("ETag", "\"a\""), "<rss/>"));
    var answer = received(ask(loop.url()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("etag")).isEqualTo("\"a\"");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    assertThat(answer.permanent()).isFalse();
    var asked = loop.asked().getFirst();
    assertThat(asked.header("Accept-Encoding")).contains("gzip");
    assertThat(asked.header("Cookie")).isEmpty();
    assertThat(asked.header("Referer")).isEmpty();
    assertThat(asked.header("User-Agent")).contains("test");
  }

  @Test
  void cookiesAreNotSentBack() {
    loop.then(200, Map.of("Set-Cookie", "a=b"), "x");
    received(ask(loop.url()));
    received(ask(loop.url()));
    assertThat(loop.asked()).allSatisfy(one -> assertThat(one.header("Cookie")).isEmpty());
  }

  @Test
  void aDrippingBodyEndsWithOurPatience() {
    loop.then(LoopbackOutlet.drip(50));
    failed(exchange.get(plain(loop.url()), SHORT), Trouble.TIMEOUT);
  }

  @Test
  void drippingHeadersAndSilenceEndWithOurPatience() {
    loop.then(LoopbackOutlet.dripHeaders(50)).then(LoopbackOutlet.hang());
    failed(exchange.get(plain(loop.url()), SHORT), Trouble.TIMEOUT);
    failed(exchange.get(plain(loop.url()), SHORT), Trouble.TIMEOUT);
  }

  @Test
  void oneDeadlineSpansAllHops() {
    for (var i = 0; i < 5; i++) {
      var next = "/hop" + (i + 1);
      loop.at(
          "/hop" + i,
          (_, out, socket) -> {
            Thread.sleep(300);
            return LoopbackOutlet.redirect(302, next).give(null, out, socket);
          });
    }
    failed(exchange.get(plain(loop.url("/hop0")), SHORT), Trouble.TIMEOUT);
  }

  @Test
  void aBodyIsCappedOnTheWireAndAfterDecoding() {
    loop.then(LoopbackOutlet.huge())
        .then(LoopbackOutlet.gzipBomb(200_000_000))
        .then(200, Map.of("Content-Length", "100001"), "x");
    for (var i = 0; i < 3; i++) {
      var answer = failed(ask(loop.url()), Trouble.TOO_LARGE);
      assertThat(answer.wire()).isLessThan(300_000);
    }
  }

  @Test
  void aBodyThatIsGzipWithoutSayingSoIsReadAllTheSame() {
    loop.then(
        LoopbackOutlet.plain(
            200,
            Map.of("Content-Type", "application/gzip"),
            LoopbackOutlet.gzip("<rss/>".getBytes(StandardCharsets.UTF_8))));
    assertThat(received(ask(loop.url())).body()).hasSize(6);
  }

  @Test
  void aBrokenConnectionIsRefused() {
    loop.then(LoopbackOutlet.reset())
        .then(LoopbackOutlet.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))
        .then(LoopbackOutlet.raw("nonsense\r\n\r\n"));
    for (var i = 0; i < 3; i++) {
      failed(ask(loop.url()), Trouble.REFUSED);
    }
    assertThat(loop.asked()).hasSize(3);
  }

  @Test
  void aFreshConnectionIsNotAskedTwice() {
    loop.then(LoopbackOutlet.reset());
    failed(ask(loop.url()), Trouble.REFUSED);
    assertThat(loop.asked()).hasSize(1);
  }

  @Test
  void aKeptConnectionThatDiedIsReplaced() {
    loop.then(200, Map.of(), "x").then(LoopbackOutlet.reset()).then(200, Map.of(), "y");
    received(ask(loop.url()));
    assertThat(received(ask(loop.url())).body()).hasSize(1);
  }

  @Test
  void nothingIsAskedAgainOnTheLibrarysOwnAccount() {
    for (var status : new int[] {503, 408, 421, 401, 407}) {
      loop.at("/s" + status, status, Map.of("Retry-After", "0"), "");
      assertThat(received(ask(loop.url("/s" + status))).status()).isEqualTo(status);
      assertThat(loop.asked("/s" + status)).hasSize(1);
    }
  }

  @Test
  void redirectsAreFollowedAndTheirKindIsKept() {
    loop.at("/a", LoopbackOutlet.redirect(301, "/b"))
        .at("/b", LoopbackOutlet.redirect(308, loop.url("/c")))
        .at("/c", 200, Map.of(), "x")
        .at("/d", LoopbackOutlet.redirect(301, "/e"))
        .at("/e", LoopbackOutlet.redirect(302, "/c"));
    var moved = received(ask(loop.url("/a")));
    assertThat(moved.permanent()).isTrue();
    assertThat(moved.url()).isEqualTo(loop.url("/c"));
    assertThat(received(ask(loop.url("/d"))).permanent()).isFalse();
  }

  @Test
  void aRedirectInACircleOrToNowhereEndsAtOnce() {
    loop.at("/a", LoopbackOutlet.redirect(301, "/b")).at("/b", LoopbackOutlet.redirect(301, "/a"));
    failed(ask(loop.url("/a")), Trouble.REDIRECTS);
    assertThat(loop.asked()).hasSize(2);
    loop.at("/f", LoopbackOutlet.redirect(302, "ftp://example.com/x"));
    failed(ask(loop.url("/f")), Trouble.REDIRECTS);
    loop.at("/n", 302, Map.of(), "");
    failed(ask(loop.url("/n")), Trouble.REDIRECTS);
  }

  @Test
  void hopsAreCounted() {
    for (var i = 0; i < 8; i++) {
      loop.at("/h" + i, LoopbackOutlet.redirect(302, "/h" + (i + 1)));
    }
    failed(ask(loop.url("/h0")), Trouble.REDIRECTS);
    assertThat(loop.asked()).hasSize(6);
  }

  @Test
  void everyHopPassesTheGuard() {
    try (var inside = new LoopbackOutlet()) {
      inside.then(200, Map.of(), "secret");
      for (var to :
          List.of(
              inside.url(),
              "http://localhost:" + inside.port() + "/feed",
              "http://127.1:" + inside.port() + "/feed",
              "http://2130706433:" + inside.port() + "/feed",
              "http://0x7f.0.0.1:" + inside.port() + "/feed",
              "http://0177.0.0.1:" + inside.port() + "/feed",
              "http://[::1]:" + inside.port() + "/feed",
              "http://[::ffff:127.0.0.1]:" + inside.port() + "/feed",
              "http://[::ffff:7f00:1]:" + inside.port() + "/feed")) {
        loop.at("/to", LoopbackOutlet.redirect(302, to));
        var answer = ask(to);
        assertThat(answer).as(to).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).trouble()).as(to).isEqualTo(Trouble.INTERNAL_ADDRESS);
      }
      loop.at("/hop", LoopbackOutlet.redirect(302, inside.url()));
      failed(ask(loop.url("/hop")), Trouble.INTERNAL_ADDRESS);
      assertThat(inside.asked()).isEmpty();
    }
  }

  @Test
  void whatWasConfidedIsDroppedWhenTheOriginIsLeft() {
    try (var other = new LoopbackOutlet();
        var both = exchange(Duration.ZERO, loop.address(), other.address())) {
      other.then(200, Map.of(), "x");
      loop.at("/a", LoopbackOutlet.redirect(302, "/b"))
          .at("/b", LoopbackOutlet.redirect(302, other.url()));
      var ask =
          new Ask(
              loop.url("/a"),
              Map.of("User-Agent", "test"),
              Map.of("Authorization", "Basic eDp5", "X-Key", "k"),
              Validators.NONE,
              "");
      received(both.get(ask, LONG));
      assertThat(loop.asked())
          .hasSize(2)
          .allSatisfy(one -> assertThat(one.header("Authorization")).contains("Basic eDp5"));
      assertThat(other.asked().getFirst().headers()).doesNotContainKeys("authorization", "x-key");
    }
  }

  @Test
  void whoSendsUsBackDoesNotGetWhatWasConfidedSpentForIt() {
    try (var other = new LoopbackOutlet();
        var both = exchange(Duration.ZERO, loop.address(), other.address())) {
      other.then(LoopbackOutlet.redirect(302, loop.url("/delete-all")));
      loop.at("/a", LoopbackOutlet.redirect(302, other.url()))
          .at("/delete-all", 200, Map.of(), "x");
      var ask =
          new Ask(
              loop.url("/a"), Map.of(), Map.of("Authorization", "Basic eDp5"), Validators.NONE, "");
      received(both.get(ask, LONG));
      assertThat(loop.asked("/a").getFirst().header("Authorization")).isPresent();
      assertThat(loop.asked("/delete-all").getFirst().header("Authorization")).isEmpty();
    }
  }

  @Test
  void waitingForOurTurnAtAHostHasAnEnd() throws InterruptedException {
    loop.at("/slow", LoopbackOutlet.hang()).at("/feed", 200, Map.of(), "x");
    var other = Thread.ofVirtual().start(() -> exchange.get(plain(loop.url("/slow")), LONG));
    while (loop.asked("/slow").isEmpty()) {
      Thread.onSpinWait();
    }
    var answer = exchange.get(plain(loop.url()), Duration.ofMillis(100));
    assertThat(((Answer.Failed) answer).detail()).contains("our turn");
    assertThat(loop.asked("/feed")).isEmpty();
    other.interrupt();
    other.join();
  }

  @Test
  void ofLargeBodiesFewAreHeldAtOnceAndSmallOnesPass() {
    loop.at("/large", 200, Map.of(), "x".repeat(2_000_000)).at("/small", 200, Map.of(), "x");
    try (var wide =
            new Exchange(
                new AddressGuard(List.of(loop.address())),
                new Turnstile(1, Duration.ZERO),
                new Limits(4_000_000, 5));
        var third = wide.room()) {
      var first = wide.room();
      var second = wide.room();
      received(wide.get(plain(loop.url("/large")), LONG, first));
      received(wide.get(plain(loop.url("/large")), LONG, second));
      received(wide.get(plain(loop.url("/small")), LONG));
      var soon = Duration.ofMillis(300);
      failed(wide.get(plain(loop.url("/large")), soon, third), Trouble.TIMEOUT);
      first.close();
      received(wide.get(plain(loop.url("/large")), LONG, third));
      second.close();
    }
  }

  @Test
  void theDotThatMayEndANameMakesNoOtherHost() {
    assertThat(WebAddress.host("https://News.example.:8443/feed")).isEqualTo("news.example");
  }

  @Test
  void aBodyThatOnlyDripsIsGivenUpBeforeOurPatienceEnds() {
    var clock = new java.util.concurrent.atomic.AtomicLong();
    var drips =
        new java.io.InputStream() {
          @Override
          public int read() {
            clock.addAndGet(1_000_000_000L);
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            into[from] = (byte) read();
            return 1;
          }
        };
    var body = new Body(100_000, clock::get);
    assertThatThrownBy(() -> body.read(drips, "", exchange.room(), 0))
        .isInstanceOf(TooSlowException.class);
    assertThat(body.wire()).isBetween(10L, 12L);
  }

  @Test
  void validatorsGoToWhoGaveThemAlone() {
    loop.at("/a", LoopbackOutlet.redirect(302, "/b")).at("/b", 304, Map.of(), "");
    var tag = "W/\"odd ä, \\\"";
    var ask =
        new Ask(
            loop.url("/a"),
            Map.of(),
            Map.of(),
            new Validators(loop.url("/b"), tag, "yesterday"),
            "");
    assertThat(received(exchange.get(ask, LONG)).asked()).isTrue();
    assertThat(loop.asked("/a").getFirst().header("If-None-Match")).isEmpty();
    assertThat(loop.asked("/b").getFirst().header("If-Modified-Since")).contains("yesterday");
  }

  @Test
  void requestsToOneHostAreSpacedInRealTimeRedirectsToo() {
    try (var spaced = exchange(Duration.ofMillis(200), loop.address())) {
      loop.at("/a", LoopbackOutlet.redirect(302, "/b")).at("/b", 200, Map.of(), "x");
      received(spaced.get(plain(loop.url("/a")), LONG));
      received(spaced.get(plain(loop.url("/b")), LONG));
      var asked = loop.asked();
      assertThat(asked).hasSize(3);
      for (var i = 1; i < 3; i++) {
        assertThat(asked.get(i).nanos() - asked.get(i - 1).nanos()).isGreaterThan(199_000_000L);
      }
    }
  }

  @Test
  void aProxyIsDialledAsConfiguredAndNeverHandedAnInternalTarget() {
    loop.at("http://198.51.100.7/feed", 200, Map.of(), "x")
        .at("http://93.184.216.34/feed", 200, Map.of(), "by proxy");
    try (var guarded = exchange(Duration.ZERO)) {
      var proxy = "http://" + loop.address();
      failed(
          guarded.get(through("http://127.0.0.1:1/feed", proxy), LONG), Trouble.INTERNAL_ADDRESS);
      failed(
          guarded.get(through("http://198.51.100.7/feed", proxy), LONG), Trouble.INTERNAL_ADDRESS);
      failed(guarded.get(through("http://intranet/feed", proxy), LONG), Trouble.INTERNAL_ADDRESS);
      assertThat(loop.asked()).isEmpty();
      var answer = received(guarded.get(through("http://93.184.216.34/feed", proxy), LONG));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("by proxy");
      assertThat(loop.asked().getFirst().header("Host")).contains("93.184.216.34");
    }
  }

  @Test
  void anUnknownNameAndAClosedPortAreToldApart() throws IOException {
    failed(ask("http://no-such-host.invalid/feed"), Trouble.DNS);
    try (var bound = new Socket()) { // holds the port, so that no other test listens on it
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var closed = "127.0.0.1:" + bound.getLocalPort();
      try (var free = exchange(Duration.ZERO, closed)) {
        failed(free.get(plain("http://" + closed + "/feed"), LONG), Trouble.REFUSED);
      }
    }
  }

  @Test
  void plainTextWhereTlsIsWantedIsATlsFault() {
    loop.at("/", LoopbackOutlet.raw("HTTP/1.1 400 Bad\r\n\r\n"));
    failed(ask("https://" + loop.address() + "/feed"), Trouble.TLS);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsATlsFault(@TempDir Path dir) throws Exception {
    var tls = new SelfSigned(dir).server();
    var offered = new ConcurrentLinkedQueue<String>();
    try (var server = new LoopbackOutlet(listening(tls, offered));
        var free = exchange(Duration.ZERO, server.address())) {
      server.then(200, Map.of(), "x");
      failed(free.get(plain("https://" + server.address() + "/feed"), LONG), Trouble.TLS);
      assertThat(server.asked()).isEmpty();
      assertThat(offered).as("HTTP/2 is wanted, HTTP/1.1 will do").startsWith("h2", "http/1.1");
    }
  }

  /** Notes down which protocols are offered, RFC 7301. */
  private static ServerSocket listening(SSLContext tls, Queue<String> offered) throws IOException {
    return new ServerSocket(0, 9, InetAddress.getLoopbackAddress()) {
      @Override
      public Socket accept() throws IOException {
        var plain = super.accept();
        var socket =
            (SSLSocket) tls.getSocketFactory().createSocket(plain, "", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.setHandshakeApplicationProtocolSelector((_, protocols) -> {
          offered.addAll(protocols);
          return protocols.contains("h2") ? "h2" : "";
        });
        return socket;
      }
    };
  }

  private static Ask plain(String url) {
    return Ask.plain(url, Map.of("User-Agent", "test"));
  }

  private static Ask through(String url, String proxy) {
    return new Ask(url, Map.of(), Map.of(), Validators.NONE, proxy);
  }

  private Answer ask(String url) {
    return exchange.get(plain(url), LONG);
  }

  private static Answer.Received received(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Received.class);
    return (Answer.Received) answer;
  }

  private static Answer.Failed failed(Answer answer, Trouble trouble) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    assertThat(((Answer.Failed) answer).trouble())
        .as(((Answer.Failed) answer).detail())
        .isEqualTo(trouble);
    return (Answer.Failed) answer;
  }
}

package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Masthead;
import org.slugline.edition.Printing;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

class EditionHandlerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String BASE = "https://news.example";

  @TempDir Path dir;
  private Database database;
  private Editions editions;
  private Server server;
  private String url;

  @BeforeEach
  void start() throws Exception {
    database =
        ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(1)))).database();
    database.change(handle -> {
      handle.attach(Revisions.class).bump("articles", NOON);
      handle.attach(Revisions.class).bump("wire", NOON);
    });
    var masthead =
        new Masthead("The Example", "", URI.create(BASE), "en", ZoneOffset.UTC, "", "", "", false);
    var editions =
        new Editions(database, new Printing(masthead, EditionSettings.STANDARD, List.of()));
    this.editions = editions;
    serve(Pace.none());
  }

  private void serve(Pace pace) throws Exception {
    server = new Server(0);
    server.insertHandler(
        new EditionHandler(
            editions, BASE, Duration.ofMinutes(5), pace, new Clients(List.of("127.0.0.1"))));
    server.insertHandler(new Gate(new Headers(List.of()), BASE, 64));
    server.start();
    url = "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    database.close();
  }

  @Test
  void aReaderWhoHasTheFeedIsToldSoWithoutABody() throws Exception {
    var first = get("/feed.rss");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type"))
        .contains("application/rss+xml; charset=utf-8");
    var again = get("/feed.rss", "If-None-Match", "\"other\", W/" + header(first, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().map()).doesNotContainKey("content-length"); // RFC 9110 §8.6
    for (var name : List.of("ETag", "Last-Modified", "Cache-Control", "Vary")) {
      assertThat(header(again, name)).as(name).isEqualTo(header(first, name));
    }
    assertThat(header(first, "Last-Modified")).isEqualTo("Mon, 02 Mar 2026 12:00:00 GMT");
    assertThat(header(first, "Cache-Control"))
        .contains("max-age=300", "stale-while-revalidate=", "stale-if-error=");
  }

  @Test
  void aDateAloneSparesTheBodyToo() throws Exception {
    assertThat(get("/feed.rss", "If-Modified-Since", "Mon, 02 Mar 2026 12:00:00 GMT").statusCode())
        .isEqualTo(304);
    assertThat(get("/feed.rss", "If-Modified-Since", "Mon, 02 Mar 2026 11:59:59 GMT").statusCode())
        .isEqualTo(200);
    assertThat(
            get(
                    "/feed.rss",
                    "If-None-Match",
                    "\"old\"",
                    "If-Modified-Since",
                    "Mon, 02 Mar 2026 12:00:00 GMT")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void zippedAndPlainBytesHaveTagsOfTheirOwn() throws Exception {
    var plain = get("/wire/feed.atom");
    var zipped = get("/wire/feed.atom", "Accept-Encoding", "br;q=1, gzip;q=0.5");
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(
            get(
                    "/wire/feed.atom",
                    "If-None-Match",
                    header(plain, "ETag"),
                    "Accept-Encoding",
                    "gzip")
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/wire/feed.atom", "Accept-Encoding", "gzip;q=0, identity").headers().map())
        .doesNotContainKey("content-encoding");
  }

  @Test
  void headSaysWhatGetWouldWithoutTheBody() throws Exception {
    var got = get("/feed.json");
    var head = send("HEAD", "/feed.json");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var name : List.of("ETag", "Last-Modified", "Content-Length", "Content-Type", "Vary")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(got, name));
    }
    assertThat(send("HEAD", "/feed.json", "If-None-Match", header(got, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void anotherMethodIsRefusedWithWhatIsAllowed() throws Exception {
    for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      var answer = send(method, "/feed.rss");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
      assertThat(header(answer, "ETag")).startsWith("\"");
      assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void everyAnswerMayBeReadByAnyPageAndIsGuarded() throws Exception {
    var tag = header(get("/feed.rss"), "ETag");
    for (var answer :
        List.of(
            get("/feed.rss"), get("/feed.rss", "If-None-Match", tag), send("POST", "/feed.rss"))) {
      assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
    }
  }

  @Test
  void addressesComeFromTheMastheadWhateverTheHost() throws Exception {
    var body = new String(get("/feed.rss").body(), StandardCharsets.UTF_8);
    assertThat(body).contains(BASE + "/feed.rss").doesNotContain("127.0.0.1");
  }

  @Test
  void aConditionThatIsNotMetIsSaid() throws Exception {
    assertThat(get("/feed.rss", "If-Match", "\"old\"").statusCode()).isEqualTo(412);
    assertThat(
            get("/feed.rss", "If-Unmodified-Since", "Mon, 02 Mar 2026 11:00:00 GMT").statusCode())
        .isEqualTo(412);
  }

  @Test
  void aClientThatAsksTooOftenIsTold() throws Exception {
    server.stop();
    var now = new AtomicReference<>(NOON);
    serve(new Pace(Duration.ofSeconds(60), now::get));
    var first = get("/feed.rss", "X-Forwarded-For", "203.0.113.7");
    assertThat(first.statusCode()).isEqualTo(200);
    now.set(NOON.plusSeconds(20));
    var again = get("/feed.rss", "X-Forwarded-For", "203.0.113.7");
    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(header(again, "Retry-After")).isEqualTo("40");
    assertThat(header(again, "Cache-Control")).isEqualTo("no-store");
    assertThat(again.headers().map()).doesNotContainKey("etag");
    // who has it, asks for another, only looks, or is somebody else, need not wait
    assertThat(
            get("/feed.rss", "X-Forwarded-For", "203.0.113.7", "If-None-Match", "*").statusCode())
        .isEqualTo(304);
    assertThat(get("/feed.atom", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(200);
    assertThat(send("HEAD", "/feed.rss", "X-Forwarded-For", "203.0.113.7").statusCode())
        .isEqualTo(200);
    assertThat(get("/feed.rss", "Forwarded", "for=\"[2001:db8::1]:4711\"").statusCode())
        .isEqualTo(200);
    now.set(NOON.plusSeconds(60));
    assertThat(get("/feed.rss", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyOurOwnProxiesAreBelieved() {
    var clients = new Clients(List.of("10.0.0.1", "10.0.0.2"));
    assertThat(clients.of("198.51.100.4", "", "203.0.113.7")).isEqualTo("198.51.100.4");
    assertThat(clients.of("10.0.0.1", "", "evil, 203.0.113.7:99, 10.0.0.2"))
        .isEqualTo("203.0.113.7");
    assertThat(clients.of("10.0.0.1", "for=1.2.3.4;proto=https, for=203.0.113.7", "9.9.9.9"))
        .isEqualTo("203.0.113.7");
    assertThat(clients.of("10.0.0.1", "", "")).isEqualTo("10.0.0.1");
  }

  @Test
  void plainIsSentToWhoLikesItBetterAndNobodyGets406() throws Exception {
    for (var asked : List.of("gzip;q=0.1, identity", "identity;q=0", "br", "*;q=0", "gzip;q=x")) {
      var answer = get("/feed.rss", "Accept-Encoding", asked, "Accept", "image/png");
      assertThat(answer.statusCode()).as(asked).isEqualTo(200);
      assertThat(header(answer, "Content-Encoding")).as(asked).isEmpty();
    }
    assertThat(header(get("/feed.rss", "Accept-Encoding", "*"), "Content-Encoding"))
        .isEqualTo("gzip");
    assertThat(get("/feed.rss", "Range", "bytes=0-9").statusCode()).isEqualTo(200);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}

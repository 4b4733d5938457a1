package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slugline.access.Tokens;
import org.slugline.desk.Desk;
import org.slugline.desk.DeskSettings;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Printing;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;
import org.slugline.story.Grouper;
import org.slugline.story.Grouping;
import org.slugline.story.Neighbours;
import org.slugline.wire.Finder;
import org.slugline.wire.Manners;
import org.slugline.wire.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/** What every answer keeps to, whatever stands behind its address. */
class SiteTest {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' pictures.example;"
          + " media-src 'self' pictures.example; font-src 'self'; form-action 'self'; base-uri"
          + " 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types"
          + " 'none'";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path dir;
  private static Database database;
  private static Site site;

  @BeforeAll
  static void open() {
    database = open(dir.resolve("data"));
    site = new Site(settings(0), newsroom());
    assertThat(site.start()).isInstanceOf(Site.Start.Listening.class);
  }

  @AfterAll
  static void close() {
    site.close();
    database.close();
  }

  @Test
  void everyAnswerCarriesTheSameGuards() throws Exception {
    for (var path :
        List.of(
            "/status/live",
            "/robots.txt",
            "/nowhere",
            "/problems/gone",
            "/favicon.ico",
            "/nowhere/")) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy")).as(path).hasValue(POLICY);
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
      assertThat(headers.firstValue("Permissions-Policy").orElse(""))
          .contains("camera=()")
          .doesNotContain("bluetooth", "web-share");
      assertThat(headers.firstValue("Server")).as(path).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).as(path).isEmpty();
    }
  }

  @Test
  void aPictureIsOfNoCharset() throws Exception {
    assertThat(get("/favicon.ico").headers().firstValue("Content-Type")).hasValue("image/x-icon");
  }

  @Test
  void aPageThatWasReadBeforeCostsNoBody() throws Exception {
    var first = get("/problems/gone");
    var tag = first.headers().firstValue("ETag").orElseThrow();
    for (var header : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      var again = get("/problems/gone", "If-None-Match", header);
      assertThat(again.statusCode()).as(header).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(tag);
      assertThat(again.headers().firstValue("Vary")).hasValue("Accept-Encoding");
      assertThat(again.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
      assertThat(again.headers().firstValue("Content-Security-Policy")).hasValue(POLICY);
    }
    assertThat(get("/problems/gone", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void gzippedBytesHaveATagOfTheirOwn() throws Exception {
    var plain = get("/problems/gone");
    var zipped = get("/problems/gone", "Accept-Encoding", "br, gzip;q=0.5");
    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(zipped.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(
            get("/problems/gone", "Accept-Encoding", "gzip;q=0")
                .headers()
                .firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void headAnswersLikeGetWithoutABody() throws Exception {
    for (var path : List.of("/status/live", "/problems/gone", "/robots.txt", "/nowhere")) {
      var got = get(path);
      var head = send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
      assertThat(head.statusCode()).as(path).isEqualTo(got.statusCode());
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("ETag")).isEqualTo(got.headers().firstValue("ETag"));
      assertThat(head.headers().firstValue("Content-Length"))
          .hasValue(Integer.toString(got.body().length));
    }
  }

  @Test
  void anotherMethodIsToldWhichOnesThereAre() throws Exception {
    var answer = send(request("/robots.txt").DELETE());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    var api = send(request("/api/articles").DELETE());
    assertThat(api.statusCode()).isEqualTo(405);
    assertThat(api.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
  }

  @Test
  void aTrailingSlashLeadsToTheAddressWithoutUnderOurOwnName() throws Exception {
    var answer = get("/stories/?before=x%20y", "Host", "evil.example");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("https://news.example/stories?before=x%20y");
  }

  @ParameterizedTest
  @CsvSource({
    "//articles, /articles",
    "/stories//x?a=//b, /stories/x?a=//b",
    "//evil.example/, /evil.example",
    "///, /",
    "//feed.rss, /feed.rss"
  })
  void slashesThatStandTwiceLeadToTheAddressWithOne(String typed, String meant) throws Exception {
    var answer =
        raw("GET " + typed + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 308 ")
        .containsIgnoringCase("\r\nLocation: https://news.example" + meant + "\r\n");
  }

  private static String raw(String request) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void errorsArePagesForPeopleAndDocumentsForPrograms() throws Exception {
    var page = get("/nowhere");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(text(page)).contains("<h1>There is no such page</h1>", "https://news.example/");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");

    for (var json :
        List.of(
            get("/api/nowhere"), get("/nowhere", "Accept", "application/json, text/html;q=0.5"))) {
      assertThat(json.statusCode()).isEqualTo(404);
      assertThat(json.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      var members = JsonMapper.shared().readTree(json.body());
      assertThat(members.get("type").asString())
          .isEqualTo("https://news.example/problems/not-found");
      assertThat(members.get("status").asInt()).isEqualTo(404);
    }
  }

  @Test
  void everyKindOfErrorHasAPage() throws Exception {
    for (var trouble : Trouble.values()) {
      var page = get("/problems/" + trouble.slug());
      assertThat(page.statusCode()).as(trouble.slug()).isEqualTo(200);
      assertThat(text(page)).contains("<h1>");
    }
    assertThat(get("/problems/unheard-of").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotBuiltSaysSo() throws Exception {
    var api = get("/api/openapi.json");
    assertThat(api.statusCode()).isEqualTo(501);
    assertThat(text(api)).contains("Not built yet");
  }

  @Test
  void theStyleSheetIsKeptForAYearUnderTheNameOfItsContent() throws Exception {
    var page = text(get("/problems/gone"));
    var from = page.indexOf("\"/assets/site.") + 1;
    var path = page.substring(from, page.indexOf('"', from));
    var css = get(path);
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(get("/assets/site.000000000000.css").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotEvenHttpGetsTheSameGuards() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Security-Policy: " + POLICY);
      assertThat(answer).doesNotContain("Jetty", "jetty", "Exception");
    }
  }

  @Test
  void aTakenPortIsAValueAndSaysWhatToDo() {
    try (var second = new Site(settings(site.port()), newsroom())) {
      assertThat(second.start())
          .isInstanceOfSatisfying(
              Site.Start.Refused.class,
              refused -> assertThat(refused.what()).contains(Integer.toString(site.port())));
    }
  }

  @Test
  void readinessFollowsTheDatabase() throws Exception {
    assertThat(get("/status/ready").statusCode()).isEqualTo(200);
    assertThat(get("/status/live").statusCode()).isEqualTo(200);
  }

  @Test
  void aSettingOutOfRangeNamesItsKey() {
    var good = SiteSettings.standard();
    assertThatThrownBy(() -> good.onPort(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("site.port");
    assertThat(good.faultBeside(URI.create("http://localhost:7070"))).isEmpty();
  }

  private static SiteSettings settings(int port) {
    return new SiteSettings(
        "127.0.0.1",
        port,
        List.of(),
        false,
        List.of("pictures.example"),
        Optional.empty(),
        4 << 20,
        200L << 20,
        256,
        Duration.ZERO);
  }

  private static Newsroom newsroom() {
    var masthead = Samples.masthead("https://news.example", "en");
    var printing = new Printing(masthead, EditionSettings.STANDARD, List.of());
    return new Newsroom(
        masthead,
        EditionSettings.STANDARD,
        database,
        new Tokens(database, InstantSource.system(), Optional.empty()),
        new Desk(
            database,
            new DeskSettings(masthead.base(), masthead.zone(), masthead.language(), "Us")),
        new Subscriptions(database, InstantSource.system()),
        new Finder(Manners.USUAL, "test", Manners.USUAL.exchange()),
        new Neighbours(database, new Grouper(database, Grouping.DEFAULT), InstantSource.system()),
        Grouping.DEFAULT,
        new Search(database, masthead.zone()),
        new Editions(database, printing),
        Manners.USUAL,
        "Slugline/test",
        InstantSource.system());
  }

  private static Database open(Path data) {
    return switch (Database.open(new StoreSettings(data, Duration.ofSeconds(10)))) {
      case Opening.Opened(var opened) -> opened;
      case Opening.Refused(var what, var next) -> throw new AssertionError(what + ": " + next);
    };
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path));
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = request(path);
    for (var i = 0; i < headers.length; i += 2) {
      if (!headers[i].equals("Host")) {
        request.header(headers[i], headers[i + 1]);
      }
    }
    return send(request);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}

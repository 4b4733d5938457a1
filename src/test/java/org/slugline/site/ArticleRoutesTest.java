package org.slugline.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.access.Tokens;
import org.slugline.desk.Desk;
import org.slugline.desk.DeskSettings;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArticleRoutesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String BRIDGE =
      """
      {"headline": "Bridge opens", "body": "It is open.", "authors": [{"name": "Ida", "email": "ida@example.org"}]}
      """;

  @TempDir Path dir;
  private Database database;
  private Desk desk;
  private Javalin javalin;
  private String publisher;
  private String reader;

  @BeforeEach
  void open() {
    database =
        switch (Database.open(new StoreSettings(dir, Duration.ofSeconds(5)))) {
          case Opening.Opened(var opened) -> opened;
          case Opening.Refused(var what, _) -> throw new AssertionError(what);
        };
    var base = URI.create("https://news.example");
    desk = new Desk(database, new DeskSettings(base, ZoneId.of("UTC"), "en", ""));
    var tokens = new Tokens(database, InstantSource.fixed(NOON), Optional.empty());
    publisher = secret(tokens.make("ada", Set.of(Scope.PUBLISH)));
    reader = secret(tokens.make("eve", Set.of(Scope.CURATE)));
    var masthead = Samples.masthead("https://news.example", "en");
    var paper = new Paper(masthead, new Answers(Duration.ZERO));
    var door = new Doorkeeper(tokens);
    javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.appData(Paper.KEY, paper);
          config.http.generateEtags = false;
          config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
          var paths = new Paths(config.routes);
          var clock = InstantSource.fixed(NOON);
          new ArticleRoutes(paper, desk, door, clock).addTo(paths);
          new MediaRoutes(paper, desk, door, clock, 1 << 20).addTo(paths);
        });
    javalin.start("127.0.0.1", 0);
  }

  @AfterEach
  void close() {
    javalin.stop();
    database.close();
  }

  @Test
  void anArticleIsFiledReadReplacedAndWithdrawn() throws Exception {
    var filed = post("/api/articles", BRIDGE);
    assertThat(filed.statusCode()).isEqualTo(201);
    assertThat(filed.headers().firstValue("Location").orElseThrow())
        .endsWith("/api/articles/bridge-opens");
    var tag = filed.headers().firstValue("ETag").orElseThrow();
    var json = json(filed);
    assertThat(json.get("state").asString()).isEqualTo("released");
    assertThat(json.get("html").asString()).isEqualTo("<p>It is open.</p>");
    assertThat(json.get("url").asString()).endsWith("/articles/bridge-opens");
    assertThat(json.get("story").isNull()).isTrue();
    assertThat(json.get("version").asInt()).isEqualTo(1);

    var read = get("/api/articles/bridge-opens", "");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("ETag")).contains(tag);
    assertThat(text(read)).doesNotContain("ida@example.org");
    assertThat(text(get("/api/articles/bridge-opens", publisher))).contains("ida@example.org");
    var spared = send(request("/api/articles/bridge-opens").header("If-None-Match", tag));
    assertThat(spared.statusCode()).isEqualTo(304);
    assertThat(spared.headers().firstValue("Cache-Control"))
        .isEqualTo(read.headers().firstValue("Cache-Control"));

    var back =
        send(
            bearer("/api/articles/bridge-opens")
                .header("If-Match", tag)
                .PUT(
                    HttpRequest.BodyPublishers.ofByteArray(
                        get("/api/articles/bridge-opens", publisher).body())));
    assertThat(back.statusCode()).as("what is read can be put back").isEqualTo(200);
    assertThat(json(back).get("version").asInt()).isEqualTo(1);

    var changed =
        put("/api/articles/bridge-opens", BRIDGE.replace("is open", "was open"), "If-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(put("/api/articles/bridge-opens", BRIDGE, "If-Match", tag).statusCode())
        .isEqualTo(412);
    assertThat(
            put(
                    "/api/articles/bridge-opens",
                    BRIDGE,
                    "If-Match",
                    "W/" + changed.headers().firstValue("ETag").orElseThrow())
                .statusCode())
        .isEqualTo(412);

    var gone = send(bearer("/api/articles/bridge-opens?note=A%20hoax.").DELETE());
    assertThat(gone.statusCode()).isEqualTo(200);
    var tomb = get("/api/articles/bridge-opens", "");
    assertThat(tomb.statusCode()).isEqualTo(410);
    assertThat(text(tomb)).contains("A hoax.").doesNotContain("was open");
    assertThat(put("/api/articles/bridge-opens", BRIDGE, "If-None-Match", "*").statusCode())
        .isEqualTo(412);
    assertThat(put("/api/articles/bridge-opens", BRIDGE).statusCode()).isEqualTo(200);
    assertThat(get("/api/articles/bridge-opens", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aRetryIsAnsweredAsTheFirstTimeAndAnotherBodyIsRefused() throws Exception {
    var first = post("/api/articles", BRIDGE, "Idempotency-Key", "k");
    var again = post("/api/articles", BRIDGE, "Idempotency-Key", "k");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    assertThat(
            post("/api/articles", BRIDGE.replace("open.", "shut."), "Idempotency-Key", "k")
                .statusCode())
        .isEqualTo(422);
    assertThat(post("/api/articles", BRIDGE).statusCode()).isEqualTo(200);
    var clash = post("/api/articles", BRIDGE.replace("open.", "shut."));
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.headers().firstValue("Location").orElseThrow())
        .endsWith("/api/articles/bridge-opens");
  }

  @Test
  void aRetryIsAnsweredWordForWordThoughTheArticleHasChangedSince() throws Exception {
    var first = post("/api/articles", BRIDGE, "Idempotency-Key", "k");
    put("/api/articles/bridge-opens", BRIDGE.replace("open.", "shut."));
    assertSameAnswer(first, post("/api/articles", BRIDGE, "Idempotency-Key", "k"));
    put("/api/articles/bridge-opens", BRIDGE.replace("{", "{\"slug\": \"bridge-shuts\", "));
    assertSameAnswer(first, post("/api/articles", BRIDGE, "Idempotency-Key", "k"));
    send(bearer("/api/articles/bridge-shuts").DELETE());
    assertSameAnswer(first, post("/api/articles", BRIDGE, "Idempotency-Key", "k"));
  }

  private static void assertSameAnswer(HttpResponse<byte[]> first, HttpResponse<byte[]> again) {
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    for (var header : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
      assertThat(again.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
  }

  @Test
  void everyFaultHasItsPointerAndAllComeAtOnce() throws Exception {
    var answer =
        post(
            "/api/articles",
            """
            {"headline": 7, "slug": "No Slug", "images": [{"url": "x"}, {"name": "missing.jpg", "alt": ""}],
             "tags": [1, null, "Fine"], "published": "soon", "surprise/d": 1, "draft": "yes"}
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).get("errors").valueStream().map(e -> e.get("pointer").asString()))
        .contains(
            "/headline",
            "/slug",
            "/images/0/url",
            "/tags/0",
            "/tags/1",
            "/images/1/name",
            "/published",
            "/surprise~1d",
            "/draft");
    assertThat(
            json(post(
                    "/api/articles",
                    "{\"headline\": \"x\", \"images\": [{\"name\": \"gone.jpg\"}]}"))
                .get("errors")
                .get(0)
                .get("pointer")
                .asString())
        .isEqualTo("/images/0/name");
    for (var broken :
        new String[] {
          "", "{", "[]", "{\"a\": 1, \"a\": 2}", "{\"headline\": \"\\ud800\"}", "null"
        }) {
      assertThat(post("/api/articles", broken).statusCode()).as(broken).isEqualTo(422);
    }
  }

  @Test
  void oneFaultHasOnePointerAndNoneThatFollowsFromIt() throws Exception {
    var answer =
        post(
            "/api/articles",
            """
            {"headline": "x", "language": 5, "slug": 5, "published": 5, "body_type": [],
             "images": [{"url": "javascript:x"}, 5, {"name": "../x"}], "videos": [{"url": "ftp://x"}],
             "authors": [{"name": 5}], "sources": [{"url": "data:x"}], "revision": {"kind": 7}}
            """);
    assertThat(json(answer).get("errors").valueStream().map(e -> e.get("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/language",
            "/slug",
            "/published",
            "/body_type",
            "/images/0/url",
            "/images/1",
            "/images/2/name",
            "/videos/0/url",
            "/authors/0/name",
            "/sources/0/url",
            "/revision/kind");
  }

  @Test
  void anAddressThatIsNoSlugCannotBePutAnArticleAt() throws Exception {
    for (var slug : new String[] {"Bad%20Slug", "a".repeat(81), "%22%3E%3Cb%3E", "br%C3%BCcke"}) {
      var answer = put("/api/articles/" + slug, BRIDGE);
      assertThat(answer.statusCode()).as(slug).isEqualTo(422);
      assertThat(json(answer).get("errors").get(0).get("pointer").asString()).isEqualTo("/slug");
    }
    assertThat(put("/api/articles/a-good-slug", BRIDGE).statusCode()).isEqualTo(201);
  }

  @Test
  void ofManyWhoWantToBeTheFirstOneIs() throws Exception {
    List<Callable<Integer>> all =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(number ->
                () ->
                    put(
                            "/api/articles/bridge-opens",
                            BRIDGE.replace("open.", "open, says " + number + "."),
                            "If-None-Match",
                            "*")
                        .statusCode())
            .toList();
    try (var threads = Executors.newFixedThreadPool(12)) {
      List<Integer> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(12).containsOnly(201, 412).containsOnlyOnce(201);
    }
  }

  @Test
  void whatIsNoJsonIsToldWithoutTheParsersInternals() throws Exception {
    for (var broken : new String[] {"{", "{\"a\": NaN}", "[".repeat(2_000), "{}{}", "{} x"}) {
      assertThat(new String(post("/api/articles", broken).body(), UTF_8))
          .contains("This is not JSON")
          .doesNotContain("Source", "Stream", "Feature", "JsonToken", "jackson");
    }
  }

  @Test
  void aBodyInAnotherCharsetIsReadAndOneThatIsCodedIsRefusedWithAdvice() throws Exception {
    var latin = "{\"headline\": \"Grüße\", \"body\": \"x\"}".getBytes(ISO_8859_1);
    var read = send(sent("/api/articles", "application/json; charset=ISO-8859-1", latin));
    assertThat(read.statusCode()).isEqualTo(201);
    assertThat(json(read).get("headline").asString()).isEqualTo("Grüße");
    var unknown = send(sent("/api/articles", "application/json; charset=runes", latin));
    assertThat(unknown.statusCode()).isEqualTo(415);
    assertThat(text(unknown)).contains("runes", "UTF-8");
    for (var path : List.of("/api/articles", "/api/media")) {
      var coded =
          send(sent(path, "application/json", new byte[] {1}).header("Content-Encoding", "gzip"));
      assertThat(coded.statusCode()).as(path).isEqualTo(415);
      assertThat(coded.headers().firstValue("Accept-Encoding")).contains("identity");
    }
    var form = send(sent("/api/media", "multipart/form-data; boundary=b", "--b--".getBytes(UTF_8)));
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(text(form)).contains("not as a form");
  }

  @Test
  void charactersAreCountedAsPeopleCountThemAndLengthsMayBeSeconds() throws Exception {
    var filed =
        post(
            "/api/articles",
            "{\"headline\": \""
                + "😀".repeat(500)
                + "\", \"slug\": \"smile\", \"body\": \"x\","
                + " \"audio\": [{\"url\": \"https://a.example/a.mp3\", \"length\": 130}]}");
    assertThat(filed.statusCode()).isEqualTo(201);
    assertThat(json(filed).get("audio").get(0).get("length").asString()).isEqualTo("2m10s");
    var long501 = post("/api/articles", "{\"headline\": \"" + "😀".repeat(501) + "\"}");
    assertThat(long501.statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsSentIsWhatIsReadFieldByFieldAndMayBeSentBack() throws Exception {
    var whole =
        """
        {"headline": "Grüße 😀 & <b>", "standfirst": "S", "kicker": "K", "dateline": "Oslo", "rights": "© us", "slug": "whole",
         "id": "tag:x.example,2020:whole", "section": "Local", "tags": ["A", "B"], "language": "nb-NO", "draft": false,
         "authors": [{"name": "Bo", "email": "bo@x.example", "url": "https://x.example/bo", "role": "Rep"}],
         "published": "2022-02-08T13:05:00Z", "embargo": "2022-02-08T13:06:00Z", "body_type": "text/markdown",
         "body": "Hello *world*.\\n\\n> quote\\n> — Ann, mayor\\n",
         "images": [{"name": "a", "url": "https://x.example/a.jpg", "alt": "", "caption": "c", "credit": "PA", "rights": "r"}],
         "videos": [{"name": "v", "url": "https://x.example/v.mp4", "title": "t", "caption": "c", "poster": "https://x.example/p.jpg",
                     "type": "video/mp4", "length": "2m10s", "bytes": 12345}],
         "audio": [{"name": "s", "url": "https://x.example/s.mp3", "title": "t", "length": "1h", "bytes": 5}],
         "sources": [{"title": "S", "url": "https://s.example/"}]}
        """;
    assertThat(post("/api/articles", whole).statusCode()).isEqualTo(201);
    var read = get("/api/articles/whole", publisher);
    for (var field : JSON.readTree(whole).properties()) {
      assertThat(json(read).get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
    }
    var back = put("/api/articles/whole", text(read));
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(json(back)).isEqualTo(json(read));
  }

  @Test
  void theTagOfAnotherArticleProtectsThisOneToo() throws Exception {
    post("/api/articles", BRIDGE);
    var other = post("/api/articles", "{\"headline\": \"Other\", \"body\": \"x\"}");
    var tag = other.headers().firstValue("ETag").orElseThrow();
    assertThat(put("/api/articles/bridge-opens", BRIDGE, "If-Match", tag).statusCode())
        .isEqualTo(412);
    assertThat(put("/api/articles/other", BRIDGE, "If-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void theSameWordsDoNotPassForFiledWhileTheirArticleIsWithdrawn() throws Exception {
    assertThat(post("/api/articles", BRIDGE).statusCode()).isEqualTo(201);
    send(bearer("/api/articles/bridge-opens?note=Wrong").DELETE());
    var again = post("/api/articles", BRIDGE);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(text(again)).contains("withdrawn", "PUT /api/articles/bridge-opens");
    assertThat(again.headers().firstValue("Location"))
        .contains("https://news.example/api/articles/bridge-opens");
    assertThat(get("/api/articles/bridge-opens", "").statusCode()).isEqualTo(410);
    assertThat(put("/api/articles/bridge-opens", BRIDGE).statusCode()).isEqualTo(200);
    assertThat(post("/api/articles", BRIDGE).statusCode()).as("there again").isEqualTo(200);
  }

  @Test
  void theNoteOfAWithdrawalIsOneLine() throws Exception {
    post("/api/articles", BRIDGE);
    send(bearer("/api/articles/bridge-opens?note=a%07b%0Ac%0B").DELETE());
    var gone = get("/api/articles/bridge-opens", "");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(json(gone).get("detail").asString()).isEqualTo("a b c");
  }

  @Test
  void onlyATokenWithTheScopeMayFile() throws Exception {
    var bare = send(request("/api/articles").POST(HttpRequest.BodyPublishers.ofString(BRIDGE)));
    assertThat(bare.statusCode()).isEqualTo(401);
    assertThat(bare.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    assertThat(
            send(request("/api/articles")
                    .header("Authorization", "Bearer " + reader)
                    .POST(HttpRequest.BodyPublishers.ofString(BRIDGE)))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            send(request("/api/articles")
                    .header("Content-Type", "text/plain")
                    .header("Authorization", "Bearer " + publisher)
                    .POST(HttpRequest.BodyPublishers.ofString(BRIDGE)))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void beforeItsReleaseNobodyWithoutATokenLearnsOfAPiece() throws Exception {
    post("/api/articles", BRIDGE.replaceFirst("\\{", "{\"embargo\": \"2026-03-02T18:00:00Z\", "));
    assertThat(get("/api/articles/bridge-opens", "").statusCode()).isEqualTo(404);
    assertThat(get("/api/articles/bridge-opens", reader).statusCode()).isEqualTo(404);
    var told = get("/api/articles/bridge-opens", publisher);
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    desk.release(Instant.parse("2026-03-02T18:00:00Z"));
    assertThat(get("/api/articles/bridge-opens", "").statusCode()).isEqualTo(200);
  }

  @Test
  void anOldAddressLeadsToTheNewOne() throws Exception {
    post("/api/articles", BRIDGE);
    put("/api/articles/bridge-opens", BRIDGE.replaceFirst("\\{", "{\"slug\": \"bridge\", "));
    var moved = get("/api/articles/bridge-opens", "");
    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location").orElseThrow())
        .endsWith("/api/articles/bridge");
  }

  @Test
  void aPictureIsTakenShownInItsArticleAndServedForEver() throws Exception {
    var png = png(30, 20);
    var taken =
        send(
            bearer("/api/media")
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(png)));
    assertThat(taken.statusCode()).isEqualTo(201);
    var name = json(taken).get("name").asString();
    assertThat(name).matches("[0-9a-f]{64}\\.png");
    assertThat(json(taken).get("width").asInt()).isEqualTo(30);
    assertThat(get("/media/" + name, "").statusCode()).as("nothing shows it yet").isEqualTo(404);
    assertThat(get("/media/" + name, publisher).statusCode()).isEqualTo(200);

    var filed =
        post(
            "/api/articles",
            "{\"headline\": \"Bridge\", \"body\": \"Text.\\n\\n![]("
                + name
                + ")\", \"images\": [{\"name\": \""
                + name
                + "\", \"alt\": \"A bridge\", \"caption\": \"Ours.\", \"credit\": \"PA\"}]}");
    assertThat(filed.statusCode()).isEqualTo(201);
    assertThat(json(filed).get("html").asString())
        .contains("/media/" + name, "width=\"30\"", "height=\"20\"", "Ours.");
    assertThat(json(filed).get("media").get(0).get("width").asInt()).isEqualTo(30);

    var served = get("/media/" + name, "");
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(served.headers().firstValue("Content-Type")).contains("image/png");
    var whole = served.body();
    var part = send(request("/media/" + name).header("Range", "bytes=10-19"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.length);
    assertThat(send(request("/media/" + name).header("Range", "bytes=-5")).body())
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
    var outside = send(request("/media/" + name).header("Range", "bytes=999999-"));
    assertThat(outside.statusCode()).isEqualTo(416);
    assertThat(outside.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(send(request("/media/" + name).header("Range", "Bytes=0-4")).statusCode())
        .as("units know no case, RFC 9110 §14.1")
        .isEqualTo(206);
    assertThat(
            send(request("/media/" + name)
                    .header("If-None-Match", served.headers().firstValue("ETag").orElseThrow()))
                .statusCode())
        .isEqualTo(304);
    var head = send(request("/media/" + name).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.headers().firstValue("Content-Length")).contains("" + whole.length);
    var headOfPart =
        send(
            request("/media/" + name)
                .header("Range", "bytes=0-4")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(headOfPart.statusCode()).as("a part is GET's alone").isEqualTo(200);
    assertThat(headOfPart.headers().firstValue("Content-Length")).contains("" + whole.length);

    send(bearer("/api/articles/bridge").DELETE());
    assertThat(get("/media/" + name, "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoPictureOrTooLargeIsRefused() throws Exception {
    var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    var refused =
        send(
            bearer("/api/media")
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofString(svg)));
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(text(refused)).contains("SVG");
    assertThat(
            send(bearer("/api/media")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])))
                .statusCode())
        .isEqualTo(413);
    assertThat(
            send(request("/api/media").POST(HttpRequest.BodyPublishers.ofByteArray(png(2, 2))))
                .statusCode())
        .isEqualTo(401);
    try (var files = Files.list(database.media())) {
      assertThat(files).isEmpty();
    }
  }

  private static byte[] png(int width, int height) throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static String secret(NewToken token) {
    return switch (token) {
      case NewToken.Made(var secret) -> secret;
      case NewToken.NameTaken _ -> throw new AssertionError("taken");
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + path));
  }

  private HttpRequest.Builder bearer(String path) {
    return request(path).header("Authorization", "Bearer " + publisher);
  }

  private HttpRequest.Builder sent(String path, String type, byte[] body) {
    return bearer(path)
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> get(String path, String token) throws Exception {
    var request = request(path);
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private HttpResponse<byte[]> post(String path, String json, String... headers) throws Exception {
    return send(with(bearer(path), headers).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpResponse<byte[]> put(String path, String json, String... headers) throws Exception {
    return send(with(bearer(path), headers).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    var typed = request.header("Content-Type", "application/json");
    return headers.length == 0 ? typed : typed.headers(headers);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JSON.readTree(answer.body());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }
}

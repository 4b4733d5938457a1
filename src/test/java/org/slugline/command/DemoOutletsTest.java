package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoOutletsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final DemoContent DEMO = DemoContent.shipped();

  private final AtomicReference<Instant> now = new AtomicReference<>();
  private DemoOutlets outlets;

  @BeforeEach
  void open() {
    clock("2026-03-08T23:59:59Z");
    outlets = new DemoOutlets(DEMO, now::get);
  }

  @AfterEach
  void close() {
    outlets.close();
  }

  @AfterAll
  static void done() {
    HTTP.close();
  }

  @Test
  void everyOutletIsListedWithAnAddressThatAnswersInItsType() throws Exception {
    assertThat(outlets.outlets()).hasSize(12);
    for (var outlet : outlets.outlets()) {
      var answer = get(outlet.feed());
      assertThat(outlet.feed()).hasHost("127.0.0.1").hasPort(outlets.port());
      assertThat(answer.statusCode()).as(outlet.name()).isEqualTo(200);
      var suffix = outlet.feed().getPath().replaceFirst(".*\\.", "");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue(
              switch (suffix) {
                case "rss" -> "application/rss+xml; charset=utf-8";
                case "rdf" -> "application/rdf+xml; charset=utf-8";
                case "atom" -> "application/atom+xml; charset=utf-8";
                default -> "application/feed+json; charset=utf-8";
              });
    }
    assertThat(get(at("/")).body()).contains("صحيفة المرفأ", "/touchline/feed.json");
  }

  @Test
  void atTheEndOfTheWeekEveryItemButTheTwentyFirstIsInAFeed() throws Exception {
    for (var paper : DEMO.papers()) {
      var wrote = DEMO.items().stream().filter(i -> i.outlet().equals(paper.key())).count();
      assertThat(read(paper).titles()).as(paper.key()).hasSize((int) Math.min(wrote, 20));
    }
    assertThat(read(paper("capital-dispatch")).titles())
        .hasSize(20)
        .doesNotContain("Dahl opens Korsfjell tunnel, two years late");
  }

  @Test
  void everyLinkOfEveryFeedLeadsToAPageWithItsHeadline() throws Exception {
    for (var paper : DEMO.papers()) {
      var links = read(paper).links();
      var titles = read(paper).titles();
      assertThat(links).doesNotHaveDuplicates();
      for (var i = 0; i < links.size(); i++) {
        var page = get(at("/" + paper.key() + "/feed").resolve(links.get(i)));
        assertThat(page.statusCode()).as(links.get(i)).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains("<h1>" + DemoMarkup.escape(titles.get(i)) + "</h1>");
      }
    }
  }

  @Test
  void aFeedGrowsAsTheClockRunsNewestFirst() throws Exception {
    clock("2026-03-02T00:00:00Z");
    for (var paper : DEMO.papers()) {
      assertThat(read(paper).titles()).isEmpty();
    }
    clock("2026-03-03T04:54:59Z");
    assertThat(read(paper("outer-islander")).titles())
        .containsExactly("What the Korsfjell tunnel means for the islands’ fish");
    clock("2026-03-03T04:55:00Z");
    assertThat(read(paper("outer-islander")).titles())
        .containsExactly(
            "Lifeboats out as ferry Astrid Nor burns in Brisk Sound",
            "What the Korsfjell tunnel means for the islands’ fish");
  }

  @Test
  void aPageIsNotThereBeforeItsTime() throws Exception {
    clock("2026-03-03T04:54:59Z");
    assertThat(get(at("/outer-islander/astrid-nor-lifeboats")).statusCode()).isEqualTo(404);
    clock("2026-03-03T04:55:00Z");
    assertThat(get(at("/outer-islander/astrid-nor-lifeboats")).statusCode()).isEqualTo(200);
    assertThat(get(at("/outer-islander/nothing")).statusCode()).isEqualTo(404);
    assertThat(get(at("/nobody/feed.rss")).statusCode()).isEqualTo(404);
    assertThat(get(at("/touchline/feed.rss")).statusCode()).isEqualTo(404);
  }

  @Test
  void aHeadlineIsEditedUnderItsOldId() throws Exception {
    clock("2026-03-03T15:29:59Z");
    var before = ((PrintedFeed.Xml) read(paper("continental"))).entries().findFirst().orElseThrow();
    clock("2026-03-03T15:30:00Z");
    var after = ((PrintedFeed.Xml) read(paper("continental"))).entries().findFirst().orElseThrow();

    assertThat(PrintedFeed.Xml.text(before, "title")).startsWith("All safe");
    assertThat(PrintedFeed.Xml.text(after, "title")).startsWith("Two crew found dead");
    assertThat(PrintedFeed.Xml.text(after, "summary")).contains("had said in the morning");
    assertThat(PrintedFeed.Xml.text(after, "id"))
        .isEqualTo("tag:continental.example,2026:article/astrid-nor")
        .isEqualTo(PrintedFeed.Xml.text(before, "id"));
    assertThat(PrintedFeed.Xml.text(before, "updated")).isEqualTo("2026-03-03T09:05:00Z");
    assertThat(PrintedFeed.Xml.text(after, "updated")).isEqualTo("2026-03-03T15:30:00Z");
    assertThat(PrintedFeed.Xml.text(after, "published")).isEqualTo("2026-03-03T09:05:00Z");
    assertThat(get(at("/continental/astrid-nor")).body()).contains("Two crew found dead");
  }

  @Test
  void aReaderWhoHasTheFeedIsAnsweredWithoutOne() throws Exception {
    for (var outlet : outlets.outlets()) {
      var first = get(outlet.feed());
      var tag = first.headers().firstValue("ETag").orElseThrow();
      var modified = first.headers().firstValue("Last-Modified").orElseThrow();
      assertThat(tag).matches("\"[0-9a-f]{24}\"");

      var again = get(outlet.feed(), "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(tag);
      assertThat(get(outlet.feed(), "If-None-Match", "\"a\", W/" + tag).statusCode())
          .isEqualTo(304);
      assertThat(get(outlet.feed(), "If-Modified-Since", modified).statusCode()).isEqualTo(304);
      assertThat(get(outlet.feed(), "If-None-Match", "\"a\"", "If-Modified-Since", modified))
          .returns(200, HttpResponse::statusCode);
      assertThat(get(outlet.feed(), "If-Modified-Since", "some day").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theSameMomentPrintsTheSameBytesAndAQuietHourChangesNothing() throws Exception {
    clock("2026-03-03T20:00:00Z");
    var first = get(feed("continental"));
    clock("2026-03-03T21:00:00Z");
    var later = get(feed("continental"));
    clock("2026-03-04T09:00:00Z");
    var morning = get(feed("continental"));

    assertThat(later.body()).isEqualTo(first.body());
    assertThat(later.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    assertThat(first.headers().firstValue("Last-Modified"))
        .hasValue("Tue, 03 Mar 2026 15:30:00 GMT");
    assertThat(morning.headers().firstValue("ETag"))
        .isNotEqualTo(first.headers().firstValue("ETag"));
    assertThat(morning.headers().firstValue("Last-Modified"))
        .hasValue("Wed, 04 Mar 2026 08:45:00 GMT");
  }

  @Test
  void aHeadHasTheHeadersAndNoBodyAndOtherMethodsAreRefused() throws Exception {
    var whole = get(feed("morgenbote"));
    var head = send(HttpRequest.newBuilder(feed("morgenbote")).HEAD());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
    assertThat(head.headers().firstValueAsLong("Content-Length"))
        .hasValue(whole.body().getBytes(UTF_8).length);

    var refused = send(HttpRequest.newBuilder(feed("morgenbote")).DELETE());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  private void clock(String time) {
    now.set(Instant.parse(time));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + outlets.port() + path);
  }

  private static DemoPaper paper(String key) {
    return DEMO.papers().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  private URI feed(String key) {
    return at("/" + key + "/feed." + paper(key).format().suffix());
  }

  private PrintedFeed read(DemoPaper paper) throws Exception {
    return PrintedFeed.read(paper.format(), get(feed(paper.key())).body());
  }

  private static HttpResponse<String> get(URI address, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(address);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}

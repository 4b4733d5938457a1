package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedFeedsTest {
  private static final String FERRY = "Ferry runs aground outside Lerwick harbour";
  private static final String MORE =
      "The ferry Hrossey ran aground off Lerwick in thick fog; 87 passengers were taken ashore.";
  private static final List<String> FORMS = List.of("rss", "atom", "json");

  private static Running running;

  @BeforeAll
  static void fill(@TempDir Path dir) throws Exception {
    running = new Running(dir);
    running.read(
        Map.of(
            "Morning Post", List.of(FERRY + "|" + MORE),
            "Evening Star",
                List.of(
                    "Hrossey ferry aground off Lerwick in fog|Lifeboats took 87 passengers off the"
                        + " ferry after it ran aground near Lerwick harbour."),
            "Shetland Times",
                List.of(
                    "Passengers safe after Lerwick ferry aground|All 87 on the Hrossey were landed"
                        + " by lifeboat crews from Lerwick this morning, says the coastguard.")));
    running.publish(
        "wallace.md", "---\nheadline: Wallace meets Błaszczak & co\n---\nThey met in Warsaw.\n");
  }

  @AfterAll
  static void close() {
    running.close();
  }

  @Test
  void aSearchCanBeFollowed() {
    for (var form : FORMS) {
      var first = running.get("/search/feed." + form + "?q=ferry%20fog");
      assertThat(first.statusCode()).as(form).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type").orElse(""))
          .startsWith(form.equals("json") ? "application/feed+json" : "application/" + form);
      assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(first.body())
          .contains("https://news.example/search/feed." + form + "?q=ferry+fog")
          .contains("Morning Post")
          .doesNotContain("Wallace", "127.0.0.1:" + running.site.port());
      for (var condition : List.of("ETag If-None-Match", "Last-Modified If-Modified-Since")) {
        var names = condition.split(" ");
        var said = first.headers().firstValue(names[0]).orElseThrow();
        var again = running.get("/search/feed." + form + "?q=ferry%20fog", names[1], said);
        assertThat(again.statusCode()).as(condition).isEqualTo(304);
        assertThat(again.body()).isEmpty();
      }
    }
    assertThat(running.get("/search/feed.atom?q=nowhere").body()).doesNotContain("<entry");
    assertThat(running.get("/search/feed.atom").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageOfASearchNamesItsFeedAndTheFeedHasAPageToo() {
    assertThat(running.get("/search?q=ferry").body())
        .contains("href=\"https://news.example/search/feed.atom?q=ferry\"");
    assertThat(running.get("/search/feed?q=ferry").body())
        .contains("https://news.example/search/feed.json?q=ferry");
  }

  @Test
  void aQueryThatIsTooLongIsCarriedNoFurtherThanItIsRead() {
    var letters = "ferry".repeat(1_200);
    for (var path : List.of("/search?q=", "/search?by=relevance&q=", "/search/feed?q=")) {
      assertThat(running.get(path + letters).body().length()).as(path).isLessThan(50_000);
    }
    assertThat(running.get("/search?q=" + letters).body()).contains("first 500 characters");
  }

  @Test
  void theFeedOfStoriesHasAPage() {
    var twin = running.get("/stories/feed");
    assertThat(twin.statusCode()).isEqualTo(200);
    assertThat(twin.body()).contains("https://news.example/stories/feed.rss");
  }

  @Test
  void whatWeAreMissingIsForEditorsAndTheirReaders() {
    for (var form : FORMS) {
      var path = "/missing/feed." + form;
      var stranger = running.get(path);
      assertThat(stranger.statusCode()).isEqualTo(401);
      assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Basic realm=");
      assertThat(
              running.get(path, "Authorization", basic("anybody", "a-wrong-password")).statusCode())
          .isEqualTo(401);
      var editor = running.get(path, "Authorization", basic("anybody", Running.TOKEN));
      assertThat(editor.statusCode()).isEqualTo(200);
      assertThat(editor.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(editor.body()).contains("Lerwick").doesNotContain("Wallace");
      var tag = editor.headers().firstValue("ETag").orElseThrow();
      assertThat(
              running
                  .get(path, "Authorization", basic("", Running.TOKEN), "If-None-Match", tag)
                  .statusCode())
          .isEqualTo(304);
      assertThat(running.get(path, "Authorization", "Bearer " + Running.TOKEN).statusCode())
          .isEqualTo(200);
    }
    assertThat(running.get("/api/missing").statusCode()).isEqualTo(401);
    assertThat(running.get("/api/missing", "Authorization", "Bearer " + Running.TOKEN).body())
        .contains("\"headline\":", "Lerwick", "\"next\":null");
  }

  @Test
  void relatedCoverageCanBeFollowed() {
    for (var form : FORMS) {
      var feed = running.get("/api/related?title=Ferry%20aground%20off%20Lerwick&format=" + form);
      assertThat(feed.statusCode()).as(form).isEqualTo(200);
      assertThat(feed.body()).contains("Morning Post", "format=" + form);
    }
  }

  private static String basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}

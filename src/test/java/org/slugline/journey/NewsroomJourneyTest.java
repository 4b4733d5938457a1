package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;

/** The main job: an article is published, outlets are polled, others on the story are found. */
class NewsroomJourneyTest {
  private static final Path SEED = Path.of("../shared/seed/000_96e8128abc8b9248.txt");
  private static final Instant SEED_DAY = Instant.parse("2022-02-08T13:00:00Z");

  @TempDir Path dir;

  @Test
  void thePastedArticleStandsWholeOnItsPageAndInEveryFeed() {
    assumeTrue(Files.exists(SEED), "../shared is not here");
    try (var slugline = new Running(dir, SEED_DAY, Map.of())) {
      slugline.publishes(SEED);
      var page =
          slugline.get(
              "/articles/uk-sends-350-troops-to-poland-amid-fears-that-russia-will-invade-ukraine");
      assertThat(page.statusCode()).isEqualTo(200);
      for (var place : List.of("/feed.rss", "/feed.atom", "/feed.json")) {
        assertThat(everything(slugline.get(place).body())).as(place).satisfies(this::holdsTheSeed);
      }
      assertThat(everything(page.body())).satisfies(this::holdsTheSeed);
      assertThat(page.body().split("<h1", -1)).hasSize(2);
    }
  }

  private void holdsTheSeed(String text) {
    assertThat(text)
        .contains(
            "UK sends 350 troops to Poland amid fears that Russia will invade Ukraine",
            "ITV News Correspondent Rachel Younger reports from Moscow on the latest developments",
            "What has come from the latest round of diplomacy? ITV News Correspondent Rachel"
                + " Younger explains",
            "Watch ITV News Correspondent Dan Rivers' report from separatist Ukraine, which has"
                + " been touched by conflict for eight years",
            "Defence Secretary Ben Wallace held a joint press conference with his Polish"
                + " counterpart Mariusz Blaszczak.",
            "PA",
            "“Nato is a defensive alliance. It poses no threat to Russia.",
            "ministers must halt their plans to cut the Army by another 10,000 troops in the next"
                + " three years.");
  }

  /** Markup apart, escaped once or twice: what a reader can find in it. */
  private static String everything(String document) {
    return document
        .replace("\\\"", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"");
  }

  @Test
  void othersOnTheStoryAreFoundAndShownOnThePageAndInTheFeedEntry() throws IOException {
    var courier =
        new LoopbackOutlet()
            .then(
                200,
                Map.of("Content-Type", "application/rss+xml", "ETag", "\"c1\""),
                rss(
                    "Northmoor Courier",
                    item(
                        "Helion Robotics to cut 350 jobs at Northmoor plant",
                        "The robot maker Helion said it will close its Northmoor assembly line in"
                            + " June.",
                        "http://courier.example/helion"),
                    item(
                        "Rovers beat Haldenby in extra time",
                        "A late goal sends the Rovers to the semi-final of the Crown Cup.",
                        "http://courier.example/cup")));
    var ledger =
        new LoopbackOutlet()
            .then(
                200,
                Map.of("Content-Type", "application/rss+xml"),
                rss(
                    "Harbour Ledger",
                    item(
                        "Northmoor: Helion Robotics announces 350 redundancies",
                        "Union leaders at Helion Robotics in Northmoor spoke of betrayal after the"
                            + " firm announced 350 job cuts.",
                        "http://ledger.example/helion")));
    try (courier;
        ledger;
        var slugline = new Running(dir, courier.address(), ledger.address())) {
      slugline.publishes(
          Files.writeString(
              dir.resolve("helion.md"),
              """
              ---
              headline: Helion Robotics cuts 350 jobs in Northmoor
              standfirst: The assembly line at Northmoor closes in June, Helion says
              ---
              Helion Robotics told its workers in Northmoor on Monday.
              """));
      slugline.reads(courier, ledger);
      var report = slugline.round();
      assertThat(report.fresh()).isEqualTo(2);
      assertThat(report.items()).isEqualTo(3);

      var page = slugline.get("/articles/helion-robotics-cuts-350-jobs-in-northmoor").body();
      assertThat(page)
          .contains("http://courier.example/helion", "http://ledger.example/helion")
          .doesNotContain("http://courier.example/cup");
      for (var feed : List.of("/feed.rss", "/feed.atom", "/feed.json")) {
        assertThat(slugline.get(feed).body().replace("\\/", "/"))
            .as(feed)
            .contains("http://courier.example/helion", "http://ledger.example/helion");
      }

      var stories = slugline.get("/api/stories").body();
      assertThat(stories).contains("\"outlets\":3").contains("\"ours\":true");
      var story = stories.replaceAll("(?s).*?\"id\":\"(\\w+)\".*", "$1");
      assertThat(slugline.get("/stories/" + story).body())
          .contains("http://courier.example/helion", "Helion Robotics cuts 350 jobs");
      for (var feed : List.of("rss", "atom", "json")) {
        assertThat(slugline.get("/stories/" + story + "/feed." + feed).body().replace("\\/", "/"))
            .contains("http://ledger.example/helion");
      }
    }
  }

  @Test
  void theSameFigureInAnotherTownIsAnotherStory() throws IOException {
    var courier =
        new LoopbackOutlet()
            .then(
                200,
                Map.of(),
                rss(
                    "Northmoor Courier",
                    item(
                        "Helion Robotics to cut 350 jobs at Northmoor plant",
                        "The robot maker Helion said it will close its Northmoor assembly line.",
                        "http://courier.example/helion"),
                    item(
                        "Brackwater Bank to shed 350 jobs",
                        "The bank closes 22 branches in Lakeland, the union said.",
                        "http://courier.example/brackwater")));
    try (courier;
        var slugline = new Running(dir, courier.address())) {
      slugline.publishes(
          Files.writeString(
              dir.resolve("helion.md"),
              """
              ---
              headline: Helion Robotics cuts 350 jobs in Northmoor
              standfirst: The assembly line at Northmoor closes in June, Helion says
              ---
              Helion Robotics told its workers in Northmoor on Monday.
              """));
      slugline.reads(courier);
      slugline.round();
      var story =
          slugline.get("/api/stories").body().replaceAll("(?s).*?\"id\":\"(\\w+)\".*", "$1");
      assertThat(slugline.get("/api/stories/" + story).body())
          .contains("http://courier.example/helion")
          .doesNotContain("http://courier.example/brackwater");
      var page = slugline.get("/articles/helion-robotics-cuts-350-jobs-in-northmoor").body();
      var others = page.split("id=\"background\"", -1)[0];
      assertThat(others)
          .contains("http://courier.example/helion")
          .doesNotContain("http://courier.example/brackwater");
    }
  }

  @Test
  void anUnchangedFeedIsAskedWithItsValidatorAndAnEditIsTakenInPlace() {
    var outlet =
        new LoopbackOutlet()
            .then(
                200,
                Map.of("ETag", "\"v1\""),
                rss("Courier", item("Bridge opens", "At dawn.", "http://courier.example/1")))
            .then(304, Map.of(), "")
            .then(
                200,
                Map.of("ETag", "\"v2\""),
                rss("Courier", item("Bridge opens late", "At dawn.", "http://courier.example/1")));
    try (outlet;
        var slugline = new Running(dir, outlet.address())) {
      slugline.reads(outlet);
      slugline.round();
      slugline.later(Duration.ofDays(1));
      assertThat(slugline.round().unchanged()).isEqualTo(1);
      assertThat(outlet.asked().get(1).header("If-None-Match")).contains("\"v1\"");
      slugline.later(Duration.ofDays(1));
      assertThat(slugline.round().edited()).isEqualTo(1);
      assertThat(slugline.get("/wire").body())
          .contains("Bridge opens late")
          .doesNotContain("Bridge opens<");
    }
  }

  @Test
  void anArticleFiledOverHttpIsOnDiskOnItsPageAndInTheFeedsAtOnce() {
    try (var slugline = new Running(dir)) {
      var answer =
          slugline.edit(
              "POST",
              "/api/articles",
              "{\"headline\": \"Harbour bridge opens\", \"body\": \"It opened.\"}");
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.headers().firstValue("Location"))
          .contains(slugline.address() + "/api/articles/harbour-bridge-opens");
      assertThat(slugline.get("/articles/harbour-bridge-opens").statusCode()).isEqualTo(200);
      assertThat(slugline.get("/feed.atom").body()).contains("Harbour bridge opens");
      assertThat(slugline.send("POST", "/api/articles", "{}").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aFeedIsSparedByItsTagAcrossARestartAndAfterNothingChanged() {
    String tag;
    try (var slugline = new Running(dir)) {
      slugline.edit("POST", "/api/articles", "{\"headline\": \"Harbour bridge opens\"}");
      var feed = slugline.get("/feed.rss");
      tag = feed.headers().firstValue("ETag").orElseThrow();
      assertThat(slugline.get("/feed.rss", "If-None-Match", "W/" + tag + ", \"x\"").statusCode())
          .isEqualTo(304);
      var head = slugline.head("/feed.rss");
      assertThat(head.headers().firstValue("ETag")).contains(tag);
      assertThat(head.headers().firstValue("Last-Modified")).isPresent();
    }
  }

  @Test
  void aFirstRunShowsWhatToDoNext() {
    try (var slugline = new Running(dir)) {
      var page = slugline.get("/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("slugline publish", "slugline outlets");
    }
  }

  private static String rss(String title, String... items) {
    return "<rss version=\"2.0\"><channel><title>"
        + title
        + "</title><link>http://x.example/</link>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String title, String description, String link) {
    return "<item><title>%s</title><description>%s</description><link>%s</link><guid>%s</guid></item>"
        .formatted(title, description, link, link);
  }
}

package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers find, from articles filed and outlets polled for real. */
class ReadingTest {
  private static final Path SEED = Path.of("../shared/seed/000_96e8128abc8b9248.txt");
  static final Map<String, List<String>> COVERAGE =
      Map.of(
          "Estuary Post",
          List.of(
              "Britain to send 350 troops to Poland as Russia tension grows|Ben Wallace said 350"
                  + " Royal Marines would go to Poland as fears of a Russian invasion of Ukraine"
                  + " grow.",
              "Orchestra names first conductor from the estuary|She takes up the baton in May."),
          "North Quay Radio",
          List.of(
              "UK deploys 350 more troops to Poland amid Ukraine invasion fears|The defence"
                  + " secretary Ben Wallace announced the troops for Poland beside his Polish"
                  + " counterpart Mariusz Blaszczak."));

  static final String TROOPS =
      """
      ---
      headline: UK sends 350 troops to Poland amid fears that Russia will invade Ukraine
      section: World
      authors: [{name: Ada Quay, role: Correspondent}]
      tags: [Nato]
      ---
      The UK is sending 350 military personnel to Poland, the defence secretary Ben Wallace
      said beside his Polish counterpart Mariusz Blaszczak.
      """;

  @TempDir Path dir;

  @Test
  void anEmptyNewsroomSaysWhatToDoNext() {
    try (var running = new Running(dir)) {
      var page = running.get("/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Welcome to your newsroom", "slugline publish", "slugline outlets add");
      for (var path :
          List.of(
              "/articles",
              "/stories",
              "/wire",
              "/outlets",
              "/corrections",
              "/search",
              "/feeds",
              "/about-our-crawler")) {
        assertThat(running.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void theSeedArticleStandsWholeOnItsPage() throws Exception {
    assumeTrue(Files.exists(SEED));
    var seed = Files.readString(SEED);
    try (var running = new Running(dir)) {
      running.publish("seed.txt", seed);
      var page = running.get("/articles/" + slug(running)).body();
      var words = plain(page);
      for (var paragraph : seed.split("\n+")) {
        assertThat(words).as(paragraph).contains(plain(paragraph));
      }
      assertThat(page).contains("<small>Credit: PA</small>").contains("<figcaption>");
      assertThat(running.get("/feed.atom").body()).contains("Mariusz Blaszczak", "Credit: PA");
    }
  }

  @Test
  void anArticleIsSurroundedByWhatOthersSayOnItsStory() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("troops.md", TROOPS);
      running.later(Duration.ofMinutes(5));
      running.read(COVERAGE);
      var page = running.get("/articles/" + slug(running)).body();
      assertThat(page)
          .contains("Others on this story", "Estuary Post", "North Quay Radio")
          .contains("href=\"https://news.example/sections/world\"")
          .contains("href=\"https://news.example/authors/ada-quay\"")
          .contains("\"@type\":\"NewsArticle\"")
          .contains("\"url\":\"https://news.example/authors/ada-quay\"")
          .contains("property=\"og:title\"");
      var story = Pattern.compile("/stories/(\\w+)").matcher(page);
      assertThat(story.find()).isTrue();

      var told = running.get("/stories/" + story.group(1));
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(told.body())
          .contains("Timeline", "Headlines compared", "Why together", "Words in common")
          .contains("href=\"https://news.example/stories/" + story.group(1) + "/feed.atom\"");
      assertThat(running.get("/stories/" + story.group(1) + "?at=nonsense").statusCode())
          .isEqualTo(400);
      assertThat(running.get("/stories/" + story.group(1) + "?at=2022-02-08T14:01:00Z").body())
          .contains("As it stood on");

      var front = running.get("/").body();
      assertThat(front).contains("3 outlets on this", "Stories moving now");
      assertThat(running.get("/sections/world").body()).contains("UK sends 350 troops");
      assertThat(running.get("/tags/nato").statusCode()).isEqualTo(200);
      assertThat(running.get("/authors/ada-quay").statusCode()).isEqualTo(200);
      assertThat(running.get("/wire").body()).contains("Orchestra names", "UK sends 350");
      assertThat(running.get("/outlets").body()).contains("Estuary Post", "North Quay Radio");
      assertThat(running.get("/outlets/1").statusCode()).isEqualTo(200);
      assertThat(running.get("/outlets.opml").body()).contains("<opml", "xmlUrl=");
      assertThat(running.get("/search?q=wallace+%22polish").body())
          .contains("<mark>Wallace</mark>");
      assertThat(running.get("/stories/" + story.group(1) + "/feed").body()).contains("feed.rss");
    }
  }

  @Test
  void fiftyReportsAndAStoryOfManyOutletsStayLightInLettersOfTwoBytes() throws Exception {
    try (var running = new Running(dir)) {
      var outlets = new java.util.TreeMap<String, List<String>>();
      for (var i = 0; i < 45; i++) {
        var told = new java.util.ArrayList<String>();
        for (var j = 0; j < 3; j++) {
          told.add(
              "Министр транспорта подал в отставку после скандала с контрактом на сигналы "
                  + (i * 3 + j)
                  + "|"
                  + "Министр транспорта подал в отставку в среду после того, как письма показали,"
                      .concat(" что фирма родственника консультировала сделку. ")
                      .repeat(3));
        }
        outlets.put("Северная ежедневная газета номер " + i, told);
      }
      running.read(outlets);
      var wire = running.get("/wire").body();
      assertThat(wire.getBytes(StandardCharsets.UTF_8).length).isLessThan(50_000);
      var story = Pattern.compile("/stories/(\\w{6})").matcher(wire);
      assertThat(story.find()).isTrue();
      var page = running.get(story.group()).body();
      assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(50_000);
      assertThat(page).contains("44 other outlets carry the same agency copy", "and 15 more");
    }
  }

  @Test
  void aPieceWithoutAnAddressLeadsNowhere() throws Exception {
    try (var running = new Running(dir)) {
      running.read(Map.of("Estuary Post", List.of("Orchestra names its conductor|She is new.|")));
      for (var path : List.of("/wire", "/outlets/1", "/search?q=orchestra")) {
        assertThat(running.get(path).body())
            .as(path)
            .contains("conductor")
            .doesNotContain("href=\"\"");
      }
    }
  }

  @Test
  void aCorrectionIsSaidAboveTheTextAndItsVersionsAreCompared() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("sensors.md", manuscript("Five sensors were installed.", ""));
      running.later(Duration.ofHours(1));
      running.publish(
          "sensors.md",
          manuscript(
              "Two sensors were installed.", "revision: {kind: correction, note: It is two.}\n"));
      var path = "/articles/" + slug(running);
      assertThat(running.get(path).body())
          .contains("class=\"correction\"", "It is two.", "2 versions");
      assertThat(running.get(path + "/history").body())
          .contains("<del>Five</del>", "<ins>Two</ins>", "Version 2");
      assertThat(running.get("/corrections").body()).contains("It is two.");
      assertThat(running.get("/").body()).contains("Corrected");
    }
  }

  @Test
  void whatWasWithdrawnIsGoneAndSaysWhy() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("sensors.md", manuscript("Five sensors were installed.", ""));
      var slug = slug(running);
      running.desk.withdraw(
          slug, "It was not true.", OptionalInt.empty(), "test", running.instant());
      var page = running.get("/articles/" + slug);
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body()).contains("It was not true.").doesNotContain("Five sensors");
      var next = page.body().substring(page.body().indexOf("class=\"ways\""));
      assertThat(next.substring(0, next.indexOf("</ul>"))).contains("/corrections\"");
      assertThat(running.get("/articles/" + slug + "/history").statusCode()).isEqualTo(410);
    }
  }

  @Test
  void nothingOfADraftIsShown() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("draft.md", "---\nheadline: Not yet told\ndraft: true\n---\nSecret.\n");
      assertThat(running.get("/articles/not-yet-told").statusCode()).isEqualTo(404);
      assertThat(running.get("/").body()).doesNotContain("Not yet told");
      assertThat(running.get("/articles").body()).doesNotContain("Not yet told");
    }
  }

  private static String manuscript(String body, String more) {
    return "---\nheadline: Sensors at the barrier\nslug: sensors\n" + more + "---\n" + body + "\n";
  }

  @Test
  void aQueryOfTenThousandLettersIsExplainedAndAnswered() {
    try (var running = new Running(dir)) {
      var page = running.get("/search?q=" + "ferry+".repeat(1_700));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Only the first 500 characters");
    }
  }

  @Test
  void theTwinOfAFeedIsCalledAsWhatItFollows() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("troops.md", TROOPS.replace("section: World", "section: World & Überall"));
      running.later(Duration.ofMinutes(5));
      running.read(COVERAGE);
      assertThat(running.get("/sections/world-uberall/feed").body())
          .contains("<h1>Follow: World &amp; Überall</h1>");
      assertThat(running.get("/authors/ada-quay/feed").body())
          .contains("<h1>Follow: Ada Quay</h1>");
      assertThat(running.get("/outlets/1/feed").body()).containsPattern("Follow: (Estuary|North)");
      var story =
          Pattern.compile("/stories/(\\w+)")
              .matcher(running.get("/articles/" + slug(running)).body());
      assertThat(story.find()).isTrue();
      assertThat(running.get(story.group() + "/feed").body())
          .contains("<h1>Follow: Britain to send 350");
    }
  }

  @Test
  void machinesAreToldThePicturesSizeTagsAndCountryAndCardsLeaveOutTheCredit() throws Exception {
    try (var running = new Running(dir)) {
      var drawn = new java.awt.image.BufferedImage(8, 6, java.awt.image.BufferedImage.TYPE_INT_RGB);
      Files.createDirectories(dir.resolve("articles"));
      javax.imageio.ImageIO.write(drawn, "png", dir.resolve("articles/quay.png").toFile());
      running.publish(
          "troops.md",
          TROOPS
              .replace(
                  "tags: [Nato]",
                  "tags: [Nato, Poland]\nlanguage: en-GB\nimages:\n"
                      + "  - {name: quay.png, alt: A quay, caption: The quay., credit: A. Smith}")
              .replace("---\nThe UK", "---\n![A quay](quay.png)\n\nThe UK"));
      var page = running.get("/articles/" + slug(running)).body();
      assertThat(page)
          .contains("og:locale\" content=\"en_GB\"")
          .contains("og:image:width\" content=\"8\"", "og:image:height\" content=\"6\"")
          .contains("article:tag\" content=\"Nato\"", "article:tag\" content=\"Poland\"")
          .contains("\"width\":8,\"height\":6")
          .contains("Credit: A. Smith");
      assertThat(page).contains("name=\"description\" content=\"The UK is sending");
      assertThat(running.get("/feed.json").body()).contains("\"summary\":\"The UK is sending");
    }
  }

  static String slug(Running running) {
    return running
        .database
        .read(org.slugline.desk.Articles.class, articles -> articles.newest(1))
        .getFirst()
        .slug();
  }

  private static String plain(String markup) {
    return org.slugline.text.Sanitizer.plain(markup).replaceAll("\\s+", " ");
  }
}

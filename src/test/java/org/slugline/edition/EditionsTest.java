package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;
import org.slugline.store.Revisions;

class EditionsTest {
  static final Masthead MASTHEAD =
      new Masthead(
          "The Example",
          "All the news",
          URI.create("https://news.example"),
          "en",
          ZoneOffset.UTC,
          "",
          "desk@news.example",
          "© The Example",
          false);
  static final Printing PRINTING =
      new Printing(MASTHEAD, EditionSettings.STANDARD, List.of("https://news.example/hub"));

  @TempDir Path dir;

  @Test
  void theSameRowsGiveTheSameBytesAcrossARestart() {
    String before;
    try (var database = Rows.open(dir)) {
      fill(database);
      before = all(new Editions(database, PRINTING));
    }
    try (var database = Rows.open(dir)) {
      assertThat(all(new Editions(database, PRINTING))).isEqualTo(before);
    }
  }

  @Test
  void nothingIsPrintedTwiceForTheSameRows() {
    try (var database = Rows.open(dir)) {
      fill(database);
      var editions = new Editions(database, PRINTING);
      var first = editions.find("/feed.rss").orElseThrow();
      database.change(handle -> handle.attach(Revisions.class).bump("outlets", Rows.NOON));
      assertThat(editions.find("/feed.rss")).containsSame(first);
      assertThat(editions.printed()).isEqualTo(1);
      Rows.article(database, 9, "Bridge opens", "<p>At noon.</p>", Rows.NOON.plusSeconds(90));
      var second = editions.find("/feed.rss").orElseThrow();
      assertThat(text(second)).contains("Bridge opens");
      assertThat(second.tag()).isNotEqualTo(first.tag());
      assertThat(second.lastModified()).isEqualTo(Rows.NOON.plusSeconds(90));
      assertThat(editions.printed()).isEqualTo(2);
    }
  }

  @Test
  void coverageBesideAPieceMovesTheFeedButNotThePiece() {
    try (var database = Rows.open(dir)) {
      fill(database);
      var editions = new Editions(database, PRINTING);
      var before = editions.find("/feed.atom").orElseThrow();
      assertThat(text(before)).contains("<updated>2026-03-02T12:00:00Z</updated>");
      Rows.item(database, 99, 1, "Ferry returns", Rows.NOON.plusSeconds(30));
      Rows.related(database, "a1", 2, "i99");
      var after = editions.find("/feed.atom").orElseThrow();
      assertThat(text(after))
          .contains("rel=\"related\"")
          .contains("Morning Post: Ferry returns")
          .contains("<updated>2026-03-02T12:00:00Z</updated>")
          .doesNotContain("12:01:00Z");
      assertThat(after.lastModified()).isAfter(before.lastModified());
    }
  }

  @Test
  void namesThatNeverWereAreNotKept() {
    try (var database = Rows.open(dir)) {
      var editions = new Editions(database, PRINTING);
      assertThat(editions.find("/sections/nowhere/feed.rss")).isEmpty();
      assertThat(editions.find("/stories/nothing/feed.rss")).isEmpty();
      assertThat(editions.find("/outlets/77/feed.rss")).isEmpty();
      assertThat(editions.find("/feed.html")).isEmpty();
    }
  }

  static void fill(Database database) {
    Rows.outlet(database, 1, "Morning Post");
    Rows.outlet(database, 2, "Evening Star");
    Rows.article(database, 1, "Ferry sinks", "<p>Everybody was saved.</p>", Rows.NOON);
    Rows.item(database, 1, 1, "Ferry goes down", Rows.NOON.minusSeconds(60));
    Rows.item(database, 2, 2, "Ferry sank at noon", Rows.NOON.plusSeconds(60));
    Rows.story(database, 1, "k7f", "Ferry sinks", "a1", "i1", "i2");
    Rows.related(database, "a1", 1, "i2");
  }

  static String all(Editions editions) {
    var all = new StringBuilder();
    for (var page :
        List.of("", "/wire", "/stories", "/stories/k7f", "/outlets/1", "/corrections")) {
      for (var suffix : List.of("rss", "atom", "json")) {
        var edition = editions.find(page + "/feed." + suffix).orElseThrow();
        all.append(edition.tag()).append(edition.lastModified()).append(text(edition));
      }
    }
    return all.toString();
  }

  static String text(Edition edition) {
    return StandardCharsets.UTF_8.decode(edition.plain()).toString();
  }
}

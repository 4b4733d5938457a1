package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.feed.FeedReader;
import org.slugline.store.Revisions;

class OwnArticleTest {
  private static final Map<String, Object> FIELDS =
      Map.of(
          "authors", "[{\"name\": \"Rachel Younger\", \"email\": \"r@news.example\"}]",
          "tags", "[\"Nato\", \"Ukraine\"]",
          "rights", "© PA",
          "images",
              "[{\"url\": \"https://img.example/w.jpg\", \"alt\": \"Two men\", \"caption\": \"Ben"
                  + " Wallace.\", \"credit\": \"PA\"}]",
          "videos", "[{\"name\": \"d\", \"caption\": \"What has come of it?\"}]",
          "audio",
              "[{\"url\": \"https://img.example/r.mp3\", \"title\": \"The report\", \"length\":"
                  + " \"2m10s\", \"bytes\": 4711}]");

  @TempDir Path dir;

  @Test
  void captionsCreditsSoundsAndAuthorsReachTheReader() {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "UK sends troops", "<p>The UK.</p>", Rows.NOON, FIELDS);
      var editions = new Editions(database, EditionsTest.PRINTING);
      var rss = EditionsTest.text(editions.find("/feed.rss").orElseThrow());
      assertThat(rss)
          .contains("<dc:creator>Rachel Younger</dc:creator>")
          .contains("<category domain=\"https://news.example/tags/\">Nato</category>")
          .contains("<category domain=\"https://news.example/sections/\">World</category>")
          .contains("<media:description type=\"plain\">Ben Wallace.</media:description>")
          .contains("<media:credit>PA</media:credit>")
          .contains("<media:player url=\"https://news.example/articles/piece-1\"")
          .contains("<media:description type=\"plain\">What has come of it?</media:description>")
          .contains(
              "<enclosure url=\"https://img.example/r.mp3\" length=\"4711\" type=\"audio/mpeg\"")
          .contains("<itunes:duration>130</itunes:duration>")
          .contains("<content:encoded><![CDATA[<p>The UK.</p>]]></content:encoded>")
          .contains("<description>What it is about</description>")
          .contains("<dc:rights>© PA</dc:rights>")
          .doesNotContain("r@news.example");
      var atom = EditionsTest.text(editions.find("/feed.atom").orElseThrow());
      assertThat(atom)
          .contains("<name>Rachel Younger</name>")
          .contains("rel=\"enclosure\"")
          .contains("<rights>© PA</rights>")
          .contains("rel=\"hub\"");
      var json = EditionsTest.text(editions.find("/feed.json").orElseThrow());
      assertThat(json)
          .contains("\"caption\":\"What has come of it?\"")
          .contains("\"duration_in_seconds\":130")
          .contains("\"tags\":[\"World\",\"Nato\",\"Ukraine\"]")
          .contains("\"image\":\"https://img.example/w.jpg\"");
    }
  }

  @Test
  void ourOwnReaderFindsInEachFormatWhatWasFiled() {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "Fish & <chips> ]]> שלום", "<p>a&lt;b</p>", Rows.NOON, FIELDS);
      var editions = new Editions(database, EditionsTest.PRINTING);
      for (var suffix : new String[] {"rss", "atom", "json"}) {
        var edition = editions.find("/feed." + suffix).orElseThrow();
        var bytes = new byte[edition.plain().remaining()];
        edition.plain().get(bytes);
        var reading =
            FeedReader.read(
                bytes,
                Optional.of(edition.mediaType()),
                "https://news.example/feed." + suffix,
                100);
        assertThat(reading).as(suffix).isInstanceOf(org.slugline.feed.Reading.Readable.class);
        var feed = ((org.slugline.feed.Reading.Readable) reading).feed();
        var entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("tag:news.example,2026-03-02:piece-1");
        assertThat(entry.published().at()).contains(Rows.NOON);
        assertThat(entry.link()).isEqualTo("https://news.example/articles/piece-1");
        assertThat(entry.content().markup()).contains("a&lt;b");
        assertThat(entry.title().plain()).as(suffix).contains("Fish &").contains("שלום");
      }
    }
  }

  @Test
  void whatWasSetRightStandsAboveTheTextInEveryFormat() {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "Bridge opens", "<p>At one.</p>", Rows.NOON, Map.of());
      Rows.version(database, 1, 2, "correction", "It opened at <one>, not at noon.", Rows.NOON);
      var editions = new Editions(database, EditionsTest.PRINTING);
      var said =
          "<p><strong>Correction, March 2, 2026:</strong> It opened at &lt;one&gt;, not at"
              + " noon.</p><p>At one.</p>";
      assertThat(EditionsTest.text(editions.find("/feed.rss").orElseThrow())).contains(said);
      assertThat(EditionsTest.text(editions.find("/feed.atom").orElseThrow()))
          .containsAnyOf(said, said.replace("&", "&amp;").replace("<", "&lt;"));
      assertThat(EditionsTest.text(editions.find("/wire/feed.json").orElseThrow()))
          .contains("Correction, March 2, 2026:");
    }
  }

  @Test
  void aWithdrawnArticleLeavesAStoneInEveryFormat() {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "Ferry sinks", "<p>Gone</p>", Rows.NOON, Map.of());
      Rows.withdraw(database, 1, "It floats", Rows.NOON.plusSeconds(60));
      var editions = new Editions(database, EditionsTest.PRINTING);
      for (var path : new String[] {"/feed.rss", "/feed.atom", "/sections/world/feed.atom"}) {
        assertThat(EditionsTest.text(editions.find(path).orElseThrow()))
            .as(path)
            .contains(
                "<at:deleted-entry", "ref=\"tag:news.example,2026-03-02:piece-1\"", "It floats")
            .doesNotContain("Gone");
      }
      assertThat(EditionsTest.text(editions.find("/feed.json").orElseThrow()))
          .contains("\"deleted\":[{\"id\":\"tag:news.example,2026-03-02:piece-1\"");
    }
  }

  @Test
  void olderArticlesStandInArchivePagesThatKeepTheirMembers() throws Exception {
    try (var database = Rows.open(dir)) {
      for (var id = 1; id <= 230; id++) {
        Rows.article(database, id, "Piece " + id, "<p>x</p>", Rows.NOON.plusSeconds(id), Map.of());
      }
      var editions = new Editions(database, EditionsTest.PRINTING);
      assertThat(EditionsTest.text(editions.find("/feed.atom").orElseThrow()))
          .contains("rel=\"prev-archive\"", "https://news.example/archive/3.atom");
      var first = EditionsTest.text(editions.find("/archive/1.atom").orElseThrow());
      assertThat(first).contains("Piece 1<", "Piece 100<", "fh:archive", "rel=\"current\"");
      assertThat(first).doesNotContain("Piece 101<", "prev-archive");
      assertThat(EditionsTest.text(editions.find("/archive/2.rss").orElseThrow()))
          .contains("Piece 101<", "Piece 200<", "prev-archive", "next-archive");
      assertThat(EditionsTest.text(editions.find("/sections/world/archive/3.atom").orElseThrow()))
          .contains("Piece 201<", "Piece 230<")
          .doesNotContain("next-archive");
      assertThat(editions.find("/archive/4.atom")).isEmpty();
      assertThat(editions.find("/wire/archive/1.atom")).isEmpty();

      Rows.withdraw(database, 50, "No", Rows.NOON.plusSeconds(500));
      assertThat(EditionsTest.text(editions.find("/archive/1.atom").orElseThrow()))
          .contains("at:deleted-entry")
          .doesNotContain("Piece 50<", "Piece 101<");
      assertThat(new AtomRules().brokenBy(Xml.bytes(editions.find("/archive/1.atom")))).isEmpty();
    }
  }

  @Test
  void aNewMastheadMovesLastModified() {
    try (var database = Rows.open(dir)) {
      database.change(handle -> handle.attach(Revisions.class).bump("articles", Rows.NOON));
      var later = Rows.NOON.plusSeconds(3_600);
      Editions.note(database, EditionsTest.PRINTING, later);
      Editions.note(database, EditionsTest.PRINTING, later.plusSeconds(60));
      assertThat(new Editions(database, EditionsTest.PRINTING).find("/feed.rss").orElseThrow())
          .extracting(Edition::lastModified)
          .isEqualTo(later);
    }
  }
}

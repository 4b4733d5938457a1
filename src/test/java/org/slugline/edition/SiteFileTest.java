package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;

class SiteFileTest {
  @TempDir Path dir;

  @Test
  void searchEnginesFindOurArticlesAndNothingElse() throws Exception {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "Old & <true>", "", Rows.NOON.minusSeconds(3 * 86_400));
      Rows.article(database, 2, "New ]]>", "", Rows.NOON);
      Rows.article(
          database, 3, "Secret", "", Rows.NOON, Map.of("state", "draft", "slug", "secret"));
      var editions = new Editions(database, EditionsTest.PRINTING);
      var map = editions.find("/sitemap.xml").orElseThrow();
      assertThat(map.mediaType()).isEqualTo("application/xml; charset=utf-8");
      assertThat(EditionsTest.text(map))
          .contains("https://news.example/articles/piece-1", "<lastmod>2026-03-02T12:00:00Z")
          .doesNotContain("secret");
      var news = EditionsTest.text(editions.find("/news-sitemap.xml").orElseThrow());
      Xml.root(news.getBytes(StandardCharsets.UTF_8));
      assertThat(news)
          .contains(
              "<news:name>The Example</news:name>", "<news:language>en</news:language>", "New ]]")
          .doesNotContain("piece-1");
      assertThat(EditionsTest.text(editions.find("/robots.txt").orElseThrow()))
          .contains("Sitemap: https://news.example/sitemap.xml", "Disallow: /desk");
    }
  }

  @Test
  void aSitemapIsSplitAtItsLimit() {
    try (var database = Rows.open(dir)) {
      for (var id = 1; id <= 5; id++) {
        Rows.article(database, id, "Piece " + id, "", Rows.NOON.plusSeconds(id));
      }
      assertThat(text(database, "/sitemap.xml"))
          .contains("<sitemapindex", "https://news.example/sitemap/3.xml")
          .doesNotContain("/sitemap/4.xml");
      assertThat(text(database, "/sitemap/1.xml")).contains("piece-1", "piece-2");
      assertThat(text(database, "/sitemap/3.xml")).contains("piece-5").doesNotContain("piece-4");
      assertThat(text(database, "/sitemap/4.xml")).isEmpty();
    }
  }

  private static String text(Database database, String path) {
    var file = SiteFile.of(path).orElseThrow();
    Optional<byte[]> bytes = database.read(handle -> file.print(handle, EditionsTest.MASTHEAD, 2));
    return bytes.map(some -> new String(some, StandardCharsets.UTF_8)).orElse("");
  }
}

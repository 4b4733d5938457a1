package org.slugline.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.desk.ArchiveFiling;
import org.slugline.desk.FileOutcome;
import org.slugline.kit.Running;

/** An archive moves in: ids, dates and addresses are kept, as often as it is done. */
class ArchiveJourneyTest {
  private static final String EXPORT =
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><title>Old paper</title><link>https://old.example</link>
      <item><title>Bridge opens</title><link>https://old.example/2011/05/br%C3%BCcke/</link>
      <pubDate>Mon, 02 May 2011 06:00:00 +0000</pubDate>
      <guid isPermaLink="false">https://old.example/?p=17</guid>
      <content:encoded><![CDATA[<p>It is open.</p>]]></content:encoded>
      <wp:post_name>bridge-opens</wp:post_name><wp:status>publish</wp:status>
      <wp:post_type>post</wp:post_type></item>
      <item><title>Not yet</title><link>https://old.example/?p=18</link>
      <pubDate>Mon, 02 May 2011 06:00:00 +0000</pubDate>
      <guid isPermaLink="false">https://old.example/?p=18</guid>
      <content:encoded><![CDATA[<p>Hush.</p>]]></content:encoded>
      <wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
      </channel></rss>
      """;

  @TempDir Path dir;

  @Test
  void whoeverKeptAnOldAddressFindsTheArticle() {
    try (var slugline = new Running(dir)) {
      assertThat(imports(slugline)).containsExactly("CREATED", "CREATED");
      assertThat(imports(slugline)).containsExactly("UNCHANGED", "UNCHANGED");

      var article = slugline.get("/api/articles/bridge-opens").body();
      assertThat(article)
          .contains("\"id\":\"https://old.example/?p=17\"")
          .contains("\"published\":\"2011-05-02T06:00:00Z\"")
          .contains("\"updated\":\"2011-05-02T06:00:00Z\"");

      for (var old : List.of("/2011/05/br%C3%BCcke", "/?p=17")) {
        var moved = slugline.get(old);
        assertThat(moved.statusCode()).as(old).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location").orElseThrow())
            .endsWith("/articles/bridge-opens");
      }
      var folded = slugline.get("/2011/05/br%C3%BCcke/").headers().firstValue("Location");
      assertThat(URI.create(folded.orElseThrow()).getPath()).isEqualTo("/2011/05/brücke");
      assertThat(slugline.send("POST", "/2011/05/br%C3%BCcke", "").statusCode()).isEqualTo(404);
      assertThat(slugline.get("/?p=18").statusCode()).as("a draft").isEqualTo(200);
      assertThat(slugline.get("/2011/05/other").statusCode()).isEqualTo(404);

      slugline.edit("DELETE", "/api/articles/bridge-opens?note=Hoax.", "");
      assertThat(slugline.get("/2011/05/br%C3%BCcke").statusCode()).isEqualTo(308);
      assertThat(slugline.get("/articles/bridge-opens").statusCode()).isEqualTo(410);
    }
  }

  @Test
  void aMovedAndWithdrawnArticleIsGoneAtEachOfItsAddresses() {
    try (var slugline = new Running(dir)) {
      slugline.edit("POST", "/api/articles", "{\"headline\": \"First\", \"body\": \"a\"}");
      slugline.edit(
          "PUT",
          "/api/articles/first",
          "{\"headline\": \"First\", \"slug\": \"second\", \"body\": \"a\"}");
      assertThat(slugline.get("/articles/first").statusCode()).isEqualTo(308);
      slugline.edit("DELETE", "/api/articles/second?note=It%20was%20a%20hoax.", "");
      for (var form : List.of("/articles/", "/api/articles/")) {
        var moved = slugline.get(form + "first");
        assertThat(moved.statusCode()).as(form).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith(form + "second");
        var gone = slugline.get(form + "second");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("It was a hoax.");
      }
      assertThat(slugline.get("/feed.atom").body())
          .contains("at:deleted-entry")
          .contains("It was a hoax.");
      slugline.edit(
          "PUT", "/api/articles/second", "{\"headline\": \"First\", \"body\": \"It is true.\"}");
      assertThat(slugline.get("/articles/second").statusCode()).isEqualTo(200);
      assertThat(slugline.get("/feed.atom").body()).doesNotContain("at:deleted-entry");
    }
  }

  private static List<String> imports(Running slugline) {
    var outcomes = new ArrayList<FileOutcome>();
    try {
      ArchiveFiling.file(
          slugline.slugline().desk(),
          () -> new ByteArrayInputStream(EXPORT.getBytes(UTF_8)),
          Path.of("old.xml"),
          "import",
          slugline.now(),
          outcomes::add);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return outcomes.stream().map(outcome -> outcome.result().name()).toList();
  }
}

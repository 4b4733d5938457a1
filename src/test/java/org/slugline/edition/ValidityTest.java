package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.feed.Feed;
import org.slugline.feed.Format;

class ValidityTest {
  @TempDir Path dir;

  @Test
  void aThousandHostileArticlesArePrintedValidInEveryFormat() throws Exception {
    var atom = new AtomRules();
    var rss = new RssRules();
    var json = new JsonFeedRules();
    var validator = new ValidatorWarnings();
    for (var seed = 0; seed < 20; seed++) {
      var feed = new Hostile(seed).feed(50);
      assertThat(atom.brokenBy(Format.ATOM.write(feed))).as("Atom, seed %d", seed).isEmpty();
      assertThat(rss.brokenBy(Format.RSS.write(feed))).as("RSS, seed %d", seed).isEmpty();
      assertThat(validator.of(Format.ATOM.write(feed))).as("Atom, seed %d", seed).isEmpty();
      assertThat(validator.of(Format.RSS.write(feed))).as("RSS, seed %d", seed).isEmpty();
      assertThat(json.brokenBy(Format.JSON.write(feed))).as("JSON, seed %d", seed).isEmpty();
    }
  }

  @Test
  void theRulesSeeWhatIsWrong() throws Exception {
    var good = new String(Format.ATOM.write(new Hostile(1).feed(2)), StandardCharsets.UTF_8);
    assertThat(new AtomRules().brokenBy(bytes(good.replaceFirst("<updated>.*</updated>", ""))))
        .isNotEmpty();
    assertThat(new AtomRules().brokenBy(bytes(good.replace("rel=\"self\"", "rel=\"a:b c\""))))
        .isNotEmpty();
    var rss = new String(Format.RSS.write(new Hostile(1).feed(2)), StandardCharsets.UTF_8);
    assertThat(new RssRules().brokenBy(bytes(rss.replaceFirst("<pubDate>", "<pubDate>x"))))
        .isNotEmpty();
    var json = new String(Format.JSON.write(new Hostile(1).feed(2)), StandardCharsets.UTF_8);
    assertThat(new JsonFeedRules().brokenBy(bytes(json.replace("\"id\"", "\"_id\"")))).isNotEmpty();
  }

  @Test
  void theWarningsAreGivenWhereTheyAreDue() throws Exception {
    var validator = new ValidatorWarnings();
    var feed = new Hostile(3).feed(20);
    var atom = new String(Format.ATOM.write(feed), StandardCharsets.UTF_8);
    var once = "<updated>2020-01-01T00:00:00Z</updated>";
    assertThat(validator.of(bytes(atom.replaceAll("<updated>.*</updated>", once))))
        .contains("DuplicateUpdated");
    assertThat(validator.of(bytes(atom.replaceFirst("href=\"https", "href=\"a b")))).isNotEmpty();
    assertThat(validator.of(bytes(atom.replaceFirst("xml:lang=\"en\"", "xml:lang=\"xx\""))))
        .isNotEmpty();
    var rss = new String(Format.RSS.write(feed), StandardCharsets.UTF_8);
    assertThat(validator.of(bytes(rss.replace("&#x26;", "&amp;")))).isNotEmpty();
    assertThat(validator.of(bytes(rss.replaceFirst("<p>", "<iframe src=\"/x\">")))).isNotEmpty();
  }

  @Test
  void everyEditionOfANewsroomIsValid() throws Exception {
    try (var database = Rows.open(dir)) {
      EditionsTest.fill(database);
      for (var n = 10; n < 30; n++) {
        Rows.item(database, n, 1, new Hostile(n).text(6).replace("\u0000", ""), Rows.NOON);
      }
      var editions = new Editions(database, EditionsTest.PRINTING);
      for (var page :
          List.of(
              "",
              "/wire",
              "/stories",
              "/stories/k7f",
              "/outlets/1",
              "/sections/world",
              "/corrections")) {
        assertThat(new AtomRules().brokenBy(printed(editions, page + "/feed.atom")))
            .as(page)
            .isEmpty();
        assertThat(new RssRules().brokenBy(printed(editions, page + "/feed.rss")))
            .as(page)
            .isEmpty();
        for (var form : List.of(".atom", ".rss")) {
          assertThat(new ValidatorWarnings().of(printed(editions, page + "/feed" + form)))
              .as(page + form)
              .isEmpty();
        }
        assertThat(new JsonFeedRules().brokenBy(printed(editions, page + "/feed.json")))
            .as(page)
            .isEmpty();
      }
    }
  }

  @Test
  void romeReadsWhatWeWrote() throws Exception {
    var feed = new Hostile(7).feed(50);
    for (var format : List.of(Format.RSS, Format.ATOM)) {
      var read = rome(format, feed);
      assertThat(read.getEntries()).hasSize(50);
      for (var number = 0; number < 50; number++) {
        var entry = read.getEntries().get(number);
        assertThat(entry.getUri()).isEqualTo(feed.entries().get(number).id());
        assertThat(entry.getLink()).isEqualTo(feed.entries().get(number).link());
        assertThat(entry.getTitle()).isNotBlank();
        assertThat(entry.getPublishedDate()).isNotNull();
        assertThat(entry.getUpdatedDate() != null || format == Format.RSS).isTrue();
      }
    }
  }

  private static com.rometools.rome.feed.synd.SyndFeed rome(Format format, Feed feed)
      throws Exception {
    try (var reader =
        new InputStreamReader(
            new ByteArrayInputStream(format.write(feed)), StandardCharsets.UTF_8)) {
      return new SyndFeedInput().build(reader);
    }
  }

  private static byte[] printed(Editions editions, String path) {
    return EditionsTest.text(editions.find(path).orElseThrow()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

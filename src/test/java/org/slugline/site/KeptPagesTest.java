package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every page has a tag, is spared whoever has it, and is never older than what is stored. */
class KeptPagesTest {
  @TempDir Path dir;

  @TestFactory
  Stream<DynamicTest> everyPageIsSparedWhoHasItAndIsLight() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("troops.md", ReadingTest.TROOPS);
      running.later(Duration.ofMinutes(5));
      running.read(ReadingTest.COVERAGE);
      var checks = new ArrayList<DynamicTest>();
      for (var path : paths(running)) {
        var plain = running.get(path);
        var again = running.get(path);
        var zipped = running.raw(path, "Accept-Encoding", "gzip");
        var tag = plain.headers().firstValue("ETag").orElse("");
        var spared = running.get(path, "If-None-Match", tag);
        var sparedZipped =
            running.raw(
                path,
                "Accept-Encoding",
                "gzip",
                "If-None-Match",
                zipped.headers().firstValue("ETag").orElse(""));
        var head = running.head(path);
        checks.add(
            dynamicTest(
                path,
                () -> {
                  assertThat(plain.statusCode()).isEqualTo(200);
                  assertThat(tag).isNotEmpty();
                  assertThat(again.body()).isEqualTo(plain.body());
                  assertThat(again.headers().firstValue("ETag")).hasValue(tag);
                  assertThat(spared.statusCode()).isEqualTo(304);
                  assertThat(spared.body()).isEmpty();
                  assertThat(spared.headers().firstValue("ETag")).hasValue(tag);
                  assertThat(spared.headers().map()).doesNotContainKey("content-type");
                  assertThat(sparedZipped.statusCode()).isEqualTo(304);
                  assertThat(plain.headers().firstValue("Vary").orElse(""))
                      .contains("Accept-Encoding");
                  assertThat(plain.body().length()).isLessThan(50_000);
                  assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
                  assertThat(zipped.body().length).isLessThan(15_000);
                  assertThat(head.statusCode()).isEqualTo(200);
                  assertThat(head.headers().firstValue("ETag")).hasValue(tag);
                  assertThat(plain.body().split("rel=\"stylesheet\"", -1)).hasSize(2);
                }));
      }
      return checks.stream();
    }
  }

  @Test
  void whatIsStoredIsOnThePageAtOnce() throws Exception {
    try (var running = new Running(dir)) {
      assertThat(running.get("/").body()).contains("Welcome");
      running.publish("one.md", "---\nheadline: The first\n---\nText.\n");
      assertThat(running.get("/").body()).contains("The first");
      running.publish("two.md", "---\nheadline: The second\n---\nText.\n");
      assertThat(running.get("/").body()).contains("The first", "The second");
      assertThat(running.get("/wire").body()).contains("The second");
      running.desk.withdraw(
          "the-second", "Wrong.", java.util.OptionalInt.empty(), "test", running.instant());
      assertThat(running.get("/").body()).doesNotContain("The second");
      assertThat(running.get("/articles/the-second").statusCode()).isEqualTo(410);
    }
  }

  @Test
  void aQueryMakesAnotherPage() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("one.md", "---\nheadline: Bridge opens\n---\nText.\n");
      assertThat(running.get("/search?q=bridge").body()).contains("<mark>Bridge</mark> opens");
      assertThat(running.get("/search?q=ferry").body()).contains("Nothing was found");
      assertThat(running.get("/search?q=bridge").body()).contains("<mark>Bridge</mark> opens");
    }
  }

  @Test
  void theStyleSheetIsOneAndKeptForAYear() throws Exception {
    try (var running = new Running(dir)) {
      var sheet =
          Pattern.compile("<link rel=\"stylesheet\" href=\"(/assets/[^\"]+)\"")
              .matcher(running.get("/").body());
      assertThat(sheet.find()).isTrue();
      var style = running.get(sheet.group(1));
      assertThat(style.statusCode()).isEqualTo(200);
      assertThat(style.headers().firstValue("Cache-Control").orElse(""))
          .contains("max-age=31536000", "immutable");
      assertThat(style.body().length()).isLessThan(40_000);
    }
  }

  private static List<String> paths(Running running) {
    var article = "/articles/" + ReadingTest.slug(running);
    var story = Pattern.compile("/stories/\\w+").matcher(running.get(article).body());
    assertThat(story.find()).isTrue();
    return List.of(
        "/",
        "/articles",
        article,
        article + "/history",
        "/sections/world",
        "/tags/nato",
        "/authors/ada-quay",
        "/stories",
        story.group(),
        story.group() + "?at=2022-02-08T14:03:00Z",
        story.group() + "/feed",
        "/wire",
        "/outlets",
        "/outlets/1",
        "/corrections",
        "/search",
        "/search?q=poland",
        "/search?q=poland&by=relevance",
        "/feeds",
        "/feed",
        "/about-our-crawler",
        "/problems/not-found");
  }
}

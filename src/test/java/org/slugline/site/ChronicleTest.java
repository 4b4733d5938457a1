package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story's page says what we know of its course, and what we do not. */
class ChronicleTest {
  @TempDir Path dir;

  @Test
  void whoWasFirstIsSaidWithHowSureThatIs() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("troops.md", ReadingTest.TROOPS);
      running.later(Duration.ofMinutes(30));
      running.read(ReadingTest.COVERAGE);
      var found = told(running, "");
      assertThat(found).contains("Stood there when its feed was first read");
      // as if both feeds had been read without it a quarter of an hour before
      running.database.change(handle ->
          handle.execute(
              """
              INSERT INTO poll (outlet, at, outcome, status, reason, detail, bytes, millis, items, edited)
              SELECT outlet, at - 900000, 'unchanged', 304, '', '', 0, 0, 0, 0 FROM poll
              """));
      assertThat(told(running, ""))
          .contains("surely the first")
          .contains("Appeared between 14:15 and 14:30; one other appeared in that time too")
          .doesNotContain("Stood there");
    }
  }

  @Test
  void anEditedHeadlineIsMarkedAndTheStoryCanBeSeenAsItStood() throws Exception {
    try (var running = new Running(dir)) {
      running.publish("troops.md", ReadingTest.TROOPS);
      running.later(Duration.ofMinutes(30));
      running.read(ReadingTest.COVERAGE);
      running.later(Duration.ofMinutes(30));
      var now = running.instant();
      running.database.change(handle ->
          handle.execute(
              """
              INSERT INTO item_version (item, at, title, summary)
              SELECT id, ?, 'Thirty-five soldiers for Poland', summary FROM item
               WHERE title LIKE 'Britain%'
              """,
              now));
      assertThat(told(running, ""))
          .contains("Earlier headline: Thirty-five soldiers for Poland", "edited");
      assertThat(told(running, "?at=2022-02-08T14:45:00Z"))
          .contains("As it stood on")
          .contains("Thirty-five soldiers for Poland")
          .doesNotContain("Britain to send", "Earlier headline");
      assertThat(told(running, "?at=2022-02-08T14:10:00Z"))
          .contains("UK sends 350 troops")
          .doesNotContain("soldiers", "North Quay Radio");
    }
  }

  @Test
  void anOutletsPageShowsItsPaceAndAPausedOneSaysSo() throws Exception {
    try (var running = new Running(dir)) {
      running.read(ReadingTest.COVERAGE);
      running.database.change(handle ->
          handle.execute(
              """
              INSERT INTO item (outlet, key, guid, link, title, author, language, summary, content,
                text, claimed_as, published, first_seen, updated, digest)
              SELECT 1, 'k' || value, '', '', 'Piece', '', 'en', '', '', '', '',
                     1644300000000 + 60000 * value, 0, 0, ''
                FROM json_each('[1, 2, 3, 4, 5]')
              """));
      assertThat(text(running.get("/outlets/1").body()))
          .contains("Its pace", "in one day", "the busiest hour begins at 06:00");
      running.database.change(handle ->
          handle.execute("UPDATE item SET published = published + 3600000 * id WHERE outlet = 1"));
      assertThat(text(running.get("/outlets/1").body()))
          .as("no hour is busier than another")
          .contains("in one day")
          .doesNotContain("busiest");
      running.database.change(
          handle -> handle.execute("UPDATE outlet SET status = 'paused' WHERE id = 2"));
      assertThat(text(running.get("/outlets").body())).contains("Paused");
      assertThat(running.get("/outlets/2").body()).contains("Paused").doesNotContain("Next poll");
    }
  }

  private static String told(Running running, String query) {
    var story =
        Pattern.compile("/stories/(?!feed)(\\w+)\"").matcher(running.get("/stories").body());
    assertThat(story.find()).isTrue();
    var page = running.get("/stories/" + story.group(1) + query);
    assertThat(page.statusCode()).isEqualTo(200);
    return text(page.body());
  }

  private static String text(String page) {
    return org.slugline.text.Sanitizer.plain(page.substring(page.indexOf("<main")))
        .replaceAll("\\s+", " ");
  }
}

package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows {@code next} from page to page has read each thing once, newest first. */
class ApiListTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path dir;
  private Running running;

  @BeforeEach
  void open() {
    running = new Running(dir);
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void articlesAndTheirCorrectionsPageToTheirEnd() throws Exception {
    var headlines = List.of("Bridge opens", "Ferry sinks", "Mayor resigns", "Rain falls", "Sun up");
    for (var headline : headlines) {
      file(headline, "It is so.", "");
      running.later(Duration.ofMinutes(1));
    }
    for (var headline : headlines) {
      file(headline, "It was so.", "revision: {kind: correction, note: It was.}\n");
      running.later(Duration.ofMinutes(1));
    }
    assertThat(walked("/api/articles?limit=2")).containsExactlyElementsOf(headlines.reversed());
    assertThat(walked("/api/articles?limit=5")).containsExactlyElementsOf(headlines.reversed());
    assertThat(walked("/api/corrections?limit=2")).containsExactlyElementsOf(headlines.reversed());
  }

  @Test
  void storiesPageToTheirEnd() throws Exception {
    var events =
        List.of(
            "Earthquake of magnitude 6.1 shakes Lisbon|Buildings swayed in Lisbon as the earthquake"
                + " struck.",
            "Karolinska picks Andersen as its rector|The Karolinska named Andersen its new rector.",
            "Volcano Taranaki erupts over New Plymouth|Ash of the volcano Taranaki fell on New"
                + " Plymouth.");
    running.read(Map.of("One", events, "Two", events));
    assertThat(walked("/api/stories?limit=1")).hasSize(3).doesNotHaveDuplicates();
  }

  private void file(String headline, String body, String revision) throws Exception {
    running.publish(
        headline.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".md",
        "---\nheadline: " + headline + "\n" + revision + "---\n" + body + "\n");
  }

  private List<String> walked(String path) {
    var headlines = new ArrayList<String>();
    for (var at = path; !at.isEmpty(); ) {
      var list = JSON.readTree(running.get(at).body());
      list.get("items").forEach(item -> headlines.add(item.get("headline").asString()));
      var next = list.get("next");
      at = next.isNull() ? "" : next.asString().substring(Running.BASE.length());
      assertThat(headlines).as(path).hasSizeLessThan(100);
    }
    return headlines;
  }
}

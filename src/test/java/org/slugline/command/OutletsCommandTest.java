package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;
import org.slugline.store.Lock;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/** Each act about an outlet says in a line what became of it. */
class OutletsCommandTest {
  private static final String URL = "https://harbour.example/feed";

  @TempDir Path dir;

  private Line.Ended run(String... words) {
    return new Line(dir).run(words);
  }

  @Test
  void eachActSaysWhatBecameOfTheOutlet() {
    assertThat(run("outlets", "add", URL).out()).isEqualTo("added 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").out()).isEqualTo("paused 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").out()).isEqualTo("unchanged 1 " + URL + "\n");
    assertThat(run("outlets", "list").out()).contains("next never").doesNotContain("it was added");
    assertThat(run("outlets", "list", "--json").out()).doesNotContain("next_poll");
    assertThat(run("outlets", "resume", "1", "--json").out())
        .isEqualTo("{\"result\":\"resumed\",\"id\":1,\"url\":\"" + URL + "\"}\n");
    assertThat(run("outlets", "list", "--json").out()).contains("next_poll");
    assertThat(run("outlets", "set", "1", "pace=2h").out()).isEqualTo("set 1 " + URL + "\n");
    assertThat(run("outlets", "confirm-move", "1").status()).isEqualTo(65);
    assertThat(run("outlets", "remove", "1").out()).isEqualTo("removed 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").err()).contains("no outlet has the number 1");
  }

  @Test
  void aSecretThatIsMissingHereIsSaidWhenItIsNamed() {
    run("outlets", "add", URL);
    assertThat(run("outlets", "set", "1", "auth=DESK").err())
        .contains("SLUGLINE_SECRET_DESK is not set here");
    assertThat(
            new Line(dir)
                .with("SLUGLINE_SECRET_DESK", "u:p")
                .run("outlets", "set", "1", "auth=DESK")
                .err())
        .isEmpty();
  }

  @Test
  void aRoundThatFindsAnotherRunningSaysSoInTheSameShape() {
    run("outlets", "list");
    var settings = new StoreSettings(dir.resolve("data"), Duration.ofSeconds(5));
    try (var database = ((Opening.Opened) Database.open(settings)).database();
        var _ = database.take(Lock.Part.ROUND).orElseThrow()) {
      assertThat(run("poll", "--json").out())
          .contains("\"due\":0", "\"left\":0", "\"locked\":true", "\"failures\":[]");
      assertThat(run("poll", "--strict").status()).isEqualTo(75);
    }
  }
}

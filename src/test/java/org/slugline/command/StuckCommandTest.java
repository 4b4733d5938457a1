package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

/** The disk or the file stands in the way of a command: one line, and 74. */
class StuckCommandTest {
  @TempDir Path dir;

  @Test
  void aPollThatCannotStoreSaysSoOnceAndNotOnceAnOutlet() throws IOException {
    try (var loop = new LoopbackOutlet()) {
      var feed = "<rss version=\"2.0\"><channel><title>T</title></channel></rss>".getBytes(UTF_8);
      for (var path : new String[] {"/a", "/b", "/c", "/d"}) {
        loop.at(
            path,
            (asked, out, socket) -> {
              takeAway();
              return LoopbackOutlet.plain(200, Map.of(), feed).give(asked, out, socket);
            });
        assertThat(line(loop).run("outlets", "add", loop.url(path)).status()).isZero();
      }
      var ended = line(loop).run("poll");
      assertThat(ended.status()).isEqualTo(74);
      assertThat(ended.err().lines()).filteredOn(line -> line.contains("taken away")).hasSize(1);
      assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
      assertThat(ended.out()).contains("round: 4 due").contains("0 items");
    }
  }

  private synchronized void takeAway() throws IOException {
    if (Files.exists(dir.resolve("data"))) {
      Files.move(dir.resolve("data"), dir.resolve("away"));
    }
  }

  private Line line(LoopbackOutlet loop) {
    return new Line(dir)
        .with("SLUGLINE_WIRE_ALLOW_INTERNAL", loop.address())
        .with("SLUGLINE_WIRE_HOST_SPACING", "0s");
  }

  /** A rehearsal on a stage of its own would say that all is new. */
  @Test
  void aRehearsalWhereTheDatabaseIsMissingIsRefusedToo() throws IOException {
    var article =
        Files.writeString(dir.resolve("a.md"), "---\nheadline: Bridge opens\n---\nToday.\n");
    assertThat(new Line(dir).run("publish", article.toString()).status()).isZero();
    Files.delete(dir.resolve("data/slugline.db"));
    var ended = new Line(dir).run("publish", "--dry-run", article.toString());
    assertThat(ended.status()).isEqualTo(74);
    assertThat(ended.err()).contains("is missing, and there was one");
  }

  @Test
  void checkSaysAFileInPlaceOfTheDirectory() throws IOException {
    Files.writeString(dir.resolve("data"), "a letter");
    var ended = new Line(dir).run("check");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).contains("is a file and no data directory");
  }
}

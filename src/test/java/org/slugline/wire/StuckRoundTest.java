package org.slugline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Program;
import org.slugline.store.StoreSettings;

/** Our own disk or file stands in the way of a round; the outlets are not to suffer from it. */
class StuckRoundTest {
  private static final int FEEDS = 400;

  @TempDir Path dir;

  @Test
  void aRoundThatCannotStoreAsksNobodyMoreAndLosesNothing() throws Exception {
    var data = dir.resolve("data");
    try (var loop = new LoopbackOutlet();
        var room = room(data, loop)) {
      loop.at(
          "/f0",
          (asked, out, socket) -> {
            Files.move(data, dir.resolve("away"));
            return feed(0).give(asked, out, socket);
          });
      for (var i = 0; i < FEEDS; i++) {
        loop.at("/f" + i, feed(i));
        room.add(loop.url("/f" + i));
      }
      var report = room.round();
      assertThat(report.unstored())
          .isNotEmpty()
          .allSatisfy(failure -> assertThat(failure.detail()).contains("taken away"));
      assertThat(report.left()).isPositive();
      assertThat(report.isWhole()).isFalse();
      assertThat(loop.asked()).hasSizeLessThan(FEEDS);

      Files.move(dir.resolve("away"), data);
      var next = room.round();
      assertThat(next.items()).isEqualTo(FEEDS);
      assertThat(next.failures()).isEmpty();
      room.later(room.manners.longestPause());
      assertThat(room.round().items()).isZero();
    }
  }

  private static LoopbackOutlet.Answer feed(int number) {
    return LoopbackOutlet.plain(200, Map.of(), Documents.rss("Piece " + number).getBytes(UTF_8));
  }

  @Test
  void whatDoesNotFitOnTheDiskIsNotFetchedAgainAndAgain() throws Exception {
    var data = Files.createDirectory(dir.resolve("data"));
    assumeTrue(Program.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", data.toString()) == 0);
    try (var loop = new LoopbackOutlet();
        var room = room(data, loop)) {
      loop.at("/large", 200, Map.of(), Documents.rss(headlines()));
      var large = room.add(loop.url("/large"));
      var report = room.round();
      assertThat(report.unstored()).hasSize(1);
      assertThat(report.failures().getFirst().detail()).isEqualTo("the disk is full");
      var health = room.outlet(large).health();
      assertThat(health.nextPoll()).isEqualTo(room.instant().plus(room.manners.pause()));
      assertThat(health.nextWhy()).isEqualTo("what it sent could not be stored");
      assertThat(health.failures()).isZero();

      room.later(Duration.ofMinutes(1));
      assertThat(room.round().due()).isZero();
      assertThat(loop.asked()).hasSize(1);

      assertThat(Program.run("mount", "-o", "remount,size=64m", data.toString())).isZero();
      room.untilDue(large);
      assertThat(room.round().items()).isEqualTo(headlines().length);
    } finally {
      assertThat(Program.run("umount", "-l", data.toString())).isZero();
    }
  }

  private static String[] headlines() {
    return Stream.iterate(0, i -> i + 1)
        .limit(1500)
        .map(i -> "Number " + i + " " + "of the long list of the port ".repeat(12))
        .toArray(String[]::new);
  }

  private static Newsroom room(Path data, LoopbackOutlet loop) {
    return new Newsroom(
        new StoreSettings(data, Duration.ofSeconds(1)), manners -> manners, loop.address());
  }
}

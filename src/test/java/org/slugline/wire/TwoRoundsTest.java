package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class TwoRoundsTest {
  private static final int FEEDS = 40;

  @TempDir Path dir;

  @Test
  void twoRoundsAtOnceAskEachFeedOnceAndMeetNoLock() throws Exception {
    try (var loop = new LoopbackOutlet();
        var one = new Newsroom(dir, loop.address());
        var two = new Newsroom(dir, loop.address())) {
      for (var i = 0; i < FEEDS; i++) {
        loop.at("/f" + i, 200, Map.of(), Documents.rss("Piece " + i, "Other " + i));
        one.add(loop.url("/f" + i));
      }
      var shared =
          new PollRequest(java.time.Duration.ofSeconds(50), java.util.Set.of(), false, false);
      var reports = new PollReport[2];
      var other = Thread.ofPlatform().start(() -> reports[1] = two.poller.round(shared));
      reports[0] = one.poller.round(shared);
      other.join();
      assertThat(reports[0].due() + reports[1].due()).isEqualTo(FEEDS);
      assertThat(reports[0].items() + reports[1].items()).isEqualTo(2 * FEEDS);
      assertThat(reports[0].failed() + reports[1].failed()).isZero();
      assertThat(loop.asked()).hasSize(FEEDS);
    }
  }

  /** A second process does not know whom the first one has just asked, but the file does. */
  @Test
  void roundsOfTwoProcessesKeepTheSpacingBetweenThem() {
    var spacing = Duration.ofSeconds(3);
    UnaryOperator<Manners> spaced = m -> Newsroom.with(m, m.patience(), spacing, m.allowInternal());
    try (var loop = new LoopbackOutlet();
        var one = new Newsroom(dir, spaced, loop.address());
        var two = new Newsroom(dir, spaced, loop.address())) {
      loop.at("/a", 200, Map.of(), Documents.rss("Bridge opens"))
          .at("/b", 200, Map.of(), Documents.rss("Tunnel closes"));
      one.add(loop.url("/a"));
      one.round();
      two.add(loop.url("/b"));
      assertThat(two.round().fresh()).isEqualTo(1);
      assertThat(loop.asked().get(1).nanos() - loop.asked().get(0).nanos())
          .isGreaterThanOrEqualTo(spacing.toNanos());
    }
  }

  /** A round in a process of its own, to be killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      try (var room = new Newsroom(Path.of(args[0]), args[1])) {
        room.round();
      }
    }
  }

  @Test
  void aRoundKilledAtAnyInstantLosesNothingAndRepeatsNothing() throws Exception {
    try (var loop = new LoopbackOutlet()) {
      try (var room = new Newsroom(dir, loop.address())) {
        for (var i = 0; i < FEEDS; i++) {
          loop.at(
              "/f" + i, 200, Map.of("ETag", "\"1\""), Documents.rss("Piece " + i, "Other " + i));
          room.add(loop.url("/f" + i));
        }
      }
      for (var before : List.of(3, 19)) {
        var asked = loop.asked().size();
        var victim = start(loop.address());
        while (loop.asked().size() < asked + before && victim.isAlive()) {
          Thread.onSpinWait();
        }
        victim.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      }
      try (var room = new Newsroom(dir, loop.address())) {
        var report = room.round();
        assertThat(report.left()).isZero();
        assertThat(room.round().due()).isZero();
        var rows =
            room.database.read(handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM outlet o
                         WHERE (SELECT count(*) FROM item WHERE outlet = o.id) = 2
                           AND (SELECT count(*) FROM poll WHERE outlet = o.id) = 1
                        """)
                    .mapTo(Integer.class)
                    .one());
        assertThat(rows).as("each has its items and one poll, no more").isEqualTo(FEEDS);
      }
    }
  }

  private Process start(String allowed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.slugline.wire.TwoRoundsTest$Victim",
            dir.toString(),
            allowed)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}

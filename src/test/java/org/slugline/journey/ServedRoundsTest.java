package org.slugline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.Slugline;
import org.slugline.Started;
import org.slugline.Surroundings;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Publishing;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;
import org.slugline.wire.Subscription;

/** A server that polls by itself: outlets that fall due are gathered, newcomers are not kept. */
class ServedRoundsTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
      <item><title>Harbour bridge opens</title><link>https://courier.example/1</link></item>
      </channel></rss>
      """;

  @TempDir Path dir;

  private final BlockingQueue<LoopbackOutlet.Asked> asked = new LinkedBlockingQueue<>();

  private Running serving(LoopbackOutlet loop) {
    return new Running(
        dir,
        Running.MORNING,
        Map.of("wire.enabled", true, "wire.allow-internal", List.of(loop.address())));
  }

  /** Says that nothing is new, and tells that it was asked. */
  private LoopbackOutlet outlet() {
    var loop = new LoopbackOutlet();
    for (var path : List.of("/a", "/b", "/c")) {
      loop.at(
          path,
          (request, out, socket) -> {
            asked.add(request);
            return LoopbackOutlet.tagged("\"1\"", FEED).give(request, out, socket);
          });
    }
    return loop;
  }

  private LoopbackOutlet.Asked next() throws InterruptedException {
    var one = asked.poll(60, TimeUnit.SECONDS);
    assertThat(one).as("somebody was asked").isNotNull();
    return one;
  }

  private static void add(Slugline slugline, String url) {
    slugline.subscriptions().add(List.of(new Subscription(url, "", List.of())));
  }

  /** Another process, so far as the file can tell: it has connections of its own. */
  private Slugline beside(Running running) {
    var surroundings = new Surroundings(Map.of(), dir, running::now);
    return ((Started.Open) Slugline.open(running.slugline().config(), surroundings, running::now))
        .slugline();
  }

  @Test
  void whatFallsDueInTheSameMomentsIsAskedInOneRound() throws Exception {
    try (var loop = outlet();
        var running = serving(loop)) {
      add(running.slugline(), loop.url("/a"));
      add(running.slugline(), loop.url("/b"));
      next();
      next();
      await(() -> stored(running) == 2);

      due(running, 1);
      running.later(Duration.ofSeconds(4));
      assertThat(asked.poll(3, TimeUnit.SECONDS)).as("more may fall due").isNull();
      due(running, 2);
      running.later(Duration.ofSeconds(1));
      assertThat(List.of(next().path(), next().path())).containsExactlyInAnyOrder("/a", "/b");
      await(() -> stored(running) == 4);
    }
  }

  private static void due(Running running, long outlet) {
    running
        .slugline()
        .database()
        .change(handle -> handle.execute("UPDATE outlet SET next_poll = 0 WHERE id = ?", outlet));
  }

  private static int stored(Running running) {
    return running
        .slugline()
        .database()
        .read(handle -> handle.createQuery("SELECT count(*) FROM poll").mapTo(Integer.class).one());
  }

  private static void await(BooleanSupplier happened) {
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it happens in time").isLessThan(patience);
      Thread.onSpinWait();
    }
  }

  /** No time passes at all: whoever waited for more to fall due would wait for ever. */
  @Test
  void whatAnotherProcessAddsIsAskedAtOnce() throws Exception {
    try (var loop = outlet();
        var running = serving(loop);
        var beside = beside(running)) {
      for (var path : List.of("/a", "/b", "/c")) {
        add(beside, loop.url(path));
        assertThat(next().path()).isEqualTo(path);
      }
    }
  }

  @Test
  void whatAnotherProcessSchedulesIsReleasedAtItsMoment() throws IOException {
    var file =
        Files.writeString(
            dir.resolve("bridge.md"),
            "---\nheadline: Bridge opens\npublished: 2026-03-02T09:00:00Z\n---\nIt opened.\n",
            StandardCharsets.UTF_8);
    try (var running = new Running(dir);
        var beside = beside(running)) {
      FolderFiling.publish(
          beside.desk(), List.of(file), Publishing.PLAIN, "test", running.now(), _ -> {});
      running.later(Duration.ofMinutes(59));
      assertThat(running.get("/articles/bridge-opens").statusCode()).isEqualTo(404);
      running.later(Duration.ofMinutes(1));
      await(() -> running.get("/articles/bridge-opens").statusCode() == 200);
    }
  }

  /** A server in a process of its own that reads one document of some megabytes. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) {
      var huge = FEED.replace("</channel>", "<!--" + "x".repeat(6 << 20) + "--></channel>");
      try (var loop = new LoopbackOutlet().then(200, Map.of(), huge);
          var running =
              new Running(
                  Path.of(args[0]),
                  Running.MORNING,
                  Map.of("wire.enabled", true, "wire.allow-internal", List.of(loop.address())))) {
        add(running.slugline(), loop.url());
        await(() -> stored(running) == 1);
        System.out.println(running.get("/wire").body());
      }
    }
  }

  @Test
  void noReaderWaitsWhileTheHeapIsCleanedForAHugeDocument() throws Exception {
    var log = dir.resolve("gc.log");
    var page = dir.resolve("page.html");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                dir.toString())
            .redirectOutput(page.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(page).content().contains("Harbour bridge opens");
    assertThat(log).content().contains("Pause").doesNotContain("System.gc()");
  }
}

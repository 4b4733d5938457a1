package org.slugline;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slugline.net.Answer;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Subscription;

/**
 * Whole rounds over a farm of 1,000 feeds, release to retention: {@code FarmBench DIR} on a data
 * directory, new or one of {@code Archive}'s. The first and one of 304s are the command {@code
 * poll} in a process of its own; the others run in a server's. CPU is of the whole process,
 * resident memory its high-water mark. {@code BENCH_JAVA} holds the JVM's options of the children.
 */
public final class FarmBench {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final Path data;
  private final Path settings;
  private final int port;
  private Instant now = START;

  private FarmBench(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    settings = Files.createTempFile("farm", ".toml");
    Files.writeString(
        settings,
        """
        [wire]
        host-connections = 16
        host-spacing = "0s"
        allow-internal = ["127.0.0.1:%d"]
        [keep]
        items = "forever"
        [log]
        level = "warn"
        """
            .formatted(port));
  }

  public static void main(String[] args) throws Exception {
    var farm = java(List.of("-Xmx1g"), Farm.class.getName(), START.toString());
    try {
      var line = new InputStreamReader(farm.getInputStream(), StandardCharsets.UTF_8);
      var port = Integer.parseInt(new BufferedReader(line).readLine());
      var bench = new FarmBench(Path.of(args[0]), port);
      switch (args.length > 1 ? args[1] : "all") {
        case "floor" -> bench.floor();
        case "first" -> bench.first();
        default -> {
          bench.first();
          bench.now = bench.now.plus(Duration.ofHours(26));
          bench.command("nothing new, a process");
          bench.running();
        }
      }
    } finally {
      farm.destroy();
    }
    System.exit(0);
  }

  private void first() throws Exception {
    try (var slugline = open()) {
      // whoever was read before is not asked in these rounds
      slugline.database().change(handle -> handle.execute("UPDATE outlet SET status = 'paused'"));
      slugline
          .subscriptions()
          .add(
              IntStream.range(0, 1000)
                  .mapToObj(n ->
                      new Subscription("http://127.0.0.1:" + port + "/feed/" + n, "", List.of()))
                  .toList());
    }
    command("first, a process");
  }

  private Slugline open() {
    var surroundings = new Surroundings(Map.of(), Path.of("."), () -> now);
    var configured =
        (Configured.Good)
            Config.read(surroundings, Optional.of(settings), Optional.of(data), Map.of());
    return ((Started.Open) Slugline.open(configured.config(), surroundings, () -> now)).slugline();
  }

  private void command(String name) throws Exception {
    var before = childrenCpu();
    var kernel = childrenCpu(14, 14);
    var options =
        List.of(System.getenv().getOrDefault("BENCH_JAVA", "-XX:+UseSerialGC").split(" "));
    var poll =
        java(
            options,
            "org.slugline.command.Main",
            "poll",
            "--budget",
            "10m",
            "--config",
            settings.toString(),
            "--data",
            data.toString(),
            "--now",
            now.toString());
    var most = 0L;
    while (poll.isAlive()) {
      most = Math.max(most, resident(poll.pid()));
      Thread.sleep(20);
    }
    poll.waitFor();
    var said = new String(poll.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.printf(Locale.ROOT, "of it in the kernel %.2f s: ", childrenCpu(14, 14) - kernel);
    say(name, childrenCpu() - before, most, said.strip());
  }

  private void running() throws Exception {
    try (var slugline = open()) {
      for (var i = 0; i < 5; i++) {
        round(slugline, "nothing new, running");
      }
      for (var i = 0; i < 3; i++) {
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/next")).build(),
                HttpResponse.BodyHandlers.discarding());
        round(slugline, "one new in each, running");
      }
      round(slugline, "nothing new, running");
    }
  }

  private void round(Slugline slugline, String name) throws IOException {
    now = now.plus(Duration.ofHours(26));
    var before = cpu();
    var outcome =
        slugline.round().run(new PollRequest(Duration.ofMinutes(10), Set.of(), false, true));
    say(
        name,
        cpu() - before,
        resident(ProcessHandle.current().pid()),
        ((Round.Outcome.Done) outcome).polls().toString());
  }

  private static void say(String name, double seconds, long resident, String said) {
    System.out.printf(
        Locale.ROOT,
        "%-26s %6.2f s CPU, %d MB; %s%n",
        name,
        seconds,
        resident >> 10,
        said.substring(0, Math.min(150, said.length())));
  }

  /** What fetching alone costs, and reading alone, in a JVM that has just started. */
  private void floor() {
    var exchange = open().config().wire().exchange();
    var pages = new ArrayList<byte[]>();
    var before = cpu();
    for (var n = 0; n < 1000; n++) {
      var ask = org.slugline.net.Ask.plain("http://127.0.0.1:" + port + "/feed/" + n, Map.of());
      if (exchange.get(ask, Duration.ofSeconds(9)) instanceof Answer.Received page) {
        pages.add(page.body());
      }
    }
    var fetched = cpu();
    var entries = 0;
    for (var page : pages) {
      if (org.slugline.feed.FeedReader.read(page, Optional.empty(), "http://farm.example/", 5000)
          instanceof org.slugline.feed.Reading.Readable(var feed)) {
        entries += feed.entries().size();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "floor: fetching %.2f s CPU, reading and sanitising %.2f s CPU, %d entries%n",
        fetched - before,
        cpu() - fetched,
        entries);
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Of the children that have ended, in seconds, from {@code cutime} and {@code cstime}. */
  private static double childrenCpu() throws IOException {
    return childrenCpu(13, 14);
  }

  private static double childrenCpu(int from, int to) throws IOException {
    var stat = Files.readString(Path.of("/proc/self/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[from]) + (from == to ? 0 : Long.parseLong(fields[to]))) / 100.0;
  }

  /** In kilobytes. */
  private static long resident(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return 0; // it has just ended
    }
  }

  private static Process java(List<String> options, String main, String... args)
      throws IOException {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}

package org.slugline.wire;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;
import org.slugline.story.Grouper;
import org.slugline.story.Grouping;

/**
 * The three rounds over a farm of 1,000 feeds, CPU of this whole process: {@code first} starts from
 * nothing, {@code again} is one round of 304s with the JVM's start.
 */
public final class FarmBench {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private final Database database;
  private final Poller poller;
  private final Grouper grouper;
  private final Search search;
  private final boolean pollOnly;
  private Instant now;

  private FarmBench(Path data, int port, Instant now, boolean pollOnly) {
    this.now = now;
    this.pollOnly = pollOnly;
    database =
        ((Opening.Opened) Database.open(new StoreSettings(data, Duration.ofSeconds(10))))
            .database();
    var usual = Manners.USUAL;
    var manners =
        new Manners(
            true,
            usual.pause(),
            usual.longestPause(),
            usual.patience(),
            usual.maxBytes(),
            usual.maxEntries(),
            5,
            8,
            16,
            Duration.ZERO,
            "",
            List.of("127.0.0.1:" + port),
            "");
    poller =
        new Poller(
            database, manners, "bench", manners.exchange(), _ -> Optional.empty(), () -> this.now);
    grouper = new Grouper(database, Grouping.DEFAULT);
    search = new Search(database, ZoneId.of("UTC"));
  }

  /** What fetching alone costs, and reading alone, in a JVM that has just started. */
  private static void floor(int port) {
    var exchange = new Ways(port).exchange();
    var pages = new java.util.ArrayList<byte[]>();
    var before = cpu();
    for (var n = 0; n < 1000; n++) {
      var ask =
          org.slugline.net.Ask.plain("http://127.0.0.1:" + port + "/feed/" + n, java.util.Map.of());
      if (exchange.get(ask, Duration.ofSeconds(9))
          instanceof org.slugline.net.Answer.Received page) {
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

  private record Ways(int port) {
    org.slugline.net.Exchange exchange() {
      return new org.slugline.net.Exchange(
          new org.slugline.net.AddressGuard(List.of("127.0.0.1:" + port)),
          new org.slugline.net.Turnstile(16, Duration.ZERO),
          new org.slugline.net.Limits(16 << 20, 5));
    }
  }

  /** {@code first DIR [poll]}, {@code floor}, or {@code again DIR PORT}. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("again")) {
      var bench =
          new FarmBench(
              Path.of(args[1]), Integer.parseInt(args[2]), START.plus(Duration.ofDays(8)), false);
      bench.round("nothing new, with the JVM's start", 0);
      bench.database.close();
      System.exit(0);
    }
    var farm = child("org.slugline.wire.Farm", START.toString());
    try {
      var port =
          Integer.parseInt(
              new BufferedReader(
                      new InputStreamReader(farm.getInputStream(), StandardCharsets.UTF_8))
                  .readLine());
      Thread.sleep(2000); // the farm's own start is over
      if (args[0].equals("floor")) {
        floor(port);
        return;
      }
      rounds(Path.of(args[1]), port, args.length > 2);
      var again = child("org.slugline.wire.FarmBench", "again", args[1], "" + port);
      again.getInputStream().transferTo(System.out);
    } finally {
      farm.destroy();
    }
    System.exit(0);
  }

  private static void rounds(Path data, int port, boolean pollOnly) throws Exception {
    var bench = new FarmBench(data, port, START, pollOnly);
    new Subscriptions(bench.database, () -> bench.now)
        .add(
            IntStream.range(0, 1000)
                .mapToObj(
                    n -> new Subscription("http://127.0.0.1:" + port + "/feed/" + n, "", List.of()))
                .toList());
    bench.round("first, with the JVM's start", 0);
    for (var i = 0; i < 3; i++) {
      bench.later();
      bench.round("nothing new, running", cpu());
    }
    for (var i = 0; i < 2; i++) {
      bench.later();
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/next")).build(),
              HttpResponse.BodyHandlers.discarding());
      bench.round("one new in each, running", cpu());
    }
    bench.database.close();
  }

  private void later() {
    now = now.plus(Duration.ofDays(1)).plus(Duration.ofHours(2));
  }

  private void round(String name, double before) throws IOException {
    var begun = System.nanoTime();
    var report = poller.round(PollRequest.due(Duration.ofMinutes(5)));
    var polled = cpu();
    if (!pollOnly) {
      grouper.catchUp(now);
    }
    var grouped = cpu();
    if (!pollOnly) {
      search.catchUp();
    }
    var end = cpu();
    System.out.printf(
        Locale.ROOT,
        "%-34s %6.2f s CPU (poll %.2f, group %.2f, index %.2f), %.1f s, %s; %s%n",
        name,
        end - before,
        polled - before,
        grouped - polled,
        end - grouped,
        (System.nanoTime() - begun) / 1e9,
        resident(),
        report.due()
            + " due, "
            + report.fresh()
            + " new, "
            + report.unchanged()
            + " unchanged, "
            + report.failed()
            + " failed; "
            + report.items()
            + " items, "
            + report.bytes()
            + " bytes");
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static String resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("");
  }

  private static Process child(String... main) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(main));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}

package org.slugline.command;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slugline.Configured;
import org.slugline.story.Grouping;
import org.slugline.story.Piece;
import org.slugline.story.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The story engine on a recorded stream: contract/stories.md. */
@Command(
    name = "evaluate",
    description = "Group a recorded stream with the engine that groups live coverage.")
final class EvaluateCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** So many lines that are no items are named. */
  private static final int TOLD = 5;

  private static final int GZIP = 0x1f8b;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--in",
      required = true,
      paramLabel = "STREAM.jsonl",
      description =
          "items in time order, one JSON object a line, plain or gzip; - is standard input")
  private String in = "";

  @Option(
      names = "--clusters",
      paramLabel = "OUT.tsv",
      description = "receives a line an item: id, tab, cluster; - is standard output")
  private String clusters = "";

  @Option(
      names = "--related",
      paramLabel = "OUT.tsv",
      description = "receives a line an item: id, tab, at most 20 ids by commas, best first")
  private String related = "";

  @Option(
      names = "--fields",
      defaultValue = "title+summary",
      paramLabel = "title|title+summary",
      description = "what of an item is looked at")
  private String fields = "title+summary";

  @Option(
      names = "--granularity",
      paramLabel = "0..1",
      description = "0 one event, 1 whole affair; without it as configured")
  private Optional<Double> granularity = Optional.empty();

  private final Root root;
  private int refused;

  EvaluateCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    if (!fields.equals("title") && !fields.equals("title+summary")) {
      return fault("--fields is title or title+summary", "Choose one of them", 64);
    }
    if (granularity.filter(value -> !(value >= 0 && value <= 1)).isPresent()) {
      return fault("--granularity must be from 0 to 1", "0.5 is the middle", 64);
    }
    return switch (root.configured(Map.of())) {
      case Configured.Faulty(var faults) -> {
        root.tell(faults);
        yield Exit.CONFIG;
      }
      case Configured.Good(var config) -> evaluate(config.story());
    };
  }

  private int evaluate(Grouping configured) throws IOException {
    var settings =
        new Grouping(
            granularity.orElse(configured.granularity()),
            configured.window(),
            configured.missing());
    var rehearsal = new Rehearsal(settings);
    try (var lines = open()) {
      report(rehearsal, run(lines, rehearsal));
    } catch (NoSuchFileException missing) {
      return fault(missing.getMessage() + " is missing", "Name a file of items, or -", 66);
    } catch (ZipException | EOFException broken) {
      return fault(in + " breaks off: " + broken.getMessage(), "Fetch it again", 65);
    } catch (IOException broken) {
      return fault(in + " cannot be read", "Name a file of items, or -", 66);
    }
    try {
      var decided = rehearsal.clusters();
      write(clusters, out -> decided.forEach((id, cluster) -> out.println(id + "\t" + cluster)));
      write(
          related,
          out ->
              decided.forEach(
                  (id, _) -> out.println(id + "\t" + String.join(",", rehearsal.related(id)))));
    } catch (IOException broken) {
      return fault(broken.getMessage() + " cannot be made", "Name another file", 73);
    }
    if (refused > TOLD) {
      fault(refused + " lines were passed over in all", "Mend them, or leave them out", 65);
    }
    return refused > 0 ? 65 : 0;
  }

  /**
   * @return nanoseconds that the engine took for each item
   */
  private long[] run(BufferedReader lines, Rehearsal rehearsal) throws IOException {
    var times = new long[1024];
    var count = 0;
    var number = 0;
    var last = Instant.EPOCH;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        var piece = piece(JSON.readTree(line), last);
        last = piece.seen();
        var start = System.nanoTime();
        var placement = rehearsal.place(piece);
        var took = System.nanoTime() - start;
        rehearsal.keep(placement);
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = took;
      } catch (JacksonException _) {
        refuse(number, "it is not a JSON object");
      } catch (DateTimeParseException unreadable) {
        refuse(number, "published is not a time of RFC 3339: " + unreadable.getParsedString());
      }
    }
    return Arrays.copyOf(times, count);
  }

  /** The first few are told one by one, all are counted. */
  private void refuse(int line, String why) {
    refused++;
    if (refused <= TOLD) {
      fault("line " + line + " is passed over, " + why, "Mend it, or leave it out", 65);
    }
  }

  private Piece piece(JsonNode item, Instant last) {
    var at = OffsetDateTime.parse(text(item, "published")).toInstant();
    return new Piece(
        text(item, "id"),
        outlet(item),
        text(item, "language"),
        at,
        seen(at, last),
        text(item, "title"),
        fields.equals("title") ? "" : text(item, "summary"));
  }

  /** A recorded stream that has lost an item's outlet says so in its place. */
  private static String outlet(JsonNode item) {
    var outlet = text(item, "outlet");
    return outlet.equals("unknown") ? "" : outlet;
  }

  /** A stream has no time of arrival: an item's own, unless it goes back or leaps ten years. */
  private static Instant seen(Instant at, Instant last) {
    var leaps = !last.equals(Instant.EPOCH) && at.isAfter(last.plus(Duration.ofDays(3650)));
    return at.isBefore(last) || leaps ? last : at;
  }

  private static String text(JsonNode item, String name) {
    var value = item.get(name);
    return value == null || value.isNull() ? "" : value.asString();
  }

  private BufferedReader open() throws IOException {
    var bytes =
        new BufferedInputStream(in.equals("-") ? System.in : Files.newInputStream(Path.of(in)));
    bytes.mark(2);
    var packed = (bytes.read() << 8 | bytes.read()) == GZIP;
    bytes.reset();
    return new BufferedReader(
        new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }

  private interface Printing {
    void to(PrintWriter out);
  }

  private static void write(String name, Printing printing) throws IOException {
    if (name.isEmpty()) {
      return;
    }
    if (name.equals("-")) {
      var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
      printing.to(out);
      out.flush();
      return;
    }
    try (Writer file = Files.newBufferedWriter(Path.of(name));
        var out = new PrintWriter(file)) {
      printing.to(out);
    }
  }

  private void report(Rehearsal rehearsal, long[] times) {
    var total = Arrays.stream(times).sum();
    Arrays.sort(times);
    var memory = Runtime.getRuntime();
    System.gc();
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%d items, %.0f items/s, p50 %.3f ms, p99 %.3f ms, %d live clusters, %d MiB%n",
            times.length,
            times.length / Math.max(total / 1e9, 1e-9),
            quantile(times, 0.50) / 1e6,
            quantile(times, 0.99) / 1e6,
            rehearsal.engine().stories(),
            (memory.totalMemory() - memory.freeMemory()) >> 20);
    spec.commandLine().getErr().flush();
  }

  private static double quantile(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
  }

  private int fault(String what, String next, int status) {
    spec.commandLine().getErr().printf("slugline: %s. %s.%n", what, next);
    spec.commandLine().getErr().flush();
    return status;
  }
}

package org.slugline.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.slugline.Config;
import org.slugline.ConfigFault;
import org.slugline.Configured;
import org.slugline.Slugline;
import org.slugline.Started;
import org.slugline.Surroundings;
import org.slugline.store.Database;
import org.slugline.store.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, and the way to an open newsroom. */
@Command(
    name = "slugline",
    mixinStandardHelpOptions = true,
    versionProvider = Root.Version.class,
    description =
        "Publishes a newsroom's articles as pages and feeds, with related coverage beside each"
            + " piece.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    scope = ScopeType.INHERIT,
    footer = {
      "",
      "Exit status: 0 done, 64 usage, 65 some input refused, 69 unavailable, 74 storage, 78"
          + " configuration."
    })
final class Root {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration; config/slugline.toml beside the launcher if there is one.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The directory of the database and the media.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print results for a program: one JSON object a line.")
  private boolean json;

  @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print no progress.")
  private boolean quiet;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more; show the trace of a fault of ours.")
  private boolean verbose;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      description = "Start the clock at this moment (RFC 3339), as in 2022-02-08T13:05:00Z.",
      converter = Moment.class)
  private Optional<Instant> now = Optional.empty();

  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Signals signals;

  Root(Surroundings surroundings, Terminal terminal, Signals signals) {
    this.surroundings = surroundings;
    this.terminal = terminal;
    this.signals = signals;
  }

  Signals signals() {
    return signals;
  }

  Terminal terminal() {
    return terminal;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Whether the command line says which newsroom is meant. */
  boolean namesNewsroom() {
    return config.isPresent() || data.isPresent();
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  InstantSource clock() {
    return surroundings.clockFrom(now);
  }

  /** The configuration as file, environment and the flags of every command say it. */
  Configured configured(Map<String, Object> flags) {
    var all = new LinkedHashMap<>(flags);
    if (verbose) {
      all.putIfAbsent("log.level", "debug");
    }
    return Config.read(surroundings, config, data, all);
  }

  /** Every fault of a configuration, a line each. */
  void tell(List<ConfigFault> faults) {
    faults.forEach(fault -> terminal.fault(fault.what() + ", " + fault.where() + "."));
  }

  /** Opens the newsroom, works in it and closes it; faults are said and become a status. */
  int with(ToIntFunction<Slugline> work) {
    return with(Map.of(), work);
  }

  /** Like {@link #with}, for what is to leave nothing behind: not even a new data directory. */
  int rehearsing(ToIntFunction<Slugline> work) {
    if (!(configured(Map.of()) instanceof Configured.Good(var settings))
        || Files.exists(settings.store().data().resolve("slugline.db"))
        || Database.examine(settings.store()).isPresent()) {
      return with(work);
    }
    try {
      var stage = Files.createTempDirectory("slugline-rehearsal");
      try {
        return open(settings.at(stage), (slugline, _) -> work.applyAsInt(slugline));
      } finally {
        clear(stage);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  int with(Map<String, Object> flags, ToIntFunction<Slugline> work) {
    return staying(
        flags,
        (slugline, begun) -> {
          var status = work.applyAsInt(slugline);
          if (status == Exit.OK) {
            begun.run();
          }
          return status;
        });
  }

  /**
   * Like {@link #with}, for what lasts.
   *
   * @param work runs what it is given as soon as it has begun well
   */
  int staying(Map<String, Object> flags, ToIntBiFunction<Slugline, Runnable> work) {
    return switch (configured(flags)) {
      case Configured.Faulty(var faults) -> {
        tell(faults);
        yield Exit.CONFIG;
      }
      case Configured.Good(var settings) -> open(settings, work);
    };
  }

  private int open(Config settings, ToIntBiFunction<Slugline, Runnable> work) {
    var made = !Files.exists(settings.store().data().resolve("slugline.db"));
    return switch (Slugline.open(settings, surroundings, clock())) {
      case Started.Refused(var what, var next) -> {
        terminal.fault(what + ". " + next + ".");
        yield Exit.STORAGE;
      }
      case Started.Open(var slugline) -> {
        try (slugline;
            var _ = signals.onStop(slugline.round()::stop)) {
          yield work.applyAsInt(
              slugline,
              () -> {
                if (made) {
                  // a slip in a name, or a disk that is away, would else look like a newsroom that
                  // lost everything; a quiet cron line has to be told first of all
                  terminal.note(
                      "A new data directory was made: "
                          + settings.store().data()
                          + ". If there was one before, see whether its disk is mounted.");
                }
              });
        } catch (StorageException storage) {
          terminal.fault(storage.getMessage() + ".");
          yield Exit.STORAGE;
        }
      }
    };
  }

  /** RFC 3339. */
  static final class Moment implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return java.time.OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException _) {
        throw new CommandLine.TypeConversionException(
            "'" + value + "' is not a moment such as 2022-02-08T13:05:00Z");
      }
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"slugline " + Surroundings.version()};
    }
  }
}

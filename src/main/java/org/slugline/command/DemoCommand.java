package org.slugline.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slugline.Config;
import org.slugline.Configured;
import org.slugline.Slugline;
import org.slugline.Started;
import org.slugline.Surroundings;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Publishing;
import org.slugline.wire.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: a sample newsroom that needs no network, in a temporary directory. */
@Command(
    name = "demo",
    description =
        "A sample newsroom, offline, in a temporary directory: stories gather as you watch.")
final class DemoCommand implements Callable<Integer> {
  /** Where the sample week is entered: enough has happened to fill a front page. */
  static final Instant START = Instant.parse("2026-03-04T09:00:00Z");

  /** Sample seconds in a real one: ten minutes of the week a second. */
  static final int SPEED = 600;

  @Option(names = "--port", defaultValue = "7070", description = "${DEFAULT-VALUE} unless said.")
  private int port;

  private final Root root;

  DemoCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (root.namesNewsroom()) {
      root.terminal()
          .note("The demo has a newsroom of its own: --data and --config are passed over.");
    }
    var directory = temporary();
    var content = DemoContent.shipped();
    try {
      var clock = new DemoClock(root.surroundings().clock(), START, SPEED);
      try (var outlets = new DemoOutlets(content, clock)) {
        return serve(directory, content, outlets, clock);
      }
    } finally {
      delete(directory);
    }
  }

  private int serve(Path directory, DemoContent content, DemoOutlets outlets, DemoClock clock) {
    // nothing of the user's own newsroom is looked at: neither its file nor its environment
    var alone = new Surroundings(Map.of(), directory, root.surroundings().clock());
    return switch (Config.read(alone, Optional.empty(), Optional.of(directory), flags(outlets))) {
      case Configured.Faulty(var faults) -> {
        root.tell(faults);
        yield Exit.CONFIG;
      }
      case Configured.Good(var config) ->
          switch (Slugline.open(config, alone, clock)) {
            case Started.Refused(var what, var next) -> {
              root.terminal().fault(what + ". " + next + ".");
              yield Exit.STORAGE;
            }
            case Started.Open(var slugline) -> {
              try (slugline) {
                prepare(slugline, directory, content, outlets);
                try (var second = Executors.newSingleThreadScheduledExecutor()) {
                  content
                      .articles()
                      .forEach(article -> later(slugline, directory, article, second));
                  yield ServeCommand.serve(root, slugline, () -> {}, second::shutdownNow);
                }
              }
            }
          };
    };
  }

  private Map<String, Object> flags(DemoOutlets outlets) {
    var flags = new HashMap<String, Object>();
    flags.put("site.port", (long) port);
    flags.put("masthead.title", "The Skarvik Post");
    flags.put("masthead.tagline", "A sample newsroom: no word of it is true");
    flags.put("masthead.zone", "UTC");
    flags.put(
        "wire.allow-internal",
        outlets.outlets().stream()
            .map(outlet -> outlet.feed().getHost() + ":" + outlet.feed().getPort())
            .distinct()
            .toList());
    return flags;
  }

  private void prepare(
      Slugline slugline, Path directory, DemoContent content, DemoOutlets outlets) {
    var folder = directory.resolve("articles");
    try {
      Files.createDirectory(folder);
      DemoContent.layPictures(folder);
      for (var article : content.articles()) {
        Files.writeString(folder.resolve(article.file()), article.text(), StandardCharsets.UTF_8);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    slugline
        .subscriptions()
        .add(
            outlets.outlets().stream()
                .map(outlet -> new Subscription(outlet.feed().toString(), outlet.name(), List.of()))
                .toList());
    FolderFiling.publish(
        slugline.desk(),
        List.of(folder),
        Publishing.PLAIN,
        "demo",
        slugline.clock().instant(),
        _ -> {});
    slugline.round().catchUp();
    root.terminal()
        .note(
            "A sample newsroom: "
                + outlets.outlets().size()
                + " outlets that do not exist, a week of their news at "
                + SPEED
                + " times its speed.\nStories gather in the first minutes. Nothing is kept.");
  }

  /** A second edition of an article, once its moment has come. */
  private static void later(
      Slugline slugline, Path directory, DemoArticle article, ScheduledExecutorService executor) {
    article
        .revised()
        .ifPresent(revised -> {
          var wait = Duration.between(slugline.clock().instant(), revised.at());
          var _ =
              executor.schedule(
                  () -> publish(slugline, directory, article.file(), revised.text()),
                  Math.max(0, wait.toMillis() / SPEED),
                  TimeUnit.MILLISECONDS);
        });
  }

  private static void publish(Slugline slugline, Path directory, String name, String text) {
    try {
      var file = Files.writeString(directory.resolve("articles").resolve(name), text);
      FolderFiling.publish(
          slugline.desk(),
          List.of(file),
          Publishing.PLAIN,
          "demo",
          slugline.clock().instant(),
          _ -> {});
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("slugline-demo");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

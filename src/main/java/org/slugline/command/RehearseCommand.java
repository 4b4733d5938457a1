package org.slugline.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slugline.Config;
import org.slugline.Configured;
import org.slugline.Serving;
import org.slugline.Slugline;
import org.slugline.Started;
import org.slugline.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code rehearse}: a newsroom's day over the sample outlets, so that the launcher can keep the
 * classes that a day needs ready for the next starts. Says nothing.
 */
@Command(name = "rehearse", hidden = true, description = "Run through a sample day, for a build.")
final class RehearseCommand implements Callable<Integer> {
  /** Late in the sample week: most of it is out. */
  private static final Instant NOW = DemoCommand.START.plus(Duration.ofDays(4));

  @Parameters(paramLabel = "DIRECTORY", description = "where the newsroom is made")
  private Path directory = Path.of("");

  private final Root root;

  RehearseCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    var content = DemoContent.shipped();
    try (var outlets = new DemoOutlets(content, () -> NOW)) {
      var feeds = outlets.outlets().stream().map(outlet -> outlet.feed().toString()).toList();
      var articles = Files.createDirectories(directory.resolve("articles"));
      for (var article : content.articles()) {
        Files.writeString(articles.resolve(article.file()), article.text());
      }
      Files.writeString(
          articles.resolve("page.html"), "<h1>A page</h1><p>It is <a href=\"/a\">one</a>.</p>\n");
      Files.writeString(settings(), settings(outlets));
      run(NOW, "publish", articles.toString());
      run(NOW, with(List.of("outlets", "add"), feeds));
      run(NOW, "poll");
      run(NOW.plus(Duration.ofDays(2)), "poll");
      run(NOW, "search", "the");
      run(NOW, "stories");
      run(NOW, "check");
    }
    serve();
    return Exit.OK;
  }

  private Path settings() {
    return directory.resolve("slugline.toml");
  }

  private static String settings(DemoOutlets outlets) {
    return outlets.outlets().stream()
        .map(outlet -> "\"127.0.0.1:" + outlet.feed().getPort() + "\"")
        .distinct()
        .collect(
            Collectors.joining(
                ", ",
                "[wire]\nhost-spacing = \"0s\"\nallow-internal = [",
                "]\n[log]\nlevel = \"error\"\n"));
  }

  private static String[] with(List<String> words, List<String> more) {
    var all = new ArrayList<>(words);
    all.addAll(more);
    return all.toArray(String[]::new);
  }

  private void run(Instant now, String... words) {
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var line =
        with(
            List.of(words),
            List.of(
                "--now",
                now.toString(),
                "--config",
                settings().toString(),
                "--data",
                directory.resolve("data").toString()));
    Main.run(
        alone(), new Terminal(silent, silent), InputStream.nullInputStream(), new Signals(), line);
  }

  /** Of the user's own newsroom nothing is looked at. */
  private Surroundings alone() {
    return new Surroundings(Map.of(), directory, root.surroundings().clock());
  }

  private void serve() throws IOException {
    var configured =
        Config.read(
            alone(),
            Optional.of(settings()),
            Optional.of(directory.resolve("data")),
            Map.of("site.port", 0L, "wire.enabled", false));
    if (configured instanceof Configured.Good(var config)
        && Slugline.open(config, alone(), () -> NOW) instanceof Started.Open(var slugline)) {
      try (slugline) {
        if (slugline.serve() instanceof Serving.Running running) {
          for (var path : List.of("", "feed.rss", "stories", "wire", "search?q=the")) {
            try (var page =
                URI.create(running.address()).resolve("/" + path).toURL().openStream()) {
              page.transferTo(OutputStream.nullOutputStream());
            }
          }
          running.close();
        }
      }
    }
  }
}

package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type works, in the order in which it stands there. */
class ReadmeTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** Where the sample addresses do not exist, the command says so. */
  private static final Map<String, Integer> REFUSED =
      Map.of(
          "outlets add --discover https://outlet.example/", 65,
          "outlets remove 7", 65,
          "outlets check", 0,
          "stories show k7f", 65,
          "related https://outlet.example/2026/03/bridge", 65);

  @TempDir Path dir;

  @Test
  void everyCommandOfTheReadmeDoesWhatItSays() throws Exception {
    prepare();
    var commands = commands();
    assertThat(commands).hasSizeGreaterThan(15);
    for (var command : commands) {
      var words = words(command);
      var ended =
          words[0].equals("serve") || words[0].equals("demo")
              ? untilItServes(words)
              : new Line(dir).run(words);
      assertThat(ended.status())
          .as("./slugline %s%n%s%s", command, ended.out(), ended.err())
          .isEqualTo(REFUSED.getOrDefault(command, 0));
    }
  }

  @Test
  void everyPathOfTheReadmeExists() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    Pattern.compile("\\]\\((src/[^)]+|config/[^)]+)\\)")
        .matcher(readme)
        .results()
        .forEach(match -> assertThat(Path.of(match.group(1))).exists());
  }

  private Line.Ended untilItServes(String[] words) throws Exception {
    var signals = new Signals();
    var more = new ArrayList<>(List.of(words));
    more.addAll(List.of("--port", "0"));
    var served = new Line(dir).start(signals, more.toArray(String[]::new));
    signals.stop(); // it is served first: a stop is asked for only then
    var ended = served.get();
    assertThat(ended.out()).contains("Slugline serves http://localhost:");
    return ended;
  }

  private static List<String> commands() throws IOException {
    return Files.readString(Path.of("README.md"))
        .lines()
        .filter(line -> line.startsWith("    ./slugline "))
        .map(line -> line.strip().substring("./slugline ".length()).replaceAll("\\s{2,}#.*", ""))
        .map(String::strip)
        .toList();
  }

  /** Files that it names stand in the test's own directory. */
  private String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(match ->
            match.group(1) != null
                ? match.group(1)
                : match.group(2) != null ? match.group(2) : match.group(3))
        .map(word ->
            word.matches("[a-z]+(\\.md|\\.opml|\\.xml|/)") ? dir.resolve(word).toString() : word)
        .toArray(String[]::new);
  }

  private void prepare() throws IOException {
    var article =
        """
        ---
        headline: Harbour bridge opens a day early
        ---
        The bridge over the harbour carried its first lorries.
        """;
    Files.writeString(dir.resolve("article.md"), article);
    Files.writeString(
        Files.createDirectory(dir.resolve("newsroom")).resolve("locks.md"),
        article.replace("Harbour bridge opens", "Lock gates close"));
    Files.writeString(
        dir.resolve("archive.xml"),
        "<rss version=\"2.0\"><channel><title>Old</title><item><title>Old bridge</title>"
            + "<link>https://old.example/2011/bridge/</link></item></channel></rss>");
    Files.writeString(
        dir.resolve("outlets.opml"),
        "<opml version=\"2.0\"><body><outline type=\"rss\" text=\"Courier\""
            + " xmlUrl=\"https://courier.example/feed\"/></body></opml>");
  }
}

package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.kit.LoopbackOutlet;
import tools.jackson.databind.json.JsonMapper;

/** contract/cli.md, as its user meets it. */
class CommandLineTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Courier</title><item><title>Bridge opens</title>\
      <link>http://courier.example/1</link><guid>1</guid></item></channel></rss>
      """;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "poll",
        "check",
        "publish",
        "articles list",
        "withdraw",
        "erase",
        "release",
        "outlets add",
        "outlets import",
        "outlets export",
        "outlets list",
        "outlets check",
        "outlets confirm-move",
        "outlets refuse-move",
        "outlets pause",
        "outlets resume",
        "outlets set",
        "outlets remove",
        "stories list",
        "stories show",
        "related",
        "search",
        "token add",
        "token list",
        "token revoke",
        "parse",
        "parse-opml",
        "evaluate",
        "missing",
        "backup",
        "restore",
        "export",
        "dump",
        "load",
        "import",
        "bench"
      })
  void everyCommandExplainsItself(String command) {
    var words = new java.util.ArrayList<>(List.of(command.split(" ")));
    words.add("--help");
    var ended = new Line(dir).run(words.toArray(String[]::new));
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("Usage: slugline " + command);
  }

  @Test
  void whatIsNotBuiltSaysSoPlainly() {
    for (var name : NotBuiltCommand.NAMES) {
      var ended = new Line(dir).run(name, "whatever");
      assertThat(ended.status()).as(name).isEqualTo(69);
      assertThat(ended.err()).startsWith("slugline: " + name + " is not built yet.");
    }
  }

  @Test
  void aMistypedCommandIsAMatterOfUsage() {
    var ended = new Line(dir).run("polll");
    assertThat(ended.status()).isEqualTo(64);
    assertThat(ended.err().lines()).hasSize(1).first().asString().startsWith("slugline: ");
    assertThat(new Line(dir).run().status()).isEqualTo(64);
    assertThat(new Line(dir).run("poll", "--now", "yesterday").status()).isEqualTo(64);
    assertThat(new Line(dir).run("serve", "--port", "99999").status()).isEqualTo(64);
  }

  @Test
  void aSearchThatIsNotUnderstoodSaysSoAndIsNoSuccess() {
    var mistaken = new Line(dir).run("search", "ferry before:yesterday");
    assertThat(mistaken.status()).isEqualTo(65);
    assertThat(mistaken.err()).contains("before:yesterday");
    assertThat(new Line(dir).run("search", "ferry", "--limit", "0").status()).isEqualTo(64);
    assertThat(new Line(dir).run("search", "ferry").status()).isZero();
  }

  @Test
  void aFaultyConfigurationIsSaidWholeAndNothingIsTouched() throws IOException {
    var file = Files.writeString(dir.resolve("s.toml"), "[wire]\npuase = \"1h\"\nworkers = 0\n");
    var ended = new Line(dir).run("poll", "--config", file.toString());
    assertThat(ended.status()).isEqualTo(78);
    assertThat(ended.err())
        .contains("wire.puase is not a setting; did you mean wire.pause?", "line 2, column 1")
        .contains("wire.workers must lie between 1 and 256", "line 3");
    assertThat(dir.resolve("data")).doesNotExist();
    assertThat(new Line(dir).run("poll", "--config", "no.toml").status()).isEqualTo(78);
    assertThat(new Line(dir).with("SLUGLINE_SITE_PROT", "1").run("check").status()).isEqualTo(78);
  }

  @Test
  void theWorldCannotBeServedUnderTheNameOfThisMachine() {
    var ended = new Line(dir).run("serve", "--listen", "0.0.0.0");
    assertThat(ended.status()).isEqualTo(78);
    assertThat(ended.err()).contains("masthead.base");
  }

  @Test
  void checkChangesNothing() {
    assertThat(new Line(dir).run("check").status()).isZero();
    assertThat(dir.resolve("data")).doesNotExist();
  }

  @Test
  void checkTellsWhatReadersWouldBeSentAndChangesNothing() throws Exception {
    var article = "---\nheadline: Long read\n---\n" + "Words of it. ".repeat(50_000);
    Files.writeString(dir.resolve("long.md"), article);
    assertThat(new Line(dir).run("publish", dir.resolve("long.md").toString()).status()).isZero();
    var before = Files.readAllBytes(dir.resolve("data/slugline.db"));
    var ended = new Line(dir).run("check");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).contains("/feed.rss has", "kB, more than 512", "edition.entries");
    assertThat(dir.resolve("data/slugline.db")).hasBinaryContent(before);
  }

  @Test
  void aForeignDatabaseIsLeftAlone() throws Exception {
    Files.createDirectory(dir.resolve("data"));
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("data/slugline.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE theirs (x)");
    }
    var ended = new Line(dir).run("poll");
    assertThat(ended.status()).isEqualTo(74);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("another program", "--data");
  }

  @Test
  void aTakenPortIsOneLineWithTheNextStep() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ended = new Line(dir).run("serve", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(ended.status()).isEqualTo(69);
      assertThat(ended.err().lines()).singleElement().asString().contains("--port");
    }
  }

  @Test
  void oneBrokenFileCostsOnlyItself() throws IOException {
    var folder = Files.createDirectory(dir.resolve("news"));
    Files.writeString(folder.resolve("a.md"), "---\nheadline: One\n---\nWords.\n");
    Files.writeString(folder.resolve("b.md"), "---\nstandfirst: no headline here\n---\nWords.\n");
    Files.writeString(folder.resolve("c.md"), "---\nheadline: Three\n---\nWords.\n");
    var ended = new Line(dir).run("publish", folder.toString());
    assertThat(ended.status()).isEqualTo(65);
    assertThat(ended.out().lines())
        .anyMatch(line -> line.startsWith("created ") && line.endsWith(" one"))
        .anyMatch(line -> line.startsWith("refused ") && line.contains("b.md"))
        .anyMatch(line -> line.startsWith("created ") && line.endsWith(" three"));
    assertThat(ended.err()).contains("b.md", "headline");
    var again = new Line(dir).run("publish", folder.toString());
    assertThat(again.out().lines().filter(line -> line.startsWith("unchanged "))).hasSize(2);
    assertThat(new Line(dir).run("publish", "no-such.md").status()).isEqualTo(66);
  }

  @Test
  void neitherDepthNorAPipeKeepsTheRestOfAFolderFromReaders() throws Exception {
    var folder = Files.createDirectory(dir.resolve("hostile"));
    var deep = "[".repeat(20_000) + "]".repeat(20_000);
    Files.writeString(folder.resolve("a.md"), "---\nheadline: Deep\ntags: " + deep + "\n---\nx\n");
    new ProcessBuilder("mkfifo", folder.resolve("b.md").toString()).start().waitFor();
    Files.writeString(folder.resolve("c.md"), "---\nheadline: Sound\n---\nWords.\n");
    var ended = new Line(dir).run("publish", folder.toString());
    assertThat(ended.status()).isEqualTo(65);
    assertThat(ended.out()).contains("created ").contains(" sound");
    assertThat(ended.out().lines().filter(line -> line.startsWith("refused "))).hasSize(2);
  }

  @Test
  void onAnotherPortEveryAddressNamesThatPort() throws Exception {
    Files.createDirectories(dir.resolve("config"));
    Files.copy(Path.of("config/slugline.toml"), dir.resolve("config/slugline.toml"));
    try (var free = new ServerSocket(0)) {
      var config =
          org.slugline.Config.read(
              new org.slugline.Surroundings(Map.of(), dir, java.time.InstantSource.system()),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              Map.of("site.port", (long) free.getLocalPort()));
      assertThat(config.toString()).contains("base=http://localhost:" + free.getLocalPort());
    }
  }

  @Test
  void checkSeesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(Files.createDirectory(dir.resolve("data")).resolve("slugline.db"), "junk");
    var ended = new Line(dir).run("check");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).contains("is not a database");
    assertThat(new Line(dir).run("check", "--json").out()).startsWith("{").contains("\"what\":");
  }

  @Test
  void aRehearsalLeavesNothingBehind() throws IOException {
    var file = Files.writeString(dir.resolve("a.md"), "# Bridge opens\n\nIt is open.\n");
    var ended = new Line(dir).run("publish", "--dry-run", file.toString());
    assertThat(ended.out()).isEqualTo("created " + file + " bridge-opens\n");
    assertThat(dir.resolve("data")).doesNotExist();
  }

  @Test
  void everyActAtTheDeskIsToldToPrograms() {
    var line = new Line(dir).input("# Bridge opens\n\nIt is open.\n");
    var published = line.run("publish", "--json", "-");
    assertThat(published.out()).contains("\"file\":\"-\"").contains("\"result\":\"created\"");
    assertThat(line.run("withdraw", "bridge-opens", "--note", "Hoax.", "--json").out())
        .isEqualTo("{\"result\":\"withdrawn\",\"slug\":\"bridge-opens\"}\n");
    assertThat(line.run("release", "--json").out()).isEqualTo("{\"released\":0}\n");
    assertThat(line.run("erase", "bridge-opens", "--yes", "--json").out())
        .isEqualTo("{\"result\":\"erased\",\"slug\":\"bridge-opens\"}\n");
  }

  @Test
  void erasingNamesTheFileThatIsLeftAndPublishRefusesIt() throws IOException {
    var file = Files.writeString(dir.resolve("a.md"), "# Bridge opens\n");
    assertThat(new Line(dir).run("publish", file.toString()).status()).isZero();
    assertThat(new Line(dir).run("erase", "bridge-opens", "--yes").err())
        .contains(file.toRealPath().toString(), "still there");
    assertThat(new Line(dir).run("publish", file.toString()).status()).isEqualTo(65);
  }

  @Test
  void theNameOfAFileCannotWriteOnTheTerminal() throws IOException {
    var file = dir.resolve("a\u001b[31m\n\tb.md");
    Files.writeString(file, "# Bridge opens\n");
    var ended = new Line(dir).run("publish", file.toString());
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("a\\x1b[31m\\x0a\\x09b.md").hasLineCount(1);
  }

  @Test
  void anArticleComesFromStandardInputAndIsWithdrawnByItsSlug() {
    var line = new Line(dir).input("Harbour bridge opens\n\nThe bridge opened on Monday.\n");
    assertThat(line.run("publish", "-", "--now", "2026-03-02T08:00:00Z").status()).isZero();
    var listed = json(new Line(dir).run("articles", "list", "--json").out());
    assertThat(listed.get("slug")).isEqualTo("harbour-bridge-opens");
    assertThat(listed.get("state")).isEqualTo("released");
    assertThat((String) listed.get("published")).startsWith("2026-03-02T08:00:0");
    assertThat(new Line(dir).run("withdraw", "harbour-bridge-opens", "--note", "Wrong").out())
        .isEqualTo("withdrawn harbour-bridge-opens\n");
    assertThat(new Line(dir).run("withdraw", "no-such", "--note", "x").status()).isEqualTo(65);
  }

  @Test
  void aRoundEndsWithTheNumbersThatCronReads() {
    try (var outlet = new LoopbackOutlet().then(200, Map.of(), FEED)) {
      var line = new Line(dir).with("SLUGLINE_WIRE_ALLOW_INTERNAL", outlet.address());
      assertThat(line.run("outlets", "add", outlet.url()).out()).startsWith("added 1 ");
      var ended = line.run("poll", "--json");
      assertThat(ended.status()).isZero();
      assertThat(json(ended.out()))
          .containsEntry("due", 1)
          .containsEntry("new", 1)
          .containsEntry("failed", 0)
          .containsEntry("items", 1)
          .containsEntry("left", 0)
          .containsEntry("locked", false)
          .containsKeys("unchanged", "moved", "gone", "edited", "bytes", "seconds", "failures");
      assertThat(line.run("poll").out())
          .matches(
              "round: 0 due, 0 new, 0 unchanged, 0 failed, 0 moved, 0 gone, 0 left; 0 items, 0\\.0"
                  + " MB in \\d+\\.\\d s\n");
      var listed = json(line.run("outlets", "list", "--json").out());
      assertThat(listed)
          .containsEntry("id", 1)
          .containsEntry("title", "Courier")
          .containsEntry("status", "ok")
          .containsEntry("items", 1)
          .containsKeys("url", "failures", "last_poll", "next_poll", "next_why");
    }
  }

  @Test
  void aFailingOutletIsNoFailureOfCronUnlessItAsksForStrictness() {
    var line = new Line(dir);
    line.run("outlets", "add", "http://127.0.0.1:9/feed");
    var ended = line.run("poll", "--json");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("\"reason\":\"internal-address\"");
    assertThat(line.run("poll", "--strict", "--outlet", "1").status()).isEqualTo(1);
    assertThat(line.run("outlets", "check").status()).isEqualTo(1);
    assertThat(line.run("poll", "--outlet", "99").status()).isEqualTo(65);
  }

  @Test
  void outletsSurviveALeaveAndAReturnAsOpml() throws IOException {
    var line = new Line(dir);
    line.run("outlets", "add", "https://a.example/feed", "--label", "World/Africa");
    line.run("outlets", "add", "https://b.example/feed");
    var file = dir.resolve("out.opml");
    assertThat(line.run("outlets", "export", file.toString()).status()).isZero();
    var other = new Line(Files.createDirectory(dir.resolve("other")));
    assertThat(other.run("outlets", "import", file.toString()).out().lines()).hasSize(2);
    assertThat(other.run("outlets", "list", "--json").out())
        .contains("World/Africa", "https://b.example/feed");
    assertThat(other.run("outlets", "import", "no.opml").status()).isEqualTo(66);
    assertThat(line.run("outlets", "add", "ftp://x.example/").status()).isEqualTo(65);
    assertThat(line.run("outlets", "remove", "2").status()).isZero();
    assertThat(line.run("outlets", "remove", "9").status()).isEqualTo(65);
  }

  @Test
  void aTokensSecretIsPrintedOnceAndAScopeMustExist() {
    var line = new Line(dir);
    var made = line.run("token", "add", "desk", "--scope", "publish,outlets");
    assertThat(made.out().strip()).startsWith("slug_").doesNotContain(" ");
    assertThat(line.run("token", "add", "desk", "--scope", "all").status()).isEqualTo(65);
    assertThat(line.run("token", "add", "x", "--scope", "everything").status()).isEqualTo(64);
    assertThat(line.run("token", "list").out()).contains("desk  publish,outlets  never used");
    assertThat(line.run("token", "revoke", "desk").status()).isZero();
  }

  @Test
  void anImportSaysWhichHostsItsPicturesStayAt() throws IOException {
    var feed =
        Files.writeString(
            dir.resolve("old.xml"),
            FEED.replace(
                "<guid>",
                "<description>&lt;p&gt;&lt;img src='https://old.example/a.jpg' alt=''&gt;&lt;/p&gt;"
                    + "</description><guid>"));
    var ended = new Line(dir).run("import", feed.toString());
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).contains("site.media-hosts = [\"old.example\"]");
    assertThat(new Line(dir).run("import", feed.toString()).err()).doesNotContain("media-hosts");
  }

  @Test
  void aServerSaysWhereItIsServesAndEndsWhenItIsTold() throws Exception {
    var signals = new Signals();
    var server = new Line(dir);
    var serving = server.start(signals, "serve", "--port", "0", "--no-poll");
    var beside = new Line(dir).input("Bridge opens\n\nIt opened.\n");
    while (!Files.exists(dir.resolve("data/slugline.db")) && !serving.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(beside.run("publish", "-").status()).isZero();
    while (!server.says().contains("A new data directory was made") && !serving.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(serving).as("said while it serves").isNotDone();
    signals.stop();
    var ended = serving.get();
    assertThat(ended.out()).startsWith("Slugline serves http://localhost:");
    assertThat(ended.status()).isZero();
  }

  @Test
  void theDemoSaysThatItKeepsOutOfTheNewsroomThatIsNamed() throws Exception {
    var signals = new Signals();
    var line = new Line(dir);
    var showing = line.start(signals, "demo", "--port", "0", "--data", dir + "/own");
    while (!line.says().contains("A sample newsroom") && !showing.isDone()) {
      Thread.onSpinWait();
    }
    signals.stop();
    assertThat(showing.get().err())
        .contains("The demo has a newsroom of its own: --data and --config are passed over.");
    assertThat(dir.resolve("own")).doesNotExist();
  }

  @SuppressWarnings("unchecked") // the tests' own JSON
  private static Map<String, Object> json(String line) {
    return JSON.readValue(line, Map.class);
  }

  @Test
  void aWordThatIsNoneIsNamedWithTheNearest() {
    var line = new Line(dir);
    assertThat(line.run("publsh").err())
        .isEqualTo(
            "slugline: publsh is no command of slugline; did you mean publish? See slugline"
                + " --help.\n");
    assertThat(line.run("check", "--strct").err())
        .contains("--strct is no option of slugline check");
    assertThat(line.run("check", "now").err()).contains("now is too much for slugline check");
  }
}

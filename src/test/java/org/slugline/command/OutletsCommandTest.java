package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.store.Database;
import org.slugline.store.Lock;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/** Each act about an outlet says in a line what became of it. */
class OutletsCommandTest {
  private static final String URL = "https://harbour.example/feed";

  @TempDir Path dir;

  private Line.Ended run(String... words) {
    return new Line(dir).run(words);
  }

  @Test
  void eachActSaysWhatBecameOfTheOutlet() {
    assertThat(run("outlets", "add", URL).out()).isEqualTo("added 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").out()).isEqualTo("paused 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").out()).isEqualTo("unchanged 1 " + URL + "\n");
    assertThat(run("outlets", "list").out()).contains("next never").doesNotContain("it was added");
    assertThat(run("outlets", "list", "--json").out()).doesNotContain("next_poll");
    assertThat(run("outlets", "resume", "1", "--json").out())
        .isEqualTo("{\"result\":\"resumed\",\"id\":1,\"url\":\"" + URL + "\"}\n");
    assertThat(run("outlets", "list", "--json").out()).contains("next_poll");
    assertThat(run("outlets", "set", "1", "pace=2h").out()).isEqualTo("set 1 " + URL + "\n");
    assertThat(run("outlets", "confirm-move", "1").status()).isEqualTo(65);
    assertThat(run("outlets", "remove", "1").out()).isEqualTo("removed 1 " + URL + "\n");
    assertThat(run("outlets", "pause", "1").err()).contains("no outlet has the number 1");
  }

  @Test
  void aSecretThatIsMissingHereIsSaidWhenItIsNamed() {
    run("outlets", "add", URL);
    assertThat(run("outlets", "set", "1", "auth=DESK").err())
        .contains("SLUGLINE_SECRET_DESK is not set here");
    assertThat(
            new Line(dir)
                .with("SLUGLINE_SECRET_DESK", "u:p")
                .run("outlets", "set", "1", "auth=DESK")
                .err())
        .isEmpty();
  }

  @Test
  void aRoundThatFindsAnotherRunningSaysSoInTheSameShape() {
    run("outlets", "list");
    var settings = new StoreSettings(dir.resolve("data"), Duration.ofSeconds(5));
    try (var database = ((Opening.Opened) Database.open(settings)).database();
        var _ = database.take(Lock.Part.ROUND).orElseThrow()) {
      assertThat(run("poll", "--json").out())
          .contains("\"due\":0", "\"left\":0", "\"locked\":true", "\"failures\":[]");
      assertThat(run("poll", "--strict").status()).isEqualTo(75);
    }
  }

  @Test
  void severalSettingsAreSetTogetherOrNotAtAll() {
    run("outlets", "add", URL);
    assertThat(run("outlets", "set", "1", "title=Harbour", "pace=soon").status()).isEqualTo(65);
    assertThat(run("outlets", "list", "--json").out()).doesNotContain("Harbour");
    assertThat(run("outlets", "set", "1", "title=Harbour", "pace=2h", "--json").out())
        .isEqualTo("{\"result\":\"set\",\"id\":1,\"url\":\"" + URL + "\"}\n");
    assertThat(run("outlets", "list", "--json").out()).contains("Harbour");
  }

  @Test
  void whatIsRefusedIsToldToProgramsToo() throws Exception {
    assertThat(run("outlets", "add", "ftp://a.example/x", "--json").out())
        .contains("\"result\":\"refused\"", "\"url\":\"ftp://a.example/x\"");
    var list = dir.resolve("list.opml");
    Files.writeString(
        list,
        "<opml version='2.0'><body><outline text='F' type='rss' xmlUrl='ftp://a.example/x'/>"
            + "<outline text='G' type='rss' xmlUrl='https://a.example/g'/></body></opml>");
    var ended = run("outlets", "import", list.toString(), "--json");
    assertThat(ended.status()).isEqualTo(65);
    assertThat(ended.out()).contains("\"refused\"", "ftp://a.example/x", "\"added\"");
    assertThat(ended.err()).contains("ftp://a.example/x");
  }

  @Test
  void aDataDirectoryThatHadToBeMadeIsSaid() {
    assertThat(run("outlets", "list").err()).contains("A new data directory was made");
    assertThat(run("outlets", "list").err()).doesNotContain("was made");
  }

  /** A cron line would else poll nothing for weeks, in the empty folder of a disk that is away. */
  @Test
  void aNewNewsroomIsSaidToQuietOnesTooAndInAFolderThatWasThere() throws IOException {
    Files.createDirectory(dir.resolve("data"));
    var first = run("poll", "--quiet");
    assertThat(first.status()).isZero();
    assertThat(first.err()).contains("A new data directory was made").contains("mounted");
    assertThat(run("poll", "--quiet").err()).isEmpty();
  }

  /** The round that runs may be about others. */
  @Test
  void whoNamesAnOutletWhileARoundRunsIsToldThatItIsNotAsked() {
    run("outlets", "add", URL);
    var data = new StoreSettings(dir.resolve("data"), Duration.ofSeconds(5));
    try (var database = ((Opening.Opened) Database.open(data)).database();
        var _ = database.take(Lock.Part.ROUND).orElseThrow()) {
      assertThat(run("poll").err()).contains("it does the work");
      assertThat(run("poll", "--outlet", "1").err()).contains("ask again when it has ended");
    }
  }

  @Test
  void anOutletIsNamedByItsAddressInAnySpelling() {
    run("outlets", "add", URL);
    run("outlets", "pause", "1");
    assertThat(run("poll", "--outlet", "HTTPS://Harbour.example:443/feed").status()).isZero();
    assertThat(run("poll", "--outlet", "https://other.example/").status()).isEqualTo(65);
  }

  @Test
  void onATerminalItIsAskedWhichFeedIsMeant() {
    try (var loop = page()) {
      var ended = line(loop).typed("2\n").run("outlets", "add", "--discover", loop.url("/"));
      assertThat(ended.err()).contains("1  The Harbour Post", "2  Sport");
      assertThat(ended.out()).isEqualTo("added 1 " + loop.url("/sport") + "\n");
      var again = line(loop).run("outlets", "add", "--discover", loop.url("/sport"));
      assertThat(again.out()).startsWith("known 1 ");
      assertThat(loop.asked()).as("what is read already is not asked").hasSize(2);
    }
  }

  @Test
  void withoutOneTheSurestIsTakenAndTheOthersAreSaid() {
    try (var loop = page()) {
      var plain = line(loop).run("outlets", "add", "--discover", loop.url("/"));
      assertThat(plain.out()).isEqualTo("added 1 " + loop.url("/news") + "\n");
      assertThat(plain.err()).contains("Sport, " + loop.url("/sport"));
      var json = line(loop).run("outlets", "add", "--discover", loop.url("/"), "--json");
      assertThat(json.out()).contains("\"result\":\"known\"", "\"others\":[{", loop.url("/sport"));
    }
  }

  private Line line(LoopbackOutlet loop) {
    return new Line(dir)
        .with("SLUGLINE_WIRE_ALLOW_INTERNAL", loop.address())
        .with("SLUGLINE_WIRE_HOST_SPACING", "0s");
  }

  /** A site with a feed of news and one of sport. */
  private static LoopbackOutlet page() {
    var feed =
        "<rss version='2.0'><channel><title>The Harbour Post</title>"
            + "<item><title>Bridge opens</title></item></channel></rss>";
    return new LoopbackOutlet()
        .at(
            "/",
            200,
            Map.of("Content-Type", "text/html"),
            "<link rel=alternate type=application/rss+xml title=News href=/news>"
                + "<link rel=alternate type=application/rss+xml title=Sport href=/sport>")
        .at("/news", 200, Map.of(), feed)
        .at("/sport", 200, Map.of(), feed);
  }
}

package org.slugline.site.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;
import org.slugline.kit.Running;

/** Other outlets, looked after at the desk. */
class OutletsTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>%s</title><link>https://outlet.example/</link>
      <description/><item><title>Bridge opens</title><guid>1</guid></item>
      <item><title>Ferry &amp;amp; tram</title><guid>2</guid></item></channel></rss>
      """;

  @TempDir Path dir;

  @Test
  void aSitesFeedsAreLookedAtBeforeOneIsChosen() throws Exception {
    try (var outlet = site();
        var running = new Running(dir, host(outlet));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var asked = editor.open("/desk/outlets/add");
      assertThat(editor.send(asked.form("look")).text("#f-url-flaw")).contains("address");
      var found = editor.send(asked.form("look").with("url", outlet.url("/")));
      assertThat(found.text(".candidates legend")).isEqualTo("2 feeds were found");
      assertThat(found.text(".candidates"))
          .contains("News", "Sport", "Bridge opens", "Ferry & tram");
      assertThat(editor.open("/desk/outlets").text("main")).contains("No outlet is read yet");
      var added =
          editor.send(
              found
                  .form("add")
                  .with("feed", outlet.url("/sport.xml"))
                  .with("title", "The Sport")
                  .with("labels", "Sport/Local\nNearby")
                  .with("pace", "2h"));
      assertThat(added.text(".done")).startsWith("Added.");
      assertThat(added.text("h1")).isEqualTo("The Sport");
      assertThat(added.form("set").value("labels")).isEqualTo("Sport/Local\nNearby");
      assertThat(added.form("set").value("pace")).isEqualTo("2h");
      running.round();
      assertThat(editor.open("/desk/outlets/1").text("#polls ~ table")).contains("new 200");
      assertThat(
              editor.send(found.form("add").with("feed", outlet.url("/sport.xml"))).text(".done"))
          .contains("already");
      var nothing = editor.send(asked.form("look").with("url", outlet.url("/empty")));
      assertThat(nothing.status()).isEqualTo(422);
      assertThat(nothing.text("#f-url-flaw")).contains("No feed was found");
      assertThat(nothing.form("look").value("url")).isEqualTo(outlet.url("/empty"));
    }
  }

  @Test
  void anOutletIsSetPausedResumedAndRemoved() throws Exception {
    try (var outlet = site();
        var running = new Running(dir, host(outlet)).reads(outlet);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      outlet.then(200, Map.of("Content-Type", "application/rss+xml"), FEED.formatted("Feed"));
      var page = editor.open("/desk/outlets/1");
      var wrong = editor.send(page.form("set").with("title", "Other").with("pace", "whenever"));
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.text("#f-pace-flaw")).contains("between 1m and 7d");
      assertThat(wrong.form("set").value("title")).isEqualTo("Other");
      var set = editor.send(wrong.form("set").with("pace", "1d"));
      assertThat(set.text("h1")).isEqualTo("Other");
      var paused = editor.send(set.form("pause"));
      assertThat(paused.text(".head .health")).isEqualTo("Paused");
      var resumed = editor.send(paused.form("resume"));
      assertThat(resumed.text(".head .health")).isEqualTo("Well");
      var ask = editor.open("/desk/outlets/1/remove");
      assertThat(ask.text("h1")).isEqualTo("Other");
      assertThat(editor.open("/desk/outlets").text("table")).contains("Other");
      assertThat(editor.send(ask.form("remove")).text(".done")).isEqualTo("Removed.");
      assertThat(editor.open("/desk/outlets").text("main")).contains("No outlet is read yet");
      assertThat(editor.open("/desk/outlets/1").status()).isEqualTo(404);
    }
  }

  @Test
  void theDoctorSaysWhatIsWrongAndAMoveIsDecidedByHand() throws Exception {
    try (var outlet = new LoopbackOutlet();
        var running = new Running(dir, host(outlet)).reads(outlet);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      outlet
          .then(301, Map.of("Location", outlet.url("/new")), "")
          .at("/new", 200, Map.of("Content-Type", "application/rss+xml"), FEED.formatted("Moved"));
      running.round();
      var home = editor.open("/desk");
      assertThat(home.text(".attention")).contains("it says it has moved for good");
      var page = editor.open("/desk/outlets/1");
      assertThat(page.text(".verdict")).contains("moved for good", "since");
      assertThat(page.text("main")).containsOnlyOnce(outlet.url("/new"));
      var moved = editor.send(page.form("confirm"));
      assertThat(moved.text(".done")).startsWith("The new address");
      assertThat(moved.links()).contains(outlet.url("/new"));
      assertThat(audit(editor)).endsWith("editor moved outlet:1 " + outlet.url("/new"));
      assertThat(editor.open("/desk").text(".attention")).contains("Nothing.");
      outlet.at("/new", 404, Map.of(), "");
      for (var i = 0; i < 3; i++) {
        running.later(Duration.ofDays(1));
        running.round();
      }
    }
  }

  @Test
  void whatIsDoneToAnOutletStandsInTheAuditWhereverItWasDone() throws Exception {
    try (var outlet = new LoopbackOutlet();
        var running = new Running(dir, host(outlet)).reads(outlet);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      editor.send(
          editor.open("/desk/outlets/1").form("set").with("title", "Port").with("pace", "2h"));
      editor.send(editor.open("/desk/outlets/1").form("pause"));
      editor.send(editor.open("/desk/outlets/1").form("resume"));
      running.edit("PATCH", "/api/outlets/1", "{\"labels\": [\"Ports\"], \"paused\": true}");
      running.edit("PATCH", "/api/outlets/1", "{\"paused\": true}"); // nothing came of it
      running.slugline().subscriptions().set(1, "header.X-Key", "hush");
      var other = outlet.url("/other");
      running.edit("POST", "/api/outlets", "{\"url\": \"" + other + "\", \"discover\": false}");
      editor.send(editor.open("/desk/outlets/2/remove").form("remove"));
      running.edit("DELETE", "/api/outlets/1", "");
      assertThat(audit(editor))
          .containsExactly(
              "command added outlet:1 " + outlet.url(),
              "editor signed in desk",
              "editor set outlet:1 pace=2h",
              "editor set outlet:1 title=Port",
              "editor paused outlet:1",
              "editor resumed outlet:1",
              "editor set outlet:1 labels=Ports",
              "editor paused outlet:1",
              "command set outlet:1 header.X-Key",
              "editor added outlet:2 " + other,
              "editor removed outlet:2 " + other,
              "editor removed outlet:1 " + outlet.url());
    }
  }

  /** From the first act on. */
  private static List<String> audit(Editor editor) {
    var rows = editor.open("/desk/audit").html().select("tbody tr");
    return rows.stream()
        .map(row -> row.child(1).text() + " " + row.child(2).text())
        .toList()
        .reversed();
  }

  private static LoopbackOutlet site() {
    var outlet = new LoopbackOutlet();
    var rss = Map.of("Content-Type", "application/rss+xml");
    outlet.at(
        "/",
        200,
        Map.of("Content-Type", "text/html"),
        "<title>Outlet</title><link rel=alternate type=application/rss+xml href=/news.xml>"
            + "<link rel=alternate type=application/rss+xml href=/sport.xml>");
    outlet.at("/news.xml", 200, rss, FEED.formatted("News"));
    outlet.at("/sport.xml", 200, rss, FEED.formatted("Sport"));
    outlet.at("/empty", 200, Map.of("Content-Type", "text/html"), "<title>Nothing</title>");
    return outlet;
  }

  private static String host(LoopbackOutlet outlet) {
    return "127.0.0.1:" + URI.create(outlet.url("/")).getPort();
  }
}

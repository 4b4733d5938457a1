package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class HostileFeedTest {
  @TempDir Path dir;

  @Test
  void noFeedHarmsAnotherAndEachFaultHasItsName() {
    try (var loop = new LoopbackOutlet();
        var room =
            new Newsroom(
                dir,
                m ->
                    Newsroom.sized(
                        Newsroom.with(
                            m, java.time.Duration.ofSeconds(2), m.hostSpacing(), m.allowInternal()),
                        200_000,
                        3),
                loop.address())) {
      loop.at("/good", 200, Map.of(), Documents.rss("Bridge opens"))
          .at("/drip", LoopbackOutlet.drip(100))
          .at("/bomb", LoopbackOutlet.gzipBomb(50_000_000))
          .at("/huge", LoopbackOutlet.huge())
          .at("/reset", LoopbackOutlet.reset())
          .at("/circle", LoopbackOutlet.redirect(301, "/circle"))
          .at("/inside", LoopbackOutlet.redirect(302, "http://127.0.0.1:1/"))
          .at("/html", 200, Map.of("Content-Type", "text/html"), "<html>Hello</html>")
          .at("/deep", 200, Map.of(), "<rss><channel>" + "<a>".repeat(60_000))
          .at(
              "/entities",
              200,
              Map.of(),
              "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                  + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                  + Documents.rss("Entity &x; &b;").replace("<?xml version=\"1.0\"?>", ""));
      for (var path :
          new String[] {
            "/drip",
            "/bomb",
            "/huge",
            "/reset",
            "/circle",
            "/inside",
            "/html",
            "/deep",
            "/entities",
            "/good"
          }) {
        room.add(loop.url(path));
      }
      var report = room.round();
      assertThat(report.due()).isEqualTo(10);
      assertThat(report.fresh()).isBetween(1, 2);
      var reasons = new java.util.TreeMap<String, String>();
      report.failures().forEach(f -> reasons.put(f.url().replaceAll(".*/", ""), f.reason()));
      assertThat(reasons)
          .containsEntry("drip", "timeout")
          .containsEntry("bomb", "too-large")
          .containsEntry("huge", "too-large")
          .containsEntry("reset", "refused")
          .containsEntry("circle", "redirects")
          .containsEntry("inside", "internal-address")
          .containsEntry("html", "not-a-feed")
          .containsEntry("deep", "not-a-feed")
          .doesNotContainKey("good");
      String shelf =
          room.database.read(handle ->
              handle
                  .createQuery("SELECT group_concat(title || summary || content) FROM item")
                  .mapTo(String.class)
                  .one());
      assertThat(shelf).contains("Bridge opens").doesNotContain("root:");
      assertThat(new Doctor(room.database, room).examine())
          .filteredOn(Finding::ill)
          .hasSizeGreaterThanOrEqualTo(8)
          .allSatisfy(finding -> {
            assertThat(finding.what()).isNotBlank();
            assertThat(finding.advice()).isNotBlank();
            assertThat(finding.since()).isPresent();
          });
    }
  }

  @Test
  void ofALongDocumentTheConfiguredNumberIsTaken() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      var items = new StringBuilder();
      for (var i = 0; i < 6000; i++) {
        items.append(Documents.item("g" + i, "https://h.example/news/" + i, "T" + i, "s", ""));
      }
      loop.then(200, Map.of(), Documents.channel(items.toString()));
      room.add(loop.url());
      assertThat(room.round().items()).isEqualTo(5000);
    }
  }
}

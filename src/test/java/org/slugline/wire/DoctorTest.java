package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

/** Of an ill feed it is said in words what ails it, since when, what was said, and what to do. */
class DoctorTest {
  @TempDir Path dir;

  private static LoopbackOutlet.Answer of(int status) {
    return LoopbackOutlet.plain(status, Map.of(), new byte[0]);
  }

  @Test
  void eachIllnessHasItsNameAndItsNextStep() {
    var says =
        Map.ofEntries(
            Map.entry("/401", "keeps us out|auth=NAME"),
            Map.entry("/403", "keeps us out|auth=NAME"),
            Map.entry("/404", "nothing at its address|--discover"),
            Map.entry("/418", "its server refuses|tried again"),
            Map.entry("/500", "its server is in trouble|tried again"),
            Map.entry("/503", "its server is in trouble|tried again"),
            Map.entry("/page", "no feed|--discover"),
            Map.entry("/circle", "redirects lead nowhere|Find the address"),
            Map.entry("/inside", "inside our own network|allow-internal"),
            Map.entry("/large", "more than we take|max-bytes"),
            Map.entry("/reset", "breaks off|tried again"),
            Map.entry("/secret", "password is missing|auth="));
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      for (var status : new int[] {401, 403, 404, 418, 500, 503}) {
        loop.at("/" + status, of(status));
      }
      loop.at("/page", 200, Map.of(), "<!doctype html><title>Log in</title>")
          .at("/circle", LoopbackOutlet.redirect(302, "/circle"))
          .at("/inside", LoopbackOutlet.redirect(302, "http://10.0.0.1/"))
          .at("/large", 200, Map.of("Content-Length", "99999999"), "")
          .at("/reset", LoopbackOutlet.reset());
      says.keySet().forEach(path -> room.add(loop.url(path)));
      var secret = room.add(loop.url("/secret"));
      room.subscriptions.set(secret, Map.of("auth", "PAPER"));
      room.round();
      for (var finding : new Doctor(room.database, room).examine()) {
        var path = finding.outlet().url().substring(loop.url("").length());
        var words = says.getOrDefault(path, "?|?").split("\\|");
        assertThat(finding.ill()).as(path).isTrue();
        assertThat(finding.what()).as(path).contains(words[0]).contains("once");
        assertThat(finding.advice()).as(path).contains(words[1]);
        assertThat(finding.since()).as(path).contains(Newsroom.START);
        assertThat(finding.said()).as(path).isNotEmpty();
      }
    }
  }
}

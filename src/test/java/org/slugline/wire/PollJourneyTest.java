package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class PollJourneyTest {
  @TempDir Path dir;

  @Test
  void anUnchangedFeedCostsItsOutletOneHeaderExchange() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.then(LoopbackOutlet.tagged("\"v1\"", Documents.rss("Bridge opens", "Rain ahead")));
      var id = room.add(loop.url());
      var first = room.round();
      assertThat(first.due()).isEqualTo(1);
      assertThat(first.fresh()).isEqualTo(1);
      assertThat(first.items()).isEqualTo(2);
      assertThat(room.titles(id)).containsExactlyInAnyOrder("Bridge opens", "Rain ahead");

      room.untilDue(id);
      var second = room.round();
      assertThat(second.unchanged()).isEqualTo(1);
      assertThat(second.bytes()).isZero();
      assertThat(loop.asked().get(1).header("If-None-Match")).contains("\"v1\"");
    }
  }

  @Test
  void nothingIsAskedBeforeItFallsDue() {
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      loop.then(200, Map.of(), Documents.rss("Bridge opens"));
      room.add(loop.url());
      room.round();
      room.later(Duration.ofMinutes(14));
      assertThat(room.round().due()).isZero();
      assertThat(loop.asked()).hasSize(1);
    }
  }
}

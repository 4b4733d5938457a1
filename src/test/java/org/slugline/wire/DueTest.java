package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class DueTest {
  @TempDir Path dir;

  private static Due next(Newsroom room) {
    return room.database.read(Outlets.class, outlets -> Due.next(outlets, room.instant()));
  }

  @Test
  void anOutletThatWantsToBeLeftAloneIsNotDueThoughTheEditorResumedIt() {
    try (var outlet =
            new LoopbackOutlet()
                .then(503, Map.of("Retry-After", "7200"), "")
                .then(200, Map.of(), "");
        var room = new Newsroom(dir, outlet.address())) {
      var id = room.add(outlet.url());
      assertThat(next(room)).isEqualTo(new Due(Newsroom.START.minusSeconds(60), true));
      room.round();
      var rest = room.outlet(id).health().rest();
      assertThat(rest).isAfterOrEqualTo(Newsroom.START.plusSeconds(7200));
      room.subscriptions.pause(id);
      assertThat(next(room)).isEqualTo(new Due(Instant.MAX, false));
      room.later(Duration.ofMinutes(1));
      room.subscriptions.resume(id);
      assertThat(next(room)).isEqualTo(new Due(rest, false));
      assertThat(room.round().due()).isZero();
      room.later(Duration.between(room.instant(), rest));
      assertThat(room.round().due()).isEqualTo(1);
    }
  }
}

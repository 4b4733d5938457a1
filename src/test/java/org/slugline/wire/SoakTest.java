package org.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.LoopbackOutlet;

class SoakTest {
  private static final int OUTLETS = 100;
  private static final int POLLS = Integer.getInteger("soak.polls", 1000); // shown with 10,000

  @TempDir Path dir;

  /** An outlet that publishes, falls ill, lies and recovers, as its seed will have it. */
  private static final class Moody {
    private final int number;
    private final Random moods;
    private final Set<String> published = new HashSet<>();
    private int newest;

    Moody(int number) {
      this.number = number;
      moods = new Random(number);
    }

    LoopbackOutlet.Answer next() {
      return (asked, out, socket) -> answer(asked).give(asked, out, socket);
    }

    private synchronized LoopbackOutlet.Answer answer(LoopbackOutlet.Asked asked) {
      var tag = "\"" + newest + "\"";
      var known = asked.header("If-None-Match").filter(tag::equals).isPresent();
      return switch (moods.nextInt(12)) {
        case 0 -> LoopbackOutlet.plain(500, Map.of(), new byte[0]);
        case 1 -> LoopbackOutlet.plain(503, Map.of("Retry-After", "900"), new byte[0]);
        case 2 ->
            LoopbackOutlet.plain(
                200, Map.of("ETag", "x"), "<html>Log in".getBytes(StandardCharsets.UTF_8));
        case 3 ->
            LoopbackOutlet.plain(
                200,
                Map.of("ETag", "y"),
                document().substring(0, 300).getBytes(StandardCharsets.UTF_8));
        case 4 -> LoopbackOutlet.reset();
        case 5, 6, 7 -> {
          newest++;
          yield whole();
        }
        default -> known ? LoopbackOutlet.plain(304, Map.of(), new byte[0]) : whole();
      };
    }

    private LoopbackOutlet.Answer whole() {
      for (var n = Math.max(0, newest - 4); n <= newest; n++) {
        published.add(headline(n));
      }
      return LoopbackOutlet.plain(
          200, Map.of("ETag", "\"" + newest + "\""), document().getBytes(StandardCharsets.UTF_8));
    }

    private String headline(int n) {
      return "Outlet " + number + " writes its piece " + n;
    }

    private String document() {
      var items = new StringBuilder();
      for (var n = newest; n >= Math.max(0, newest - 4); n--) {
        items.append(
            Documents.item(
                "p" + n, headline(n), "What is known.", Newsroom.START.plus(Duration.ofHours(n))));
      }
      return Documents.channel(items.toString());
    }
  }

  @Test
  void thousandsOfPollsOfMoodyOutletsLoseAndDoubleNothing() {
    var outlets = new Moody[OUTLETS];
    try (var loop = new LoopbackOutlet();
        var room = new Newsroom(dir, loop.address())) {
      for (var i = 0; i < OUTLETS; i++) {
        outlets[i] = new Moody(i);
        loop.at("/f" + i, outlets[i].next());
        room.add(loop.url("/f" + i));
      }
      var polls = 0;
      while (polls < POLLS) {
        var report = room.round();
        assertThat(report.left()).isZero();
        assertThat(report.failures()).noneMatch(failure -> failure.reason().equals("storage"));
        polls += report.due();
        room.later(Duration.ofHours(12));
      }
      assertThat(loop.asked())
          .as("one request a poll, but for kept connections that had died")
          .hasSizeBetween(polls, polls + polls / 5);
      for (var outlet : room.database.read(Outlets.class, Outlets::all)) {
        var moody = outlets[Integer.parseInt(outlet.url().replaceAll(".*/f", ""))];
        Set<String> stored =
            room.database.read(handle ->
                new HashSet<>(
                    handle
                        .createQuery("SELECT title FROM item WHERE outlet = ?")
                        .bind(0, outlet.id())
                        .mapTo(String.class)
                        .list()));
        assertThat(stored).as(outlet.url()).isEqualTo(moody.published);
        assertThat(room.database.read(Outlets.class, table -> table.items(outlet.id())).intValue())
            .isEqualTo(stored.size());
        assertThat(outlet.health().leased()).isBefore(room.instant());
        assertThat(outlet.health().nextPoll()).isBefore(room.instant().plus(Duration.ofHours(30)));
      }
      int logged =
          room.database.read(
              handle -> handle.createQuery("SELECT count(*) FROM poll").mapTo(Integer.class).one());
      assertThat(logged).isEqualTo(polls);
    }
  }
}

package org.slugline.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;

/**
 * What a start and a round cost above an archive: {@code ArchivedRound DIRECTORY STREAM.jsonl.gz
 * NOW}. The directory is one that {@code Archive} made; it is written to.
 */
public final class ArchivedRound {
  private static final int ITEMS = 1000;
  private static final int ROUNDS = 4;

  private ArchivedRound() {}

  public static void main(String[] args) throws IOException {
    var pieces = Recorded.read(Path.of(args[1]), false).pieces();
    var now = Instant.parse(args[2]);
    try (var database = LivePath.open(Path.of(args[0]))) {
      var grouper = new Grouper(database, Grouping.DEFAULT);
      say("start, cold", () -> grouper.outlook("Ferry runs aground", "", "en", now));
      grouper.catchUp(now);
      var outlets = new HashMap<String, Long>();
      pieces.forEach(piece -> outlets.putIfAbsent(piece.outlet(), outlets.size() % 90 + 1L));
      var newest =
          database.read(
              handle -> handle.createQuery("SELECT max(id) FROM item").mapTo(Integer.class).one());
      for (var round = 0; round < ROUNDS; round++) {
        var at = now.plus(Duration.ofMinutes(round));
        var batch = pieces.subList(round * ITEMS, (round + 1) * ITEMS);
        LivePath.store(database, batch, newest + round * ITEMS, at, outlets);
        say(ITEMS + " new", () -> grouper.catchUp(at));
      }
      say("nothing new", () -> grouper.catchUp(now.plus(Duration.ofMinutes(ROUNDS))));
      var again = new Grouper(database, Grouping.DEFAULT);
      say("start, warm", () -> again.outlook("Ferry runs aground", "", "en", now));
    }
  }

  private static void say(String what, Runnable work) {
    var before = LivePath.cpu();
    work.run();
    System.out.printf(Locale.ROOT, "%s: %.3f s of CPU%n", what, (LivePath.cpu() - before) / 1e9);
  }
}

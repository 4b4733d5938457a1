package org.slugline.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pieces made up for a test, and what an engine makes of them. */
final class Stream {
  static final Instant START = Instant.parse("2022-02-07T08:00:00Z");

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param minutes after the start
   */
  Stream add(String id, String language, int minutes, String title, String summary) {
    var at = START.plus(Duration.ofMinutes(minutes));
    pieces.add(new Piece(id, "outlet-" + id, language, at, at, title, summary));
    return this;
  }

  /** As time brings them, not as they were added. */
  Stream inOrder() {
    pieces.sort(Comparator.comparing(Piece::seen));
    return this;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Places all; the stories' pieces, and of each piece the pieces related to it. */
  Outcome run(Grouping settings) {
    var rehearsal = new Rehearsal(settings);
    pieces.forEach(piece -> rehearsal.keep(rehearsal.place(piece)));
    return new Outcome(rehearsal);
  }

  Outcome run() {
    return run(Grouping.DEFAULT);
  }

  record Outcome(Rehearsal rehearsal) {
    Set<String> with(String piece) {
      var clusters = rehearsal.clusters();
      var members = new TreeSet<String>();
      clusters.forEach((id, cluster) -> {
        if (cluster.equals(clusters.get(piece))) {
          members.add(id);
        }
      });
      return members;
    }

    List<String> related(String piece) {
      return rehearsal.related(piece);
    }

    Map<Long, Integer> sizes() {
      var sizes = new HashMap<Long, Integer>();
      rehearsal.clusters().values().forEach(cluster -> sizes.merge(cluster, 1, Integer::sum));
      return sizes;
    }

    int largest() {
      return sizes().values().stream().mapToInt(size -> size).max().orElse(0);
    }
  }
}

package org.slugline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Goes back through the index for as long as is good for one page: first through the newest pieces,
 * whatever they hold; then, where a word of the query is rare, from one of its pieces to the next.
 *
 * @param after places from it on are looked at
 */
record Walk(Handle handle, Query query, long after, Effort effort) {
  /**
   * @param pieces are looked at, whatever they hold
   * @param rare so many pieces with the rarest word are looked at beyond them
   */
  record Effort(int pieces, int rare) {
    /** Some 100 ns for each word of the query and piece; a leap between rare ones some 10 µs. */
    static final Effort OF_A_PAGE = new Effort(10_000, 700);
  }

  /**
   * @param end before it nothing was looked at; empty where all was
   */
  record Reached(List<Long> places, Optional<Long> end) {}

  /**
   * @param before places before it are looked at
   */
  Reached back(long before, int limit) {
    var index = handle.attach(Index.class);
    var near = index.back(before, after, effort.pieces() - 1);
    if (near.isEmpty()) {
      // the first piece that is too old has a milestone that is not reached
      var end = index.back(after, 0, 0).map(Milestone::before);
      return new Reached(places(end, before, after, limit), Optional.empty());
    }
    var stop = Milestone.before(near.get());
    var places = new ArrayList<>(downTo(stop, before, limit));
    var rest = stop.place() + 1;
    if (places.size() >= limit || rest <= after) {
      return new Reached(places, Optional.empty());
    }
    var rarest = Long.MAX_VALUE;
    for (var word : query.narrow()) {
      var place = passed(word, rest);
      if (place.isEmpty()) {
        places.addAll(places(Optional.empty(), rest, after, limit - places.size()));
        return new Reached(places, Optional.empty());
      }
      rarest = Math.min(rarest, place.get());
    }
    var last = Milestone.before(rarest);
    places.addAll(downTo(last, rest, limit - places.size()));
    return new Reached(places, Optional.of(last.place() + 1).filter(end -> end > after));
  }

  private List<Long> downTo(Milestone stop, long before, int limit) {
    return places(Optional.of(stop), before, Math.max(after, stop.place() + 1), limit);
  }

  private List<Long> places(Optional<Milestone> stop, long before, long from, int limit) {
    var ends = stop.map(end -> Milestone.TOP.match() + " OR " + end.match());
    var match = query.open(ends.orElse(Milestone.TOP.match()));
    try (var statement =
        handle.createQuery(
            """
            SELECT rowid FROM search_index
             WHERE search_index MATCH :match AND rowid < :before AND rowid >= :after
             ORDER BY rowid DESC LIMIT :limit
            """)) {
      statement.bind("match", match).bind("limit", limit);
      statement.bind("before", before).bind("after", from);
      return statement.map((row, _) -> row.getLong(1)).list();
    }
  }

  /** Where the last stands of as many rare pieces as are looked at. */
  private Optional<Long> passed(String word, long before) {
    try (var statement =
        handle.createQuery(
            """
            SELECT rowid FROM search_index
             WHERE search_index MATCH :match AND rowid < :before AND rowid >= :after
             ORDER BY rowid DESC LIMIT 1 OFFSET :passed
            """)) {
      statement.bind("match", word).bind("passed", effort.rare() - 1);
      statement.bind("before", before).bind("after", after);
      return statement.map((row, _) -> row.getLong(1)).findFirst();
    }
  }
}

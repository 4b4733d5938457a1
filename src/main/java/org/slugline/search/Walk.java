package org.slugline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Goes back through the index for as long as is good for one page: first through the newest pieces,
 * whatever they hold; then, where a word of the query is rare, from one of its pieces to the next.
 *
 * @param after places from it on are looked at
 */
record Walk(Handle handle, Query query, long after, Effort effort) {
  /** A further stretch that is shorter than this part of the first is not worth its questions. */
  private static final int LEAST_WORTH = 10;

  /**
   * @param pieces are looked at, whatever they hold
   * @param rare so many pieces with the rarest word are looked at beyond them, and one more for
   *     each hit
   */
  record Effort(int pieces, int rare) {
    /** Some 100 ns for each word of the query and piece; a leap between rare ones some 10 µs. */
    static final Effort OF_A_PAGE = new Effort(10_000, 700);

    /** Of four words; more must make do with the same, but for the least that is worth a page. */
    private static final int WORDS = 4;

    private static final int LEAST = 10;

    Effort over(int words) {
      return new Effort(share(pieces, words), share(rare, words));
    }

    private static int share(int whole, int words) {
      return words <= WORDS ? whole : Math.max(whole / LEAST, whole * WORDS / words);
    }
  }

  Walk {
    effort = effort.over(query.words());
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
    var left = effort.rare() + places.size();
    while (places.size() < limit && rest > after) {
      var passed = passed(rest, left);
      if (passed.isEmpty()) {
        places.addAll(places(Optional.empty(), rest, after, limit - places.size()));
        return new Reached(places, Optional.empty());
      }
      var last = Milestone.before(passed.get());
      var found = downTo(last, rest, limit - places.size());
      places.addAll(found);
      rest = last.place() + 1;
      left = found.size();
      if (left <= effort.rare() / LEAST_WORTH) {
        return new Reached(places, Optional.of(rest).filter(end -> end > after));
      }
    }
    return new Reached(places, Optional.empty());
  }

  /** All that is found, for a query of which no walk is in vain. */
  List<Long> straight(long before, int limit) {
    return places(query.match(), before, after, limit);
  }

  /** Which of these hits have all that was asked for in these columns. */
  Set<Long> among(List<Long> hits, String columns) {
    return Set.copyOf(places(query.open(columns, ends(hits)), hits));
  }

  /** Which of these hits have this besides. */
  Set<Long> among(List<Long> hits, Term besides, String columns) {
    var ends = ends(hits);
    var match = query.open("", ends) + " AND (" + besides.in(columns) + " OR " + ends + ")";
    return Set.copyOf(places(match, hits));
  }

  private List<Long> places(String match, List<Long> hits) {
    return places(match, hits.getFirst() + 1, hits.getLast(), hits.size());
  }

  private static String ends(List<Long> hits) {
    return ends(Optional.of(Milestone.before(hits.getLast())));
  }

  private static String ends(Optional<Milestone> stop) {
    return stop.map(end -> Milestone.TOP.match() + " OR " + end.match())
        .orElse(Milestone.TOP.match());
  }

  private List<Long> downTo(Milestone stop, long before, int limit) {
    return places(Optional.of(stop), before, Math.max(after, stop.place() + 1), limit);
  }

  private List<Long> places(Optional<Milestone> stop, long before, long from, int limit) {
    return places(query.open("", ends(stop)), before, from, limit);
  }

  private List<Long> places(String match, long before, long from, int limit) {
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

  /**
   * Where the last stands of so many pieces with the rarest word.
   *
   * @return empty where there are not so many
   */
  private Optional<Long> passed(long before, int many) {
    var rarest = Long.MAX_VALUE;
    for (var word : query.narrow()) {
      var place = passed(word, before, many);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      rarest = Math.min(rarest, place.get());
    }
    return Optional.of(rarest);
  }

  private Optional<Long> passed(String word, long before, int many) {
    try (var statement =
        handle.createQuery(
            """
            SELECT rowid FROM search_index
             WHERE search_index MATCH :match AND rowid < :before AND rowid >= :after
             ORDER BY rowid DESC LIMIT 1 OFFSET :passed
            """)) {
      statement.bind("match", word).bind("passed", many - 1);
      statement.bind("before", before).bind("after", after);
      return statement.map((row, _) -> row.getLong(1)).findFirst();
    }
  }
}

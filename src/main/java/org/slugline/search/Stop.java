package org.slugline.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Where a walk through the index ends. FTS5 looks at the limits of a walk only when it has a hit,
 * so a phrase that hardly ever stands would be looked for to the end of the archive: the last piece
 * that is to be looked at is made a hit by its own title and outlet.
 *
 * @param id its place
 * @param match what it has, and hardly another
 */
record Stop(long id, String match) {
  private static final int WORDS = 8;

  /**
   * @param before places before it are looked at
   * @param after those from it on
   */
  record Range(long before, long after) {}

  static Optional<Stop> at(Handle handle, long id) {
    var index = handle.attach(Index.class);
    var refs = index.refs(Filling.json(List.of(id))).values();
    var items = index.items(Filling.json(refs.stream().filter(ref -> ref > 0).toList()));
    var articles =
        index.articles(
            Filling.json(refs.stream().filter(ref -> ref < 0).map(ref -> -ref).toList()));
    return (items.isEmpty() ? articles : items)
        .stream().findFirst().map(piece -> new Stop(id, match(piece)));
  }

  private static String match(Index.Piece piece) {
    var outlet = piece.outlet().map(Facts::outlet).orElse(Facts.OURS);
    return Needle.words(Folding.indexed(piece.title())).stream()
        .distinct()
        .limit(WORDS)
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(" AND ", "(\"" + outlet + "\" AND ", ")"))
        .replace(" AND )", ")");
  }

  /** The newest that match, down to the stop and without it. */
  List<Long> newest(Handle handle, String wanted, long before, int limit) {
    var range = new Range(before, id + 1);
    var named = new HashSet<>(places(handle, match, range, limit));
    if (!named.isEmpty()) {
      places(handle, "(" + wanted + ") AND " + match, range, limit).forEach(named::remove);
    }
    return places(handle, "(" + wanted + ") OR " + match, range, limit + named.size()).stream()
        .filter(place -> !named.contains(place))
        .limit(limit)
        .toList();
  }

  static List<Long> places(Handle handle, String match, Range range, int limit) {
    try (var statement =
        handle.createQuery(
            """
            SELECT rowid FROM search_index
             WHERE search_index MATCH :match AND rowid < :before AND rowid >= :after
             ORDER BY rowid DESC LIMIT :limit
            """)) {
      statement.bind("match", match).bind("limit", limit);
      statement.bind("before", range.before()).bind("after", range.after());
      return statement.map((row, _) -> row.getLong(1)).list();
    }
  }
}

package org.slugline.search;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;

/**
 * Finds pieces, ours and theirs, newest first. Thread-safe; {@link #catchUp} may run in several
 * processes at once.
 */
public final class Search {
  private static final int BATCH = 1000;
  private static final int EXCERPT = 200;

  /** Milliseconds are shifted by so many bits to leave room for pieces of the same instant. */
  private static final int SHIFT = 10;

  private final Database database;
  private final ZoneId zone;

  /**
   * @param zone that {@code before:} and {@code after:} days are meant in
   */
  public Search(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  /** Brings the index up to date, a transaction for each thousand pieces. */
  public int catchUp() {
    var all = 0;
    while (true) {
      var waiting = database.read(Index.class, index -> index.todo(1));
      if (waiting.isEmpty()) {
        return all;
      }
      all += database.write(Search::batch);
    }
  }

  private static int batch(Handle handle) {
    var index = handle.attach(Index.class);
    var todo = index.todo(BATCH);
    var rows = new ArrayList<Index.Row>();
    Set<Long> taken = new HashSet<>();
    for (var piece : todo) {
      index
          .idOf(piece)
          .ifPresent(id -> {
            index.removeWords(id);
            index.removePiece(id);
          });
      var kind = piece.startsWith("a") ? "article" : "item";
      index
          .piece(kind, Long.parseLong(piece.substring(1)))
          .ifPresent(found -> rows.add(row(index, found, taken)));
      index.done(piece);
    }
    // FTS5 writes out what it has gathered whenever a rowid goes back: in order, once is enough
    rows.sort(Comparator.comparingLong(Index.Row::id));
    index.addPieces(rows);
    index.addWords(rows);
    return todo.size();
  }

  private static Index.Row row(Index index, Index.Piece piece, Set<Long> taken) {
    var id = Math.max(0, piece.published().toEpochMilli()) << SHIFT;
    while (!taken.add(id) || index.pieceOf(id).isPresent()) {
      id++;
    }
    return new Index.Row(
        id,
        piece.piece(),
        piece.kind().equals("article") ? 1 : 0,
        piece.outlet(),
        piece.language(),
        Letters.paired(piece.title()),
        Letters.paired(piece.summary()),
        Letters.paired(piece.text()));
  }

  /**
   * @param before cursor of an earlier page
   * @param limit 1 to 200
   */
  public Found find(String typed, Optional<Long> before, int limit) {
    var query = Query.parse(typed, zone);
    if (query.isEmpty()) {
      return new Found(List.of(), query.advice(), Optional.empty(), List.of());
    }
    var hits = database.read(handle -> hits(handle, query, before, limit + 1));
    var more = hits.size() > limit;
    var page = more ? hits.subList(0, limit) : hits;
    return new Found(
        page,
        query.advice(),
        more ? Optional.of(page.getLast().id()) : Optional.empty(),
        query.words());
  }

  private static List<Hit> hits(Handle handle, Query query, Optional<Long> before, int limit) {
    var sql = new StringBuilder("SELECT p.id, p.piece FROM ");
    sql.append(
        query.match().isEmpty()
            ? "search_piece p WHERE p.id < :before"
            : "search_index x CROSS JOIN search_piece p ON p.id = x.rowid"
                + " WHERE search_index MATCH :match AND x.rowid < :before");
    var id = query.match().isEmpty() ? "p.id" : "x.rowid";
    query.after().ifPresent(_ -> sql.append(" AND ").append(id).append(" >= :after"));
    query.outlet().ifPresent(_ -> sql.append(" AND p.outlet = :outlet"));
    query
        .language()
        .ifPresent(_ -> sql.append(" AND (p.language = :lang OR p.language LIKE :lang || '-%')"));
    if (query.ours()) {
      sql.append(" AND p.ours = 1");
    }
    query
        .story()
        .ifPresent(_ ->
            sql.append(
                " AND p.piece IN (SELECT piece FROM placement JOIN story ON story.id ="
                    + " placement.story WHERE story.name = :story)"));
    query
        .section()
        .ifPresent(_ ->
            sql.append(
                " AND p.piece IN (SELECT 'a' || id FROM article WHERE state = 'released'"
                    + " AND (section_slug = :section OR section = :section))"));
    sql.append(" ORDER BY ").append(id).append(" DESC LIMIT :limit");
    try (var statement = handle.createQuery(sql.toString())) {
      if (!query.match().isEmpty()) {
        statement.bind("match", query.match());
      }
      var until = query.before().map(Search::first).orElse(Long.MAX_VALUE);
      statement.bind("before", Math.min(before.orElse(Long.MAX_VALUE), until));
      query.after().ifPresent(after -> statement.bind("after", first(after)));
      query.outlet().ifPresent(outlet -> statement.bind("outlet", outlet));
      query.language().ifPresent(language -> statement.bind("lang", language));
      query.story().ifPresent(story -> statement.bind("story", story));
      query.section().ifPresent(section -> statement.bind("section", section));
      statement.bind("limit", limit);
      var index = handle.attach(Index.class);
      return statement
          .map((row, _) -> hit(index, row.getLong(1), row.getString(2), query.words()))
          .list()
          .stream()
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private static long first(Instant instant) {
    return Math.max(0, instant.toEpochMilli()) << SHIFT;
  }

  private static Optional<Hit> hit(Index index, long id, String piece, List<String> words) {
    var kind = piece.startsWith("a") ? "article" : "item";
    return index
        .piece(kind, Long.parseLong(piece.substring(1)))
        .map(found ->
            new Hit(
                id,
                piece,
                found.kind().equals("article"),
                found.outlet(),
                found.language(),
                found.title(),
                excerpt(found, words),
                found.link(),
                found.published()));
  }

  private static String excerpt(Index.Piece piece, List<String> words) {
    var summary = piece.summary().isEmpty() ? piece.text() : piece.summary();
    var at = first(piece.summary(), words);
    var source = summary;
    if (at < 0 && first(piece.text(), words) >= 0) {
      source = piece.text();
      at = first(source, words);
    }
    var from = Math.max(0, Math.min(at - EXCERPT / 3, source.length() - EXCERPT));
    if (from > 0) {
      var blank = source.indexOf(' ', from);
      from = blank < 0 || blank > at ? from : blank + 1;
    }
    var to = Math.min(source.length(), from + EXCERPT);
    var blank = to == source.length() ? -1 : source.lastIndexOf(' ', to);
    to = blank > from ? blank : to;
    return (from > 0 ? "… " : "") + source.substring(from, to) + (to < source.length() ? " …" : "");
  }

  /** Where the first of the words stands; folding letter by letter keeps the places. */
  private static int first(String text, List<String> words) {
    var folded = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var plain = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      folded.append(plain.isEmpty() ? ' ' : plain.charAt(0));
    }
    var lower = folded.toString().toLowerCase(Locale.ROOT);
    return words.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }
}

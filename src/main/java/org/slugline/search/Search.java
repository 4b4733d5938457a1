package org.slugline.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;

/**
 * Finds pieces, ours and theirs. Thread-safe; {@link #catchUp} may run in several processes at
 * once.
 */
public final class Search {
  /** Letters of a query; what comes after them is not looked at. */
  static final int LONGEST = 500;

  /** Controls, and marks that turn the direction of what follows. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\u200e\u200f\u202a-\u202e\u2066-\u2069]");

  /** Of what a query finds, so many of the newest are ranked. */
  private static final int RANKED = 10_000;

  private final Database database;
  private final ZoneId zone;
  private final Walk.Effort effort;

  /**
   * @param zone that {@code before:} and {@code after:} days are meant in
   */
  public Search(Database database, ZoneId zone) {
    this(database, zone, Walk.Effort.OF_A_PAGE);
  }

  Search(Database database, ZoneId zone, Walk.Effort effort) {
    this.database = database;
    this.zone = zone;
    this.effort = effort;
  }

  /**
   * As much of a query as is looked at; the rest need not be carried on in addresses. Without what
   * is not seen and turns the words around it, where the query is shown.
   */
  public static String readable(String typed) {
    if (typed.length() <= LONGEST) {
      return UNSEEN.matcher(typed).replaceAll(" ");
    }
    var end = Character.isHighSurrogate(typed.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return UNSEEN.matcher(typed.substring(0, end)).replaceAll(" ");
  }

  /** Brings the index up to date, a transaction for some thousand pieces. */
  public int catchUp() {
    var all = 0;
    while (true) {
      var waiting = database.read(Index.class, index -> index.todo(1));
      if (waiting.isEmpty()) {
        return all;
      }
      all += database.derive(handle -> new Filling(handle).batch());
    }
  }

  /** Lets go of the words of pieces that went; until then they stay in the index, unfound. */
  public void scrub() {
    database.change(handle -> handle.attach(Index.class).optimize());
  }

  /**
   * The newest first. What is common by itself and hardly ever stands together is looked for only
   * so far back; then there may be fewer hits than wanted, even none, and a next page, which goes
   * on from there.
   *
   * @param before cursor of an earlier page
   * @param limit 1 to 200
   */
  public Found find(String typed, Optional<Long> before, int limit) {
    return database.read(handle -> {
      var query = read(handle, typed);
      if (query.isEmpty()) {
        return found(handle, query, List.of(), Optional.empty());
      }
      if (query.narrow().isEmpty() || query.story().isPresent()) {
        return page(handle, query, newest(handle, query, before, limit + 1), limit);
      }
      var walk = new Walk(handle, query, after(query), effort);
      var reached = walk.back(until(query, before), limit + 1);
      var found = page(handle, query, reached.places(), limit);
      return found.next().isPresent() || reached.end().isEmpty()
          ? found
          : reached.end().map(place -> found.upTo(place, day(place))).orElse(found);
    });
  }

  private static Found page(Handle handle, Query query, List<Long> ids, int limit) {
    var shown = ids.subList(0, Math.min(limit, ids.size()));
    var next = ids.size() > limit ? Optional.of(shown.getLast()) : Optional.<Long>empty();
    return found(handle, query, shown, next);
  }

  private String day(long place) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(place >> Filling.SHIFT), zone).toString();
  }

  /**
   * The most telling first, among the newest 10,000 that are found; what is common by itself and
   * hardly ever stands together is looked for only so far back. Where no word was asked for, and
   * within one story, that is the newest.
   *
   * @param skip how many earlier pages showed: their cursor
   * @param limit 1 to 200
   */
  public Found best(String typed, long skip, int limit) {
    return database.read(handle -> {
      var query = read(handle, typed);
      if (query.needles().isEmpty() || query.story().isPresent()) {
        return find(typed, Optional.of(skip).filter(cursor -> cursor > 0), limit);
      }
      var walk = new Walk(handle, query, after(query), effort);
      var until = until(query, Optional.empty());
      var reached =
          query.narrow().isEmpty()
              ? new Walk.Reached(walk.straight(until, RANKED), Optional.empty())
              : walk.back(until, RANKED);
      var places = new Ranking(walk).of(reached.places());
      var shown = places.stream().skip(skip).limit(limit).toList();
      var next = places.size() > skip + limit ? Optional.of(skip + limit) : Optional.<Long>empty();
      var found = found(handle, query, shown, next);
      return reached.end().map(place -> found.rankedTo(day(place))).orElse(found);
    });
  }

  private Query read(Handle handle, String typed) {
    return new QueryReader(zone, name -> outlets(handle, name)).read(typed);
  }

  private static List<Long> outlets(Handle handle, String name) {
    var words = Needle.words(name);
    if (words.isEmpty()) {
      return List.of();
    }
    var called = new Marks(List.of(new Needle(words, true)));
    return handle.attach(Index.class).outlets().entrySet().stream()
        .filter(outlet -> called.of(outlet.getValue()).stream().anyMatch(Stretch::hit))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<Long> newest(Handle handle, Query query, Optional<Long> before, int limit) {
    var sql = query.story().isPresent() ? ofStory(query) : anywhere(query);
    try (var statement = handle.createQuery(sql)) {
      bind(statement, query);
      within(statement, query, before);
      statement.bind("limit", limit);
      return statement.map((row, _) -> row.getLong(1)).list();
    }
  }

  private static String anywhere(Query query) {
    return query.match().isEmpty()
        ? """
        SELECT id FROM search_piece WHERE id < :before AND id >= :after
         ORDER BY id DESC LIMIT :limit
        """
        : """
        SELECT rowid FROM search_index
         WHERE search_index MATCH :match AND rowid < :before AND rowid >= :after
         ORDER BY rowid DESC LIMIT :limit
        """;
  }

  /** A story's pieces are few: each is asked whether it has the words. */
  private static String ofStory(Query query) {
    return """
    SELECT s.id
      FROM story t
      JOIN placement p ON p.story = t.id
      JOIN search_piece s ON s.ref = CASE p.kind WHEN 'item' THEN p.ref ELSE -p.ref END
    """
        + (query.match().isEmpty() ? "" : " CROSS JOIN search_index x ON x.rowid = s.id")
        + " WHERE t.name = :story AND s.id < :before AND s.id >= :after"
        + (query.match().isEmpty() ? "" : " AND search_index MATCH :match")
        + " ORDER BY s.id DESC LIMIT :limit";
  }

  private static void bind(org.jdbi.v3.core.statement.Query statement, Query query) {
    if (!query.match().isEmpty()) {
      statement.bind("match", query.match());
    }
    query.story().ifPresent(story -> statement.bind("story", story));
  }

  private static void within(
      org.jdbi.v3.core.statement.Query statement, Query query, Optional<Long> before) {
    statement.bind("before", until(query, before));
    statement.bind("after", after(query));
  }

  private static long after(Query query) {
    return query.after().map(Search::place).orElse(0L);
  }

  private static long until(Query query, Optional<Long> before) {
    var until = query.before().map(Search::place).orElse(Milestone.TOP.place());
    return Math.min(before.orElse(Milestone.TOP.place()), until);
  }

  private static long place(Instant instant) {
    return Math.max(0, instant.toEpochMilli()) << Filling.SHIFT;
  }

  private static Found found(Handle handle, Query query, List<Long> ids, Optional<Long> next) {
    var marks = new Marks(query.needles());
    var index = handle.attach(Index.class);
    var refs = index.refs(Filling.json(ids));
    var pieces = new HashMap<Long, Index.Piece>();
    var items = refs.values().stream().filter(ref -> ref > 0).toList();
    var articles = refs.values().stream().filter(ref -> ref < 0).map(ref -> -ref).toList();
    var all = new ArrayList<>(index.items(Filling.json(items)));
    all.addAll(index.articles(Filling.json(articles)));
    all.forEach(piece -> pieces.put(piece.key(), piece));
    var hits =
        ids.stream()
            .flatMap(id ->
                Stream.ofNullable(pieces.get(refs.get(id))).map(piece -> hit(id, piece, marks)))
            .toList();
    return new Found(hits, query.advice(), next, marks);
  }

  private static Hit hit(long id, Index.Piece piece, Marks marks) {
    return new Hit(
        id,
        piece.piece(),
        piece.outlet().isEmpty(),
        piece.outlet(),
        piece.language(),
        piece.title(),
        marks.excerpt(piece.summary(), piece.text()),
        piece.link(),
        piece.published());
  }
}

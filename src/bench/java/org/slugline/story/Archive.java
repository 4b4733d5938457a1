package org.slugline.story;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slugline.desk.Desk;
import org.slugline.desk.DeskSettings;
import org.slugline.desk.Draft;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/**
 * Makes the data directory of a newsroom that has been at it for three years: {@code Archive DIR
 * ITEMS OUTLETS NOW}. What is old is written straight into the tables, as polling, grouping, the
 * index and retention would have left it; the last two weeks are grouped by the real engine.
 */
public final class Archive {
  private static final int ARTICLES = 200;
  private static final int BEFORE = 10_000_000;

  private final Path data;
  private final Instant now;
  private final int outlets;
  private final Timeline time;
  private final List<Phrases> languages = Phrases.all();

  private Archive(Path data, int items, int outlets, Instant now) throws Exception {
    this.data = data;
    this.now = now;
    this.outlets = outlets;
    time = new Timeline(items, outlets, languages.size(), now, 42);
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 2) { // one that was made by an earlier version
      new Archive(Path.of(args[0]), 0, 1, Instant.parse(args[1])).present();
      System.exit(0);
    }
    var archive =
        new Archive(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Instant.parse(args[3]));
    archive.articles();
    archive.tell("articles filed");
    archive.past();
    archive.present();
    System.exit(0);
  }

  private void tell(String what) {
    System.out.println(what);
  }

  private Database open() {
    return ((Opening.Opened) Database.open(new StoreSettings(data, Duration.ofSeconds(10))))
        .database();
  }

  /** Our own pieces, each on a story of three outlets or more, over all the years. */
  private void articles() {
    try (var database = open()) {
      var base = URI.create("http://localhost:7070");
      var desk =
          new Desk(database, new DeskSettings(base, ZoneId.of("UTC"), "en", "The Archive Desk"));
      var sections = List.of("World", "Politics", "Business", "Science", "Sport");
      for (var i = 0; i < ARTICLES; i++) {
        var piece = ours(i);
        var random = new Random(i);
        var phrases = phrases(piece);
        var body = new StringBuilder();
        for (var k = 0; k < 5; k++) {
          body.append(phrases.text(random, 60)).append(".\n\n");
        }
        desk.file(
            Draft.builder()
                .headline(phrases.headline(time.story[piece], random))
                .standfirst(phrases.text(random, 18))
                .body(body.toString())
                .section(sections.get(i % sections.size()))
                .language(phrases.language())
                .tags(List.of("tag " + i % 12))
                .build(),
            Optional.empty(),
            "archive",
            Instant.ofEpochMilli(time.at[piece]).plusSeconds(600));
      }
    }
  }

  /** The item that our i-th article follows. */
  private int ours(int i) {
    var piece = (int) ((i + 0.5) * time.at.length / ARTICLES);
    while (piece + 1 < time.at.length && time.sizes[time.story[piece]] < 3) {
      piece++;
    }
    return piece;
  }

  private Phrases phrases(int piece) {
    return languages.get(time.outlet[piece] % languages.size());
  }

  private void past() throws SQLException {
    try (var to = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("slugline.db"))) {
      run(to, "PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000");
      var triggers = triggers(to);
      to.setAutoCommit(false);
      for (var trigger : triggers.keySet()) {
        run(to, "DROP TRIGGER " + trigger);
      }
      outlets(to);
      items(to);
      to.commit();
      tell("items stored");
      stories(to);
      to.commit();
      tell("stories told");
      polls(to);
      run(to, triggers.values().toArray(String[]::new));
      run(
          to,
          "INSERT OR IGNORE INTO search_todo SELECT piece FROM coverage",
          """
          INSERT OR IGNORE INTO grouping_todo
          SELECT c.seen, c.kind, c.ref FROM coverage c
           WHERE NOT EXISTS (SELECT 1 FROM placement p WHERE p.piece = c.piece)
          """);
      to.commit();
      tell("polls logged");
    }
  }

  private static java.util.SortedMap<String, String> triggers(Connection to) throws SQLException {
    var all = new java.util.TreeMap<String, String>();
    try (var statement = to.createStatement();
        var row =
            statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
      while (row.next()) {
        all.put(row.getString(1), row.getString(2));
      }
    }
    return all;
  }

  private void outlets(Connection to) throws SQLException {
    try (var put =
        to.prepareStatement(
            """
            INSERT INTO outlet (url, title, site, description, language, labels, named, status,
                   failures, reason, error, etag, last_modified, validators_of, body_digest, asks,
                   pace, moved_to, move_refused, next_poll, next_why, rest, leased, settings, added,
                   last_poll, last_new)
            VALUES (?, ?, ?, '', ?, ?, 0, 'ok', 0, '', '', '"1"', '', ?, '', '', ?, '', '', ?,
                    'the feed''s own pace', 0, 0, '', ?, ?, ?)
            """)) {
      for (var i = 0; i < outlets; i++) {
        var url = "https://outlet" + i + ".example/feed.xml";
        var language = languages.get(i % languages.size());
        var random = new Random(i);
        var title = language.headline(i + BEFORE, random);
        fill(
            put,
            url,
            title.substring(0, Math.min(24, title.length())) + " " + i,
            "https://outlet" + i + ".example/",
            language.language(),
            "Archive/" + language.language(),
            url,
            3_600_000L,
            now.plusSeconds(random.nextInt(86_400)).toEpochMilli(),
            now.minus(Timeline.SPAN).toEpochMilli(),
            now.minusSeconds(random.nextInt(3600)).toEpochMilli(),
            now.minusSeconds(random.nextInt(86_400)).toEpochMilli());
      }
      put.executeBatch();
    }
  }

  private void items(Connection to) throws SQLException {
    var bodies = now.minus(Duration.ofDays(90)).toEpochMilli();
    try (var put =
            to.prepareStatement(
                """
                INSERT INTO item (id, outlet, key, guid, link, title, author, language, summary,
                       content, text, claimed, claimed_as, published, first_seen, updated, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        var edit = to.prepareStatement("INSERT INTO item_version VALUES (?, ?, ?, ?)")) {
      for (var i = 0; i < time.at.length; i++) {
        var random = new Random(i);
        var phrases = phrases(i);
        var title = phrases.headline(time.story[i], random);
        var summary = phrases.text(random, 16);
        var link = "https://outlet%d.example/news/%07d".formatted(time.outlet[i], i);
        var text = time.at[i] < bodies ? "" : phrases.text(random, 130);
        var seen = time.at[i] + random.nextInt(1_200_000);
        fill(
            put,
            i + 1L,
            time.outlet[i] + 1L,
            link,
            link,
            link,
            title,
            i % 3 == 0 ? phrases.text(random, 2) : "",
            phrases.language(),
            summary,
            text.isEmpty() ? "" : "<p>" + text + "</p>",
            text,
            time.at[i],
            Instant.ofEpochMilli(time.at[i]).toString(),
            time.at[i],
            seen,
            time.at[i],
            HexFormat.of().toHexDigits(i * 0x9E3779B97F4A7C15L).repeat(2));
        if (i % 20 == 0) {
          fill(edit, i + 1L, seen + 1_800_000, phrases.headline(time.story[i], random), summary);
        }
        if (i % 1000 == 999) {
          put.executeBatch();
          edit.executeBatch();
        }
      }
      put.executeBatch();
      edit.executeBatch();
    }
  }

  /** Placements of all that came before the live window, and the stories they make. */
  private void stories(Connection to) throws SQLException {
    var live = now.minus(Timeline.LIVE).toEpochMilli();
    try (var put =
            to.prepareStatement(
                """
                INSERT INTO placement (number, piece, kind, ref, outlet, story, at, arrival, seen,
                       score, reasons, copy_of, digest, signature, bridges, merges)
                SELECT ?, 'i' || id, 'item', id, outlet, ?, ?, ?, ?, 0.7, '', '', digest, '', '', ''
                  FROM item WHERE id = ?
                """);
        var ours =
            to.prepareStatement(
                """
                INSERT INTO placement (number, piece, kind, ref, outlet, story, at, arrival, seen,
                       score, reasons, copy_of, digest, signature, bridges, merges)
                SELECT ?, 'a' || id, 'article', id, 0, ?, released, released, released, 0.7, '', '',
                       digest, '', '', ''
                  FROM article WHERE id = ? AND released < ?
                """)) {
      var next = 0;
      var number = 0L;
      for (var i = 0; i < time.at.length && time.at[i] < live; i++) {
        var at = time.at[i];
        fill(put, ++number, time.story[i] + 1L, at, at, at, i + 1L);
        if (next < ARTICLES && i == ours(next)) {
          fill(ours, ++number, time.story[i] + 1L, ++next, live);
        }
        if (i % 1000 == 999) {
          put.executeBatch();
        }
      }
      put.executeBatch();
      ours.executeBatch();
    }
    run(
        to,
        """
        INSERT INTO story (id, name, headline, lead, pieces, outlets, independent, first_seen,
               last_seen, article, merged_into, arrival, ended)
        SELECT p.story, '~' || p.story, i.title, 'i' || i.id, count(*), count(DISTINCT p.outlet),
               count(DISTINCT p.outlet), min(p.seen), max(p.seen),
               max(CASE p.kind WHEN 'article' THEN p.ref END), NULL, max(p.arrival), 1
          FROM placement p
          JOIN item i ON i.id = (SELECT min(ref) FROM placement q
                                  WHERE q.story = p.story AND q.kind = 'item')
         GROUP BY p.story
        """,
        """
        INSERT INTO related (piece, rank, other, score, why)
        SELECT a.piece, row_number() OVER (PARTITION BY a.piece ORDER BY p.number), p.piece,
               0.9 - 0.02 * row_number() OVER (PARTITION BY a.piece ORDER BY p.number), ''
          FROM placement a JOIN placement p ON p.story = a.story AND p.piece <> a.piece
         WHERE a.kind = 'article'
        """,
        "DELETE FROM related WHERE rank > 20",
        "INSERT OR IGNORE INTO keep SELECT other FROM related");
    names(to);
  }

  private static void names(Connection to) throws SQLException {
    try (var put = to.prepareStatement("UPDATE story SET name = ? WHERE id = ?")) {
      for (var id : numbers(to, "SELECT id FROM story")) {
        fill(put, StoryName.of(id), id);
        if (id % 1000 == 0) {
          put.executeBatch();
        }
      }
      put.executeBatch();
    }
  }

  private static List<Long> numbers(Connection to, String query) throws SQLException {
    var all = new ArrayList<Long>();
    try (var statement = to.createStatement();
        var row = statement.executeQuery(query)) {
      while (row.next()) {
        all.add(row.getLong(1));
      }
    }
    return all;
  }

  /** Four polls a day of each outlet for ninety days, and a number for each scope. */
  private void polls(Connection to) throws SQLException {
    try (var put =
        to.prepareStatement(
            """
            INSERT INTO poll (outlet, at, outcome, status, reason, detail, bytes, millis, items,
                   edited)
            VALUES (?, ?, ?, ?, '', '', ?, 120, 0, 0)
            """)) {
      var days = Math.min(90, Math.max(1, 400_000 / (4 * outlets)));
      for (var quarter = 4 * days; quarter > 0; quarter--) {
        for (var i = 0; i < outlets; i++) {
          var same = (quarter + i) % 3 != 0;
          var at = now.minusSeconds(quarter * 21_600L + i).toEpochMilli();
          fill(put, i + 1, at, same ? "unchanged" : "new", same ? 304 : 200, same ? 300 : 12_000);
        }
        put.executeBatch();
      }
    }
    var changed = now.toEpochMilli();
    run(
        to,
        "INSERT OR REPLACE INTO revision VALUES ('wire', 1, " + changed + ")",
        "INSERT OR REPLACE INTO revision VALUES ('stories', 1, " + changed + ")",
        "INSERT OR REPLACE INTO revision VALUES ('outlets', 1, " + changed + ")",
        "INSERT OR REPLACE INTO revision SELECT 'outlet:' || id, 1, " + changed + " FROM outlet",
        "INSERT OR REPLACE INTO revision SELECT 'story:' || name, 1, last_seen FROM story"
            + " WHERE outlets > 1");
  }

  /** What is live is grouped by the engine itself. */
  private void present() {
    try (var database = open()) {
      var placed = new Grouper(database, Grouping.DEFAULT).catchUp(now);
      tell(placed + " live pieces grouped");
      tell(new Search(database, ZoneId.of("UTC")).catchUp() + " pieces indexed");
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static void run(Connection to, String... statements) throws SQLException {
    try (var statement = to.createStatement()) {
      for (var sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}

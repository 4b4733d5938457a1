package org.slugline.edition;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** Rows as the desk, the wire and the story engine leave them, written by hand. */
final class Rows {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Rows() {}

  static Database open(Path dir) {
    return ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(1))))
        .database();
  }

  static void article(Database database, long id, String headline, String html, Instant at) {
    article(database, id, headline, html, at, Map.of());
  }

  static void article(
      Database database,
      long id,
      String headline,
      String html,
      Instant at,
      Map<String, Object> others) {
    database.change(handle -> {
      var row = new HashMap<String, Object>();
      row.put("slug", "piece-" + id);
      row.put("state", "released");
      row.put("standfirst", "What it is about");
      row.put("body_type", "text/html");
      row.put("section", "World");
      row.put("section_slug", "world");
      row.put("language", "en");
      for (var list : List.of("authors", "tags", "images", "videos", "audio", "sources")) {
        row.put(list, "[]");
      }
      row.putAll(others);
      row.put("id", id);
      row.put("uri", "tag:news.example,2026-03-02:" + row.get("slug"));
      row.put("headline", headline);
      row.put("html", html);
      row.put("published", at.toEpochMilli());
      row.put("released", at.toEpochMilli());
      row.put("updated", at.toEpochMilli());
      row.put("version", 1);
      insert(handle, "article", row);
      var revisions = handle.attach(Revisions.class);
      revisions.bump("articles", at);
      revisions.bump("article:" + id, at);
      revisions.bump("section:" + row.get("section_slug"), at);
      revisions.bump("wire", at);
    });
  }

  static void version(
      Database database, long article, int number, String kind, String note, Instant at) {
    database.change(handle -> {
      var row = new HashMap<String, Object>();
      row.put("article", article);
      row.put("number", number);
      row.put("at", at.toEpochMilli());
      row.put("kind", kind);
      row.put("note", note);
      row.put("state", "released");
      insert(handle, "article_version", row);
      handle.attach(Revisions.class).bump("articles", at);
    });
  }

  static void withdraw(Database database, long id, String note, Instant at) {
    database.change(handle -> {
      handle
          .createUpdate(
              "UPDATE article SET state = 'withdrawn', note = :note, version = 2 WHERE id = :id")
          .bind("note", note)
          .bind("id", id)
          .execute();
      insert(
          handle,
          "article_version",
          Map.of(
              "article",
              id,
              "number",
              2,
              "at",
              at.toEpochMilli(),
              "kind",
              "withdrawal",
              "state",
              "withdrawn"));
      for (var scope : List.of("articles", "article:" + id, "section:world", "wire")) {
        handle.attach(Revisions.class).bump(scope, at);
      }
    });
  }

  static void outlet(Database database, long id, String title) {
    database.change(handle ->
        insert(
            handle,
            "outlet",
            Map.of(
                "id",
                id,
                "url",
                "https://outlet" + id + ".example/feed",
                "title",
                title,
                "language",
                "en",
                "status",
                "ok")));
  }

  static void item(Database database, long id, long outlet, String title, Instant at) {
    database.change(handle -> {
      var row = new HashMap<String, Object>();
      row.put("id", id);
      row.put("outlet", outlet);
      row.put("key", "k" + id);
      row.put("guid", "g" + id);
      row.put("link", "https://outlet" + outlet + ".example/" + id);
      row.put("title", title);
      row.put("language", "en");
      row.put("summary", "A summary of " + title);
      row.put("published", at.toEpochMilli());
      row.put("first_seen", at.toEpochMilli());
      row.put("updated", at.toEpochMilli());
      insert(handle, "item", row);
      handle.attach(Revisions.class).bump("wire", at);
      handle.attach(Revisions.class).bump("outlet:" + outlet, at);
    });
  }

  /** A row with these columns; what else must be there is empty or nought. */
  private static void insert(Handle handle, String table, Map<String, Object> given) {
    var row = new TreeMap<String, Object>(given);
    handle
        .createQuery(
            "SELECT name, type FROM pragma_table_info(:table) WHERE \"notnull\" = 1 AND pk = 0")
        .bind("table", table)
        .mapToMap()
        .forEach(column ->
            row.putIfAbsent(
                String.valueOf(column.get("name")), "TEXT".equals(column.get("type")) ? "" : 0));
    var names = String.join(", ", row.keySet());
    var values = row.keySet().stream().map(name -> ":" + name).collect(joining(", "));
    handle
        .createUpdate("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")")
        .bindMap(row)
        .execute();
  }

  static void story(Database database, long id, String name, String headline, String... pieces) {
    database.change(handle -> {
      insert(
          handle,
          "story",
          Map.of(
              "id",
              id,
              "name",
              name,
              "headline",
              headline,
              "lead",
              pieces[0],
              "pieces",
              pieces.length,
              "outlets",
              pieces.length,
              "independent",
              pieces.length,
              "first_seen",
              NOON.toEpochMilli(),
              "last_seen",
              NOON.toEpochMilli()));
      for (var piece : pieces) {
        insert(
            handle,
            "placement",
            Map.of(
                "piece",
                piece,
                "story",
                id,
                "at",
                NOON.toEpochMilli(),
                "seen",
                NOON.toEpochMilli()));
      }
      handle.attach(Revisions.class).bump("stories", NOON);
      handle.attach(Revisions.class).bump("story:" + name, NOON);
    });
  }

  static void related(Database database, String piece, int rank, String other) {
    database.change(handle -> {
      handle
          .createUpdate(
              "INSERT INTO related (piece, rank, other, score, why) VALUES (?, ?, ?, 1, '')")
          .bind(0, piece)
          .bind(1, rank)
          .bind(2, other)
          .execute();
      handle.attach(Revisions.class).bump("articles", NOON.plusSeconds(60L * rank));
    });
  }
}

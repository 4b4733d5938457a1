package org.slugline.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** A real database with outlets, items and articles written into it as their rooms would. */
final class Newsroom implements AutoCloseable {
  static final Instant NOON = Instant.parse("2022-02-08T12:00:00Z");

  final Database database;
  final Grouper grouper;
  private final Grouping settings;

  Newsroom(Path dir) {
    this(dir, Grouping.DEFAULT);
  }

  Newsroom(Path dir, Grouping settings) {
    this.settings = settings;
    database =
        switch (Database.open(new StoreSettings(dir, Duration.ofSeconds(10)))) {
          case Opening.Opened(var opened) -> opened;
          case Opening.Refused refused -> throw new AssertionError(refused);
        };
    grouper = new Grouper(database, settings);
  }

  /** A second process's view of the same newsroom. */
  Grouper anotherGrouper() {
    return new Grouper(database, settings);
  }

  void item(long id, long outlet, Instant seen, String title, String summary) {
    var name = "outlet" + outlet;
    database.change(handle -> {
      if (handle
          .createQuery("SELECT 1 FROM outlet WHERE id = ?")
          .bind(0, outlet)
          .mapTo(Integer.class)
          .findOne()
          .isEmpty()) {
        insert(
            handle,
            "outlet",
            Map.of("id", outlet, "url", name, "title", "Outlet " + outlet, "status", "ok"));
      }
      var link = "http://" + name + ".example/" + id;
      insert(handle, "item", row(id, outlet, seen, title, summary, link));
    });
  }

  /** Many items of one outlet that is known, each second one: a title of each. */
  void items(long first, long outlet, Instant seen, List<String> titles) {
    database.change(handle -> {
      var at = seen;
      var rows = new ArrayList<Map<String, Object>>();
      for (var title : titles) {
        var id = first + rows.size();
        rows.add(row(id, outlet, at, title, title + " in brief", ""));
        at = at.plusSeconds(1);
      }
      insert(handle, "item", rows);
    });
  }

  private static Map<String, Object> row(
      long id, long outlet, Instant seen, String title, String summary, String link) {
    return Map.of(
        "id",
        id,
        "outlet",
        outlet,
        "key",
        "k" + id,
        "link",
        link,
        "title",
        title,
        "language",
        "en",
        "summary",
        summary,
        "published",
        seen.toEpochMilli(),
        "first_seen",
        seen.toEpochMilli(),
        "digest",
        "d" + id);
  }

  void article(long id, Instant released, String headline, String standfirst) {
    database.change(handle ->
        insert(
            handle,
            "article",
            Map.of(
                "id",
                id,
                "uri",
                "tag:" + id,
                "slug",
                "slug-" + id,
                "state",
                "released",
                "headline",
                headline,
                "standfirst",
                standfirst,
                "language",
                "en",
                "published",
                released.toEpochMilli(),
                "released",
                released.toEpochMilli(),
                "digest",
                "d" + id)));
  }

  /** Other rooms' columns that grouping does not look at are left empty, whatever they are. */
  private static void insert(Handle handle, String table, Map<String, Object> given) {
    insert(handle, table, List.of(given));
  }

  private static void insert(Handle handle, String table, List<Map<String, Object>> rows) {
    var blank = new TreeMap<String, Object>(rows.getFirst());
    handle
        .createQuery("SELECT name, type FROM pragma_table_info(:t) WHERE \"notnull\" = 1")
        .bind("t", table)
        .map((column, _) -> Map.entry(column.getString(1), column.getString(2)))
        .forEach(column -> blank.putIfAbsent(column.getKey(), empty(column.getValue())));
    var names = String.join(", ", blank.keySet());
    var marks = String.join(", ", blank.keySet().stream().map(name -> ":" + name).toList());
    var batch =
        handle.prepareBatch("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")");
    for (var row : rows) {
      batch.bindMap(blank).bindMap(row).add();
    }
    batch.execute();
  }

  private static Object empty(String type) {
    return type.equals("TEXT") ? "" : (Object) 0L;
  }

  void withdraw(long article) {
    database.change(
        handle -> handle.execute("UPDATE article SET state = 'withdrawn' WHERE id = ?", article));
  }

  void forget(long item) {
    database.change(handle -> handle.execute("DELETE FROM item WHERE id = ?", item));
  }

  long revision(String scope) {
    return database.read(Revisions.class, revisions -> revisions.of(scope).number());
  }

  Story storyOf(String piece) {
    return database.read(Stories.class, stories -> stories.ofPiece(piece)).orElseThrow();
  }

  List<StoryPiece> pieces(Story story) {
    return database.read(Stories.class, stories -> stories.pieces(story.id()));
  }

  List<RelatedPiece> related(String piece) {
    return database.read(Related.class, related -> related.of(piece, 20));
  }

  List<String> stories() {
    return database.read(Stories.class, stories -> stories.moving(100)).stream()
        .map(Story::headline)
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}

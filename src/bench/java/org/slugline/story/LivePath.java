package org.slugline.story;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/**
 * What grouping costs with the database under it: {@code LivePath STREAM.jsonl.gz DIRECTORY [ITEMS
 * [AT_ONCE]]}. So many items of a recorded stream are stored as if polled, then caught up with.
 */
public final class LivePath {
  private LivePath() {}

  public static void main(String[] args) throws IOException {
    var all = Recorded.read(Path.of(args[0]), false).pieces();
    var items = Math.min(all.size(), args.length > 2 ? Integer.parseInt(args[2]) : 30_000);
    var atOnce = args.length > 3 ? Integer.parseInt(args[3]) : items;
    var dir = Files.createDirectories(Path.of(args[1]));
    var start = Instant.parse("2024-05-01T00:00:00Z");
    try (var database = open(dir)) {
      var grouper = new Grouper(database, Grouping.DEFAULT);
      var outlets = new HashMap<String, Long>();
      for (var from = 0; from < items; from += atOnce) {
        var batch = all.subList(from, Math.min(items, from + atOnce));
        var now = start.plus(Duration.ofSeconds(from));
        store(database, batch, from, now, outlets);
        var before = cpu();
        var placed = grouper.catchUp(now);
        System.out.printf(
            Locale.ROOT, "%d placed, %.2f s of CPU%n", placed, (cpu() - before) / 1e9);
      }
      var before = cpu();
      new Grouper(database, Grouping.DEFAULT)
          .outlook("Ferry runs aground", "", "en", start.plus(Duration.ofSeconds(items)));
      System.out.printf(Locale.ROOT, "started again: %.2f s of CPU%n", (cpu() - before) / 1e9);
    }
    System.out.printf(Locale.ROOT, "%d kB%n", Files.size(dir.resolve("slugline.db")) / 1024);
  }

  static Database open(Path dir) {
    return switch (Database.open(new StoreSettings(dir, Duration.ofSeconds(10)))) {
      case Opening.Opened(var opened) -> opened;
      case Opening.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /** CPU of the whole process, in nanoseconds: SQLite's too. */
  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static void store(
      Database database, List<Piece> pieces, int from, Instant now, Map<String, Long> outlets) {
    database.change(handle -> {
      var item =
          handle.prepareBatch(
              "INSERT INTO item ("
                  + columns(handle, "item")
                  + ") VALUES ("
                  + marks(handle, "item")
                  + ")");
      for (var i = 0; i < pieces.size(); i++) {
        var piece = pieces.get(i);
        var outlet = outlets.get(piece.outlet());
        if (outlet == null) {
          outlet = outlets.size() + 1L;
          outlets.put(piece.outlet(), outlet);
          var row = blank(handle, "outlet");
          row.put("id", outlet);
          row.put("url", "http://" + outlet + ".example/");
          row.put("status", "ok");
          handle
              .createUpdate(
                  "INSERT INTO outlet ("
                      + columns(handle, "outlet")
                      + ") VALUES ("
                      + marks(handle, "outlet")
                      + ")")
              .bindMap(row)
              .execute();
        }
        var row = blank(handle, "item");
        row.put("id", from + i + 1L);
        row.put("outlet", outlet);
        row.put("key", piece.id());
        row.put("link", "http://outlet.example/" + piece.id());
        row.put("title", piece.title());
        row.put("language", piece.language());
        row.put("summary", piece.summary());
        row.put("text", piece.summary());
        row.put("published", now.toEpochMilli());
        row.put("first_seen", now.toEpochMilli());
        row.put("digest", piece.id());
        item.bindMap(row).add();
      }
      item.execute();
    });
  }

  private static final Map<String, Map<String, Object>> BLANK = new HashMap<>();

  private static Map<String, Object> blank(org.jdbi.v3.core.Handle handle, String table) {
    return new HashMap<>(
        BLANK.computeIfAbsent(
            table,
            _ -> {
              var row = new java.util.TreeMap<String, Object>();
              handle
                  .createQuery(
                      "SELECT name, type FROM pragma_table_info(:t) WHERE \"notnull\" = 1 OR pk ="
                          + " 1")
                  .bind("t", table)
                  .map((column, _) -> java.util.Map.entry(column.getString(1), column.getString(2)))
                  .forEach(column ->
                      row.put(
                          column.getKey(), column.getValue().equals("TEXT") ? "" : (Object) 0L));
              if (table.equals("item")) {
                row.putIfAbsent("published", 0L);
                row.putIfAbsent("text", "");
              }
              return row;
            }));
  }

  private static String columns(org.jdbi.v3.core.Handle handle, String table) {
    return String.join(", ", new java.util.TreeMap<>(blank(handle, table)).keySet());
  }

  private static String marks(org.jdbi.v3.core.Handle handle, String table) {
    return String.join(
        ", ",
        new java.util.TreeMap<>(blank(handle, table))
            .keySet().stream().map(name -> ":" + name).toList());
  }
}

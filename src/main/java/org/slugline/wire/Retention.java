package org.slugline.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;
import org.slugline.store.Revisions;

/**
 * Forgets what has been kept long enough, a little at a time. The identity of an item outlives it:
 * a feed that lists it still does not bring it back as new. What one of our stories cites stays.
 */
public final class Retention {
  private static final int AT_ONCE = 1000;
  private static final int STEPS = 20;

  private final Database database;
  private final Keep keep;

  public Retention(Database database, Keep keep) {
    this.database = database;
    this.keep = keep;
  }

  /** How many rows each: of items, bodies, earlier wordings and the log. */
  public record Forgotten(int items, int bodies, int versions, int polls) {}

  /** At most 20,000 rows of each kind; the next call goes on. */
  public Forgotten forget(Instant now) {
    return new Forgotten(
        steps(keep.items(), now, Retention::items),
        steps(keep.bodies(), now, Retention::bodies),
        steps(keep.versions(), now, Retention::versions),
        steps(keep.polls(), now, Retention::polls));
  }

  @FunctionalInterface
  private interface Step {
    int forget(Handle handle, Instant before, Instant now);
  }

  private int steps(Optional<Duration> kept, Instant now, Step step) {
    if (kept.isEmpty()) {
      return 0;
    }
    var before = now.minus(kept.get());
    var total = 0;
    for (var i = 0; i < STEPS; i++) {
      var some = database.write(handle -> step.forget(handle, before, now));
      total += some;
      if (some < AT_ONCE) {
        break;
      }
    }
    return total;
  }

  private static int items(Handle handle, Instant before, Instant now) {
    var old =
        handle
            .createQuery(
                """
                SELECT id, outlet, key FROM item
                 WHERE first_seen < :before AND 'i' || id NOT IN (SELECT piece FROM keep)
                 ORDER BY first_seen LIMIT :limit
                """)
            .bind("before", before)
            .bind("limit", AT_ONCE)
            .map(row ->
                new Old(
                    row.getColumn("id", Long.class),
                    row.getColumn("outlet", Long.class),
                    row.getColumn("key", String.class)))
            .list();
    if (old.isEmpty()) {
      return 0;
    }
    var printed = new Printed();
    try (var keys =
            handle.prepareBatch(
                "INSERT INTO item_gone (outlet, mark) VALUES (?, ?) ON CONFLICT DO NOTHING");
        var rows = handle.prepareBatch("DELETE FROM item WHERE id = ?")) {
      for (var item : old) {
        keys.bind(0, item.outlet()).bind(1, mark(item.key())).add();
        rows.bind(0, item.id()).add();
        printed.items(item.outlet(), now);
      }
      keys.execute();
      rows.execute();
    }
    printed.bump(handle.attach(Revisions.class));
    return old.size();
  }

  private record Old(long id, long outlet, String key) {}

  /** What is remembered of the key of an item that was forgotten. */
  static long mark(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int bodies(Handle handle, Instant before, Instant now) {
    return handle.execute(
        """
        UPDATE item SET content = '', text = ''
         WHERE id IN (SELECT id FROM item WHERE text <> '' AND first_seen < ? LIMIT ?)
        """,
        before,
        AT_ONCE);
  }

  private static int versions(Handle handle, Instant before, Instant now) {
    return handle.execute(
        """
        DELETE FROM item_version
         WHERE (item, at) IN (SELECT item, at FROM item_version WHERE at < ? LIMIT ?)
        """,
        before,
        AT_ONCE);
  }

  private static int polls(Handle handle, Instant before, Instant now) {
    return handle.execute(
        "DELETE FROM poll WHERE id IN (SELECT id FROM poll WHERE at < ? ORDER BY at LIMIT ?)",
        before,
        AT_ONCE);
  }
}

package org.slugline.wire;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes settled outlets and their log in two batches. */
final class OutletRows {
  private static final String UPDATE =
      """
      UPDATE outlet
         SET url = ?, title = ?, site = ?, description = ?, language = ?,
             status = CASE status WHEN 'paused' THEN status ELSE ? END, failures = ?,
             reason = ?, error = ?, failing_since = ?, etag = ?, last_modified = ?,
             validators_of = ?, body_digest = ?, last_full = ?, asks = ?, pace = ?,
             ids_changed = ?, moved_to = ?, moved_since = ?, last_poll = ?, last_new = ?,
             next_poll = ?, next_why = ?, rest = ?, leased = 0
       WHERE id = ?
      """;
  private static final String LOG =
      """
      INSERT INTO poll (outlet, at, outcome, status, reason, detail, bytes, millis, items, edited)
      SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM outlet WHERE id = ?
      """;

  private final PreparedBatch outlets;
  private final PreparedBatch polls;
  private int added;

  OutletRows(Handle handle) {
    outlets = handle.prepareBatch(UPDATE);
    polls = handle.prepareBatch(LOG);
  }

  void add(OutletRow row, Settling.Settled settled, Fetched fetched) {
    if (fetched instanceof Fetched.Left) {
      return;
    }
    added++;
    outlets
        .bind(0, row.url)
        .bind(1, row.title)
        .bind(2, row.site)
        .bind(3, row.description)
        .bind(4, row.language)
        .bind(5, row.status)
        .bind(6, row.failures)
        .bind(7, row.reason)
        .bind(8, row.error)
        .bind(9, millis(row.failingSince))
        .bind(10, row.etag)
        .bind(11, row.lastModified)
        .bind(12, row.validatorsOf)
        .bind(13, row.bodyDigest)
        .bind(14, millis(row.lastFull))
        .bind(15, row.asks)
        .bind(16, row.pace)
        .bind(17, millis(row.idsChanged))
        .bind(18, row.movedTo)
        .bind(19, millis(row.movedSince))
        .bind(20, row.now.toEpochMilli())
        .bind(21, millis(row.lastNew))
        .bind(22, row.nextPoll.toEpochMilli())
        .bind(23, row.nextWhy)
        .bind(24, row.rest.toEpochMilli())
        .bind(25, row.outlet.id())
        .add();
    var status = Settling.status(fetched);
    polls
        .bind(0, row.now.toEpochMilli())
        .bind(1, settled.outcome())
        .bind(2, status.isPresent() ? (Integer) status.getAsInt() : null)
        .bind(3, row.reason)
        .bind(4, row.error)
        .bind(5, settled.bytes())
        .bind(6, Settling.took(fetched).toMillis())
        .bind(7, settled.items())
        .bind(8, settled.edited())
        .bind(9, row.outlet.id())
        .add();
  }

  void write() {
    if (added > 0) {
      outlets.execute();
      polls.execute();
    }
    outlets.close();
    polls.close();
  }

  private static @Nullable Long millis(Optional<Instant> at) {
    return at.isPresent() ? at.get().toEpochMilli() : null;
  }
}

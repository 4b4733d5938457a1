package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Puts the entries of one document on the shelf, within the caller's transaction. */
final class Intake {
  private static final int AT_ONCE = 500;
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

  private Intake() {}

  /**
   * @param fresh items that are new
   * @param edited items whose title or summary changed
   * @param printed whether anything that is printed changed
   * @param idsChanged whether most ids changed at once, and the items were known again all the same
   */
  record Tally(int fresh, int edited, boolean printed, boolean idsChanged) {}

  /** An item as far as it is needed to be compared. */
  record Shelved(
      long id,
      String key,
      String link,
      String title,
      String summary,
      String digest,
      Optional<Instant> claimed) {}

  static Tally store(Handle handle, long outlet, List<Arrival> arrivals, Instant now) {
    var known = known(handle, outlet, arrivals);
    var unknown = new ArrayList<Arrival>();
    var changes = new ArrayList<Change>();
    for (var arrival : arrivals) {
      var shelved = known.get(arrival.key());
      if (shelved == null) {
        unknown.add(arrival);
      } else if (differs(shelved, arrival)) {
        changes.add(new Change(shelved, arrival));
      }
    }
    unknown.removeIf(forgotten(handle, outlet, unknown));
    var healed = Healing.heal(handle, outlet, unknown, known, arrivals.size());
    unknown.removeAll(healed.keySet());
    healed.forEach((arrival, shelved) -> changes.add(new Change(shelved, arrival)));
    insert(handle, outlet, unknown, now);
    var edited = change(handle, changes, now);
    var printed =
        !unknown.isEmpty() || edited > 0 || changes.stream().anyMatch(Change::linkChanged);
    return new Tally(
        unknown.size(), edited, printed, healed.size() >= 5 && healed.size() * 2 > arrivals.size());
  }

  private record Change(Shelved before, Arrival now) {
    boolean reworded() {
      return !before.title().equals(now.title()) || !before.summary().equals(now.summary());
    }

    boolean linkChanged() {
      return !before.link().equals(now.link());
    }
  }

  private static boolean differs(Shelved shelved, Arrival arrival) {
    return !shelved.digest().equals(arrival.digest()) || !shelved.link().equals(arrival.link());
  }

  private static Map<String, Shelved> known(Handle handle, long outlet, List<Arrival> arrivals) {
    var known = new HashMap<String, Shelved>();
    for (var from = 0; from < arrivals.size(); from += AT_ONCE) {
      var keys =
          arrivals.subList(from, Math.min(from + AT_ONCE, arrivals.size())).stream()
              .map(Arrival::key)
              .toList();
      handle
          .createQuery(
              """
              SELECT id, key, link, title, summary, digest, claimed FROM item
               WHERE outlet = :outlet AND key IN (<keys>)
              """)
          .bind("outlet", outlet)
          .bindList("keys", keys)
          .map(Intake::shelved)
          .forEach(shelved -> known.put(shelved.key(), shelved));
    }
    return known;
  }

  /** Those that were here once, and for long enough. */
  private static Predicate<Arrival> forgotten(Handle handle, long outlet, List<Arrival> unknown) {
    if (unknown.isEmpty()) {
      return _ -> false;
    }
    var any =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM item_gone WHERE outlet = :outlet)")
            .bind("outlet", outlet)
            .mapTo(Boolean.class)
            .one();
    if (!any) {
      return _ -> false;
    }
    var marks = new HashSet<Long>();
    for (var from = 0; from < unknown.size(); from += AT_ONCE) {
      marks.addAll(
          handle
              .createQuery(
                  "SELECT mark FROM item_gone WHERE outlet = :outlet AND mark IN (<marks>)")
              .bind("outlet", outlet)
              .bindList(
                  "marks",
                  unknown.subList(from, Math.min(from + AT_ONCE, unknown.size())).stream()
                      .map(arrival -> Retention.mark(arrival.key()))
                      .toList())
              .mapTo(Long.class)
              .list());
    }
    return arrival -> marks.contains(Retention.mark(arrival.key()));
  }

  static Shelved shelved(org.jdbi.v3.core.result.RowView row) {
    return new Shelved(
        row.getColumn("id", Long.class),
        row.getColumn("key", String.class),
        row.getColumn("link", String.class),
        row.getColumn("title", String.class),
        row.getColumn("summary", String.class),
        row.getColumn("digest", String.class),
        Optional.ofNullable(row.getColumn("claimed", Long.class)).map(Instant::ofEpochMilli));
  }

  private static void insert(Handle handle, long outlet, List<Arrival> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    try (var batch =
        handle.prepareBatch(
            """
            INSERT INTO item (outlet, key, guid, link, title, author, language, summary, content,
                   text, claimed, claimed_as, published, first_seen, updated, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      // oldest first, so that among equals a higher number is newer
      for (var arrival : fresh.reversed()) {
        var published = published(arrival, now);
        batch
            .bind(0, outlet)
            .bind(1, arrival.key())
            .bind(2, arrival.guid())
            .bind(3, arrival.link())
            .bind(4, arrival.title())
            .bind(5, arrival.author())
            .bind(6, arrival.language())
            .bind(7, arrival.summary())
            .bind(8, arrival.content().markup())
            .bind(9, arrival.text())
            .bind(10, arrival.claimed().map(Instant::toEpochMilli).orElse(null))
            .bind(11, arrival.claimedAs())
            .bind(12, published)
            .bind(13, now)
            .bind(14, published)
            .bind(15, arrival.digest())
            .add();
      }
      batch.execute();
    }
  }

  /** What the feed claims, if it can be true; never later than we saw it. */
  static Instant published(Arrival arrival, Instant now) {
    return arrival
        .claimed()
        .filter(at -> !at.isBefore(OLDEST))
        .filter(at -> at.isBefore(now))
        .orElse(now);
  }

  private static int change(Handle handle, List<Change> changes, Instant now) {
    var edited = 0;
    for (var change : changes) {
      var arrival = change.now();
      var reworded = change.reworded();
      if (reworded) {
        edited++;
        handle.execute(
            """
            INSERT INTO item_version (item, at, title, summary) VALUES (?, ?, ?, ?)
            ON CONFLICT (item, at) DO NOTHING
            """,
            change.before().id(),
            now,
            change.before().title(),
            change.before().summary());
      }
      handle.execute(
          """
          UPDATE item
             SET key = ?, guid = ?, link = ?, title = ?, author = ?, summary = ?, content = ?,
                 text = ?, digest = ?, updated = CASE WHEN ? THEN ? ELSE updated END
           WHERE id = ?
          """,
          arrival.key(),
          arrival.guid(),
          arrival.link(),
          arrival.title(),
          arrival.author(),
          arrival.summary(),
          arrival.content().markup(),
          arrival.text(),
          arrival.digest(),
          reworded,
          now,
          change.before().id());
    }
    return edited;
  }

  /**
   * Between the items of a document of late.
   *
   * @return zero when there is too little to tell
   */
  static Duration pace(List<Arrival> arrivals, Instant now) {
    var since = now.minus(Duration.ofDays(28));
    var times =
        arrivals.stream()
            .flatMap(arrival -> arrival.claimed().stream())
            .filter(at -> at.isAfter(since) && !at.isAfter(now))
            .sorted()
            .toList();
    if (times.size() < 2) {
      return arrivals.stream().anyMatch(arrival -> arrival.claimed().isPresent())
          ? Duration.ofDays(14)
          : Duration.ZERO;
    }
    return Duration.between(times.getFirst(), now).dividedBy(times.size());
  }
}

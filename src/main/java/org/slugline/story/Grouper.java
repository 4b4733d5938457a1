package org.slugline.story;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;

/**
 * Gives each piece of coverage its story, once, in order of arrival. Safe in two processes at once:
 * a batch is one write transaction, and begins by taking in what others have placed. Thread-safe.
 */
public final class Grouper {
  private static final int BATCH = 500;

  private final Database database;
  private final Grouping settings;
  private Optional<LiveWindow> window = Optional.empty();

  public Grouper(Database database, Grouping settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * Places all coverage that has no placement, and takes withdrawn articles out of their stories.
   *
   * @return pieces placed
   */
  public synchronized int catchUp(Instant now) {
    var withdrawn = database.read(PlacementTable.class, PlacementTable::withdrawn);
    if (!withdrawn.isEmpty()) {
      change(handle -> new Batch(handle, window(handle), now).withdraw(withdrawn));
    }
    var total = 0;
    var since = since();
    while (database.read(CoverageTable.class, table -> !table.unplaced(since, 1).isEmpty())) {
      total +=
          change(handle -> {
            var rows = handle.attach(CoverageTable.class).unplaced(since, BATCH);
            return new Batch(handle, window(handle), now).place(rows);
          });
    }
    return total;
  }

  /**
   * Ends the stories whose window is over, and lets go of what only live stories need.
   *
   * @return stories ended
   */
  public synchronized int forget() {
    var total = 0;
    while (true) {
      var ended = change(this::end);
      total += ended;
      if (ended < BATCH) {
        break;
      }
    }
    if (database.read(CoverageTable.class, CoverageTable::missing) < 0) {
      database.change(handle -> handle.attach(PlacementTable.class).forgetVanished());
    }
    return total;
  }

  /**
   * What would stand beside words that are not stored. Writes nothing.
   *
   * @param language BCP 47, {@code ""} unknown
   */
  public synchronized Outlook outlook(String title, String summary, String language, Instant now) {
    var piece = new Piece("", "", language, now, now, title, summary);
    return database.read(handle -> Outlook.of(handle, window(handle).engine().outlook(piece)));
  }

  /** Long before the latest arrival nothing new is expected, unless the numbers do not agree. */
  private Instant since() {
    return database.read(handle ->
        handle.attach(CoverageTable.class).missing() > 0
            ? Instant.EPOCH.minusSeconds(1L << 40)
            : handle
                .attach(PlacementTable.class)
                .clock()
                .map(clock -> clock.minusSeconds(86_400))
                .orElse(Instant.EPOCH));
  }

  private LiveWindow window(Handle handle) {
    var current = window.orElseGet(() -> LiveWindow.read(handle, settings));
    current.catchUp(handle);
    window = Optional.of(current);
    return current;
  }

  /** Only arrivals move the engine's clock: what it may still join is never ended. */
  private int end(Handle handle) {
    var horizon =
        handle.attach(PlacementTable.class).clock().orElse(Instant.EPOCH).minus(settings.window());
    var stories = handle.attach(StoryTable.class);
    var over = stories.over(horizon, BATCH);
    for (var story : over) {
      stories.end(story);
      handle.attach(PlacementTable.class).forgetVectors(story);
    }
    return over.size();
  }

  /** What did not reach the disk must not stay in memory either. */
  private int change(ToIntFunction<Handle> work) {
    try {
      return database.write(work::applyAsInt);
    } catch (RuntimeException failed) {
      window = Optional.empty();
      throw failed;
    }
  }
}

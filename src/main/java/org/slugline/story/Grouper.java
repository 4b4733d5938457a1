package org.slugline.story;

import java.time.Instant;
import java.util.List;
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
   * Places all coverage that has no placement, takes what went out of its stories, and tells those
   * who print it what was reworded.
   *
   * @return pieces placed
   */
  public synchronized int catchUp(Instant now) {
    var total = 0;
    while (database.read(CoverageTable.class, table -> !table.todo(1).isEmpty())) {
      total += change(handle -> batch(handle, now));
    }
    if (database.read(RewordedTable.class, RewordedTable::any)) {
      database.change(handle -> Rewording.settle(handle, now));
    }
    return total;
  }

  private int batch(Handle handle, Instant now) {
    var coverage = handle.attach(CoverageTable.class);
    var todo = coverage.todo(BATCH);
    if (todo.isEmpty()) {
      return 0; // another process was quicker
    }
    var gone = gone(handle, todo);
    if (!gone.isEmpty()) {
      new Batch(handle, window(handle), now).withdraw(gone);
    }
    var rows = coverage.waiting(BATCH);
    coverage.done(todo.getLast());
    if (rows.isEmpty()) {
      return 0;
    }
    var live = window(handle);
    var placed = new Batch(handle, live, now).place(rows);
    live.pack(handle);
    return placed;
  }

  private static List<PlacementTable.Row> gone(Handle handle, List<CoverageTable.Todo> todo) {
    var placements = handle.attach(PlacementTable.class);
    return todo.stream()
        .filter(CoverageTable.Todo::isGone)
        .flatMap(one -> placements.ofPiece(one.piece()).stream())
        .toList();
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
    var packs = handle.attach(PackTable.class);
    packs.first(horizon).ifPresent(packs::forget);
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

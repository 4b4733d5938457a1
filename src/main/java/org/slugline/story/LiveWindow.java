package org.slugline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The engine of this process, and how much of the log of placements it has taken in. */
final class LiveWindow {
  private final Engine engine;
  private final Grouping settings;
  private long applied;

  private LiveWindow(Engine engine, Grouping settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /** Reads the stories that live into a new engine. */
  static LiveWindow read(Handle handle, Grouping settings) {
    var window = new LiveWindow(new Engine(settings), settings);
    var placements = handle.attach(PlacementTable.class);
    var stories = handle.attach(StoryTable.class);
    window.horizon(handle).ifPresent(horizon -> window.restore(handle, horizon));
    window.engine.continueAfter(stories.newest());
    window.applied = placements.newest();
    return window;
  }

  private Optional<Instant> horizon(Handle handle) {
    return handle.attach(PlacementTable.class).clock().map(clock -> clock.minus(settings.window()));
  }

  /** Packs in their order, and one by one the rows between them and after: all at once is much. */
  private void restore(Handle handle, Instant horizon) {
    var placements = handle.attach(PlacementTable.class);
    var packs = handle.attach(PackTable.class);
    var merged = handle.attach(StoryTable.class).merged(horizon);
    var into = new HashMap<Long, Long>();
    merged.forEach(merge -> into.put(merge.id(), merge.into()));
    var bridging = new ArrayList<Placed>();
    Consumer<Placed> restored =
        placed -> {
          if (!placed.bridges().isEmpty()) {
            bridging.add(placed.bare());
          }
        };
    Consumer<Placed> row =
        placed -> {
          engine.restore(placed);
          restored.accept(placed);
        };
    var from = packs.first(horizon).orElse(Long.MAX_VALUE);
    for (var span : packs.spans(from)) {
      if (from < span.first()) {
        engine.settle();
        placements.live(from, span.first() - 1, row);
      }
      engine.restore(packs.packed(span.first()).bytes(), horizon, into, restored);
      from = span.last() + 1;
    }
    engine.settle();
    placements.live(from, Long.MAX_VALUE, row);
    merged.forEach(merge -> engine.merged(new Placement.Merge(merge.into(), merge.id())));
    bridging.forEach(engine::bridged);
  }

  /** Makes the next start quick. */
  void pack(Handle handle) {
    horizon(handle).ifPresent(horizon -> Packing.settle(handle, engine, horizon, applied));
  }

  /** Takes in what another process has placed. */
  void catchUp(Handle handle) {
    var placements = handle.attach(PlacementTable.class);
    var rows = placements.after(applied);
    if (!rows.isEmpty()) {
      take(
          rows.stream().map(LiveWindow::placed).toList(),
          rows.stream().flatMap(row -> merges(row.merges()).stream()).toList());
      engine.continueAfter(handle.attach(StoryTable.class).newest());
      applied = rows.getLast().number();
    }
  }

  /** The batch that uses this window has added a row to the log. */
  long next() {
    return ++applied;
  }

  Engine engine() {
    return engine;
  }

  private void take(List<Placed> placed, List<Placement.Merge> merges) {
    placed.forEach(engine::restore);
    merges.forEach(engine::merged);
    placed.forEach(engine::bridged);
  }

  private static Placed placed(PlacementTable.Row row) {
    return new Placed(
        row.piece(),
        Long.toString(row.outlet()),
        row.story(),
        row.arrival(),
        row.seen(),
        row.copyOf(),
        row.signature(),
        Placed.keys(row.bridges()));
  }

  private static List<Placement.Merge> merges(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" "))
            .map(merge -> merge.split("<"))
            .map(pair -> new Placement.Merge(Long.parseLong(pair[0]), Long.parseLong(pair[1])))
            .toList();
  }
}

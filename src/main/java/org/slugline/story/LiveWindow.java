package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The engine of this process, and how much of the log of placements it has taken in. */
final class LiveWindow {
  private final Engine engine;
  private long applied;

  private LiveWindow(Engine engine) {
    this.engine = engine;
  }

  /** Reads the stories that live into a new engine. */
  static LiveWindow read(Handle handle, Grouping settings) {
    var window = new LiveWindow(new Engine(settings));
    var placements = handle.attach(PlacementTable.class);
    var stories = handle.attach(StoryTable.class);
    placements
        .clock()
        .map(clock -> clock.minus(settings.window()))
        .ifPresent(horizon -> {
          // one by one: a week of rows at once would be most of the heap
          var bridging = new ArrayList<Placed>();
          placements.live(
              horizon,
              placed -> {
                window.engine.restore(placed);
                if (!placed.bridges().isEmpty()) {
                  bridging.add(placed.bare());
                }
              });
          stories
              .merged(horizon)
              .forEach(
                  merged -> window.engine.merged(new Placement.Merge(merged.into(), merged.id())));
          bridging.forEach(window.engine::bridged);
        });
    window.engine.continueAfter(stories.newest());
    window.applied = placements.newest();
    return window;
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

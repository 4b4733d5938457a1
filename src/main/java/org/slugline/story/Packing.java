package org.slugline.story;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Keeps nearly all of the live window in packs: a part of a batch of grouping. */
final class Packing {
  /** Fewer pieces than these are read from their rows. */
  private static final int LEAST = Pack.MOST / 2;

  private final PackTable packs;
  private final Engine engine;

  private Packing(Handle handle, Engine engine) {
    this.packs = handle.attach(PackTable.class);
    this.engine = engine;
  }

  /**
   * Packs what is in none yet: what came last, and what stood in a pack that a placement's end has
   * undone.
   *
   * @param newest number of a placement
   */
  static void settle(Handle handle, Engine engine, Instant horizon, long newest) {
    var packing = new Packing(handle, engine);
    var from = packing.packs.first(horizon).orElse(newest + 1);
    for (var span : packing.packs.spans(from)) {
      packing.fill(from, span.first() - 1);
      from = Math.max(from, span.last() + 1);
    }
    packing.fill(from, newest);
  }

  private void fill(long first, long last) {
    var from = first;
    while (last - from + 1 >= LEAST) {
      var end = pack(from, last);
      if (end < from) {
        return;
      }
      from = end + 1;
    }
  }

  /**
   * @return the number of the last that was looked at; less than {@code from} where they are few
   */
  private long pack(long from, long last) {
    var members = packs.members(from, last, Pack.MOST);
    if (members.size() < LEAST) {
      return from - 1;
    }
    var living = members.stream().dropWhile(one -> engine.live(one.piece()).isEmpty()).toList();
    if (living.isEmpty()) {
      return members.getLast().number(); // their rows will be read
    }
    var pack = engine.pack();
    var packed = living.getFirst().number();
    for (var member : living) {
      var piece = engine.live(member.piece());
      if (piece.isEmpty() || pack.isFull()) {
        break;
      }
      pack.add(piece.get(), Placed.keys(member.bridges()));
      packed = member.number();
    }
    packs.add(living.getFirst().number(), packed, pack.bytes());
    return packed;
  }
}

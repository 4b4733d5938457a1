package org.slugline.edition;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slugline.store.Database;
import org.slugline.store.Revisions;

/**
 * Prints on demand and keeps what it printed under (name, revision). While nobody has committed
 * anything, an edition costs one look at the database's version; while nothing of its scope
 * changed, one row. Thread-safe.
 */
public final class Editions {
  /** Bytes of editions that are kept; what was asked for longest ago goes first. */
  private static final long KEPT = 64L << 20;

  private final Database database;
  private final Press press;
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong printed = new AtomicLong();

  public Editions(Database database, Printing printing) {
    this.database = database;
    press = new Press(printing);
  }

  /** What stands under a name. */
  public sealed interface Copy {
    record Printed(Edition edition) implements Copy {}

    /**
     * @param path from the root, for good
     */
    record Moved(String path) implements Copy {}

    record Unknown() implements Copy {}
  }

  /**
   * @param path from the root, such as {@code /sections/world/feed.atom}
   */
  public Optional<Edition> find(String path) {
    return look(path) instanceof Copy.Printed(var edition)
        ? Optional.of(edition)
        : Optional.empty();
  }

  /** Like {@link #find}, but tells a story that became part of another. */
  public Copy look(String path) {
    var slot = slots.get(path);
    if (slot != null) {
      return look(slot, path);
    }
    var name = Name.of(path);
    if (name.isEmpty()) {
      return new Copy.Unknown();
    }
    var made = slots.computeIfAbsent(path, _ -> new Slot(name.get()));
    var copy = look(made, path);
    if (!(copy instanceof Copy.Printed)) {
      slots.remove(path, made); // names that never were must not pile up
    }
    return copy;
  }

  /** How many documents were printed since the start. */
  public long printed() {
    return printed.get();
  }

  private Copy look(Slot slot, String path) {
    slot.used = uses.incrementAndGet();
    // before the rows are read: what is committed in between is seen the next time
    var version = database.dataVersion();
    var held = slot.held;
    if (held != null && held.version == version) {
      return held.copy;
    }
    slot.printing.lock();
    try {
      return refreshed(slot, path, version);
    } finally {
      slot.printing.unlock();
    }
  }

  private Copy refreshed(Slot slot, String path, long version) {
    var before = slot.held;
    if (before != null && before.version == version) {
      return before.copy;
    }
    var now = database.read(handle -> read(handle, slot.name, before, version));
    slot.held = now;
    if (before == null || now.copy != before.copy) {
      kept.addAndGet(size(now) - size(before));
      spare(path);
    }
    return now.copy;
  }

  private Held read(Handle handle, Name name, @Nullable Held before, long version) {
    var revision = Contents.revision(handle.attach(Revisions.class), name);
    if (before != null && before.revision == revision.number()) {
      return new Held(before.copy, version, revision.number());
    }
    var copy = press.print(handle, name, revision);
    if (copy instanceof Copy.Printed) {
      printed.incrementAndGet();
    }
    return new Held(copy, version, revision.number());
  }

  private void spare(String path) {
    if (kept.get() <= KEPT) {
      return;
    }
    var oldest =
        slots.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(path))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().used))
            .toList();
    for (var entry : oldest) {
      if (kept.get() <= KEPT / 2) {
        return;
      }
      if (slots.remove(entry.getKey(), entry.getValue())) {
        kept.addAndGet(-size(entry.getValue().held));
      }
    }
  }

  private static long size(@Nullable Held held) {
    return held != null && held.copy instanceof Copy.Printed(var edition) ? edition.size() : 0;
  }

  /**
   * What was found last.
   *
   * @param version of the database when it was last known to be right
   * @param revision of the scope that it was printed from
   */
  private record Held(Copy copy, long version, long revision) {}

  /** Where one edition is kept. */
  private static final class Slot {
    private final Name name;
    private final ReentrantLock printing = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile long used;

    Slot(Name name) {
      this.name = name;
    }
  }
}

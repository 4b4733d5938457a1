package org.slugline.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.desk.Articles;
import org.slugline.feed.Format;
import org.slugline.store.Database;
import org.slugline.store.Revisions;

/**
 * Prints on demand and keeps what it printed under (name, revision). While nobody has committed
 * anything, an edition costs one look at the database's version; while nothing of its scope
 * changed, one row. Thread-safe.
 */
public final class Editions {
  private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

  /** Bytes of editions that are kept; what was asked for longest ago goes first. */
  private static final long KEPT = 64L << 20;

  private final Database database;
  private final Press press;
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong printed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  public Editions(Database database, Printing printing) {
    this.database = database;
    press = new Press(printing, Imprint.of(printing).since(database));
  }

  /**
   * Notes the masthead in the database when it is another than the last one, so that {@code
   * Last-Modified} moves with it. Before the server's own editions are opened.
   */
  public static void note(Database database, Printing printing, Instant now) {
    Imprint.of(printing).note(database, now);
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

  /** Prints what nobody keeps, for pages that make a feed of a question. */
  public Edition collected(Collection collection) {
    return database.read(handle -> press.collected(handle, collection));
  }

  /**
   * The pre-flight of all that would be printed from these rows, without serving it: feeds of ours,
   * of the wire and of stories, and of a hundred sections, tags and authors.
   */
  public static List<Preflight.Remark> check(Handle handle, Printing printing) {
    var remarks = new ArrayList<Preflight.Remark>();
    Imprint.of(printing)
        .otherBase(handle)
        .ifPresent(base -> remarks.add(Preflight.moved(base, printing.masthead().base())));
    var press = new Press(printing, Instant.EPOCH);
    for (var subject : subjects(handle)) {
      Stream.of(Format.values())
          .map(format -> remarks(handle, press, new FeedName(subject, format)))
          .max(Comparator.comparingInt(List::size)) // a feed has one fault, not one a format
          .ifPresent(remarks::addAll);
    }
    return remarks;
  }

  private static List<Preflight.Remark> remarks(Handle handle, Press press, FeedName feed) {
    var name = new Name.OfFeed(feed);
    var revision = Contents.revision(handle.attach(Revisions.class), name);
    return press.print(handle, name, revision, Optional.empty()).remarks();
  }

  private static List<Subject> subjects(Handle handle) {
    var subjects =
        new ArrayList<Subject>(
            List.of(
                new Subject.Front(),
                new Subject.Stories(),
                new Subject.Wire(),
                new Subject.Corrections()));
    handle.attach(Articles.class).shelves().stream()
        .limit(100)
        .forEach(shelf -> subjects.add(new Subject.Labelled(shelf.kind(), shelf.slug())));
    return subjects;
  }

  /** How many prints the pre-flight kept back since the start. */
  public long refused() {
    return refused.get();
  }

  /** How many documents were printed since the start. */
  public long printed() {
    return printed.get();
  }

  private Copy look(Slot slot, String path) {
    slot.used = uses.incrementAndGet();
    // before the rows are read: what is committed in between is seen the next time
    var version = database.recentVersion();
    var held = slot.held;
    if (held != null && held.version == version) {
      return held.copy();
    }
    slot.printing.lock();
    try {
      return refreshed(slot, path, version);
    } finally {
      slot.printing.unlock();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same sheet was kept, or another was printed
  private Copy refreshed(Slot slot, String path, long version) {
    var before = slot.held;
    if (before != null && before.version == version) {
      return before.copy();
    }
    var now = database.read(handle -> read(handle, slot.name, before, version));
    slot.held = now;
    kept.addAndGet(size(now) - size(before));
    spare(path);
    return now.copy();
  }

  private Held read(Handle handle, Name name, @Nullable Held before, long version) {
    var revision = Contents.revision(handle.attach(Revisions.class), name);
    if (before != null && before.revision == revision.number()) {
      return new Held(before.sheet, version, revision.number());
    }
    var had = before == null ? Optional.<Preflight.Before>empty() : before.sheet.before();
    var sheet = press.print(handle, name, revision, had);
    sheet.remarks().forEach(Editions::log);
    if (sheet.copy() instanceof Copy.Printed) {
      printed.incrementAndGet();
    }
    if (sheet.isGrave() && before != null && before.copy() instanceof Copy.Printed) {
      refused.incrementAndGet();
      return new Held(before.sheet, version, revision.number());
    }
    return new Held(sheet, version, revision.number());
  }

  private static void log(Preflight.Remark remark) {
    if (remark.grave()) {
      LOG.error("{}. {}.", remark.what(), remark.next());
    } else {
      LOG.warn("{}. {}.", remark.what(), remark.next());
    }
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
    return held != null && held.copy() instanceof Copy.Printed(var edition) ? edition.size() : 0;
  }

  /**
   * What was found last.
   *
   * @param version of the database when it was last known to be right
   * @param revision of the scope that it was printed from
   */
  private record Held(Press.Sheet sheet, long version, long revision) {
    Copy copy() {
      return sheet.copy();
    }
  }

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

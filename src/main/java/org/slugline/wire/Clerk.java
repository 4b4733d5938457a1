package org.slugline.wire;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.store.Database;
import org.slugline.store.StorageException;

/**
 * Settles what the workers of a round bring, in groups: one transaction for all that ended within a
 * moment, so that a thousand answers of 304 cost a few writes and not a thousand.
 */
final class Clerk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int GROUP = 128;
  private static final int ITEMS = 2000;
  private static final int ROOM = 16 << 20;

  private final Database database;
  private final Settling settling;
  private final InstantSource clock;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(GROUP);

  /** Letters that may wait to be stored, so that memory does not grow with what feeds send. */
  private final Semaphore room = new Semaphore(ROOM, true);

  private final List<Outcome> outcomes = new ArrayList<>();
  private final Thread thread;
  private volatile boolean stuck;

  Clerk(Database database, Settling settling, InstantSource clock) {
    this.database = database;
    this.settling = settling;
    this.clock = clock;
    thread = Thread.ofPlatform().daemon().name("slugline-clerk").start(this::work);
  }

  /** How one outlet of the round came out. */
  record Outcome(Outlet outlet, Settling.Settled settled) {}

  private sealed interface Task {
    record Settle(Settling.Ended ended) implements Task {}

    record Stop() implements Task {}
  }

  /** Waits while the clerk has more than enough to do. */
  void settle(Outlet outlet, Fetched fetched) {
    room.acquireUninterruptibly(weight(fetched));
    put(new Task.Settle(new Settling.Ended(outlet, fetched, clock.instant())));
  }

  private static int weight(Fetched fetched) {
    var letters = 1L;
    if (fetched instanceof Fetched.Fresh fresh) {
      for (var arrival : fresh.arrivals()) {
        letters += arrival.text().length() + arrival.content().markup().length() + 1000;
      }
    }
    return (int) Math.min(letters, ROOM);
  }

  private void put(Task task) {
    var interrupted = false;
    while (true) {
      try {
        tasks.put(task);
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    var going = true;
    while (going) {
      var group = new ArrayList<Settling.Ended>();
      going = gather(group);
      if (!group.isEmpty()) {
        write(group);
        room.release(group.stream().mapToInt(ended -> weight(ended.fetched())).sum());
      }
    }
  }

  /**
   * @return whether there may be more
   */
  private boolean gather(List<Settling.Ended> group) {
    var items = 0;
    var until = 0L;
    try {
      while (group.size() < GROUP && items < ITEMS) {
        var task =
            group.isEmpty()
                ? tasks.take()
                : tasks.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        switch (task) {
          case null -> {
            return true;
          }
          case Task.Stop _ -> {
            return false;
          }
          case Task.Settle(var ended) -> {
            until = group.isEmpty() ? System.nanoTime() + MOMENT : until;
            group.add(ended);
            items += ended.fetched() instanceof Fetched.Fresh fresh ? fresh.arrivals().size() : 0;
          }
        }
      }
    } catch (InterruptedException _) {
      LOG.warn("the clerk was interrupted and goes on");
    }
    return true;
  }

  /** Whether storing failed: what would be fetched now would be fetched in vain. */
  boolean isStuck() {
    return stuck;
  }

  private void write(List<Settling.Ended> group) {
    try {
      var settled = database.write(handle -> settling.settle(handle, group));
      for (var i = 0; i < group.size(); i++) {
        outcomes.add(new Outcome(group.get(i).outlet(), settled.get(i)));
      }
    } catch (RuntimeException | Error broken) {
      stuck = stuck || broken instanceof StorageException;
      if (group.size() > 1 && isWorthAnotherTry(broken)) {
        group.forEach(one -> write(List.of(one))); // so that one cannot spoil the others
        return;
      }
      for (var one : group) {
        tell(one, broken);
        outcomes.add(unstored(one, broken));
      }
    }
  }

  /** A little may fit where much does not; a file that is held costs ten seconds each time. */
  private static boolean isWorthAnotherTry(Throwable broken) {
    return !(broken instanceof StorageException storage)
        || storage.kind() == StorageException.Kind.FULL
        || storage.kind() == StorageException.Kind.DAMAGED;
  }

  /** A full disk is said once, by whoever asked for the round; a fault of ours each time. */
  private static void tell(Settling.Ended ended, Throwable broken) {
    var url = ended.outlet().url();
    if (broken instanceof StorageException) {
      LOG.debug("the poll of {} could not be stored", url, broken);
    } else {
      LOG.error("the poll of {} could not be stored", url, broken);
    }
  }

  private static Outcome unstored(Settling.Ended ended, Throwable broken) {
    var outlet = ended.outlet();
    var detail =
        broken instanceof StorageException storage
            ? storage.what()
            : "a fault of ours, see the log";
    return new Outcome(
        outlet,
        new Settling.Settled(
            "failed",
            0,
            0,
            0,
            false,
            Optional.of(
                new PollReport.Failure(
                    outlet.id(), outlet.url(), "storage", detail, Optional.empty()))));
  }

  /** Everything on disk; then how all came out, in the order of their ends. */
  List<Outcome> finish() {
    close();
    return List.copyOf(outcomes);
  }

  @Override
  public void close() {
    if (thread.isAlive()) {
      put(new Task.Stop());
    }
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

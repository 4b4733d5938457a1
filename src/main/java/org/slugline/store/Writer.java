package org.slugline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The one thread that writes, and its connection. Thread-safe; what is handed in is waited for. */
final class Writer implements AutoCloseable {
  private final DatabaseFile file;
  private final DatabaseFile.Identity opened;
  private final Connection connection;
  private final Handle handle;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("slugline-writer").daemon().factory());

  /**
   * @param handle of this connection
   */
  Writer(DatabaseFile file, Connection connection, Handle handle) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.handle = handle;
    opened = file.identity();
    // SQLite copies a page before a statement that fires triggers changes it, to undo that alone:
    // into a file, ten times what a round stores. VACUUM copies all, and is not run here.
    handle.execute("PRAGMA temp_store = MEMORY");
  }

  /** Whether the file that was opened still lies where it lay. */
  boolean stands() {
    return file.identity().equals(opened);
  }

  /**
   * @throws StorageException of the kind GONE
   */
  void stand() {
    if (!stands()) {
      throw new StorageException(StorageException.Kind.GONE, file.path());
    }
  }

  /** One transaction, rolled back when it throws. */
  <T> T write(Function<Handle, T> work) {
    return on(() -> transaction(work));
  }

  /** One without a sync of its own. */
  <T> T derive(Function<Handle, T> work) {
    return on(() -> {
      handle.execute("PRAGMA synchronous = NORMAL");
      try {
        return transaction(work);
      } finally {
        handle.execute("PRAGMA synchronous = FULL");
      }
    });
  }

  /** Anything else that no transaction may run beside. */
  <T> T on(Callable<T> work) {
    return await(thread.submit(work));
  }

  private <T> T transaction(Function<Handle, T> work) {
    stand();
    try {
      var result = handle.inTransaction(work::apply);
      stand(); // what went into a file that is nowhere is not stored
      return result;
    } finally {
      settle();
    }
  }

  /** A transaction that could not begin leaves the driver in the belief that one is open. */
  private void settle() {
    try {
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException _) {
      // there was none to end, and now the driver knows
    }
  }

  private <T> T await(Future<T> future) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true; // what was begun is finished; the caller sees the flag afterwards
        } catch (ExecutionException failed) {
          var cause = failed.getCause();
          throw file.translated(cause == null ? failed : cause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets what was begun finish, and leaves the planner what it has learnt; takes nothing more. */
  void rest() throws InterruptedException {
    try {
      on(() -> {
        new Statistics(handle).renew();
        return true;
      });
    } catch (RuntimeException _) {
      // a disk that is full must not keep the door open
    }
    thread.shutdown();
    if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }

  @Override
  public void close() throws SQLException {
    thread.shutdown();
    handle.close();
    connection.close();
  }
}

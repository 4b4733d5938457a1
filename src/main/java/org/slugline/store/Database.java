package org.slugline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.sqlite.SQLiteConfig;

/**
 * The one file: WAL, synchronous FULL, one writing thread, some readers. Thread-safe. When {@link
 * #write} has returned, what it wrote is on disk.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final DatabaseFile file;
  private final DatabaseFile.Identity opened;
  private final Locks locks;
  private final SQLiteConfig fresh;
  private final ExecutorService writing;
  private final Connection connection;
  private final Handle writer;
  private final Connection watcher;
  private final HikariDataSource pool;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicReference<Look> look = new AtomicReference<>(new Look(0, -1, 0));
  private final Jdbi reading;

  private Database(DatabaseFile file, Locks locks) throws SQLException {
    this.file = file;
    this.locks = locks;
    writing =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("slugline-writer").daemon().factory());
    fresh = file.lasting(SQLiteConfig.TransactionMode.IMMEDIATE);
    connection = file.connect(fresh);
    try {
      Migrations.run(connection);
      writer = jdbi(Jdbi.create(connection)).open();
      var readConfig = file.lasting(SQLiteConfig.TransactionMode.DEFERRED);
      watcher = file.connect(readConfig);
      pool = pool(file, readConfig);
      reading = jdbi(Jdbi.create(pool));
      opened = file.identity();
    } catch (SQLException | RuntimeException broken) {
      connection.close();
      writing.shutdown();
      throw broken;
    }
  }

  /** Opens the database of a data directory, making and migrating it where needed. */
  public static Opening open(StoreSettings settings) {
    var file = new DatabaseFile(settings);
    try {
      var refusal = file.directory();
      if (refusal.isEmpty()) {
        refusal = file.refusal();
      }
      return refusal.isEmpty() ? new Opening.Opened(open(file)) : refusal.get();
    } catch (StorageException storage) {
      return storage.refusal();
    } catch (SQLException broken) {
      return file.refusal(broken);
    } catch (IOException broken) {
      return StorageException.of(broken, file.data()).refusal();
    }
  }

  /** Who makes a new file holds it for a moment, and SQLite does not wait for that. */
  private static Database open(DatabaseFile file) throws SQLException {
    var patience = System.nanoTime() + file.settings().busy().toNanos();
    while (true) {
      try {
        return openOnce(file);
      } catch (SQLException broken) {
        var held = file.storage(broken).filter(what -> what.kind() == StorageException.Kind.LOCKED);
        if (held.isEmpty() || System.nanoTime() > patience) {
          throw broken;
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static Database openOnce(DatabaseFile file) throws SQLException {
    var locks = new Locks(file.lock());
    try {
      var database = new Database(file, locks);
      locks.mark();
      return database;
    } catch (SQLException | RuntimeException broken) {
      locks.close();
      throw broken;
    }
  }

  /** What would keep {@link #open} from the data as they lie there; changes nothing. */
  public static Optional<Opening.Refused> examine(StoreSettings settings) {
    var file = new DatabaseFile(settings);
    try {
      if (!Files.exists(file.data())) {
        return Optional.empty();
      }
      var refusal = file.unfit();
      if (refusal.isEmpty()) {
        refusal = file.refusal();
      }
      if (refusal.isEmpty() && file.isThere()) {
        refusal = file.damage();
      }
      return refusal.isEmpty() ? file.cramped() : refusal;
    } catch (SQLException broken) {
      return Optional.of(file.refusal(broken));
    } catch (IOException broken) {
      return Optional.of(StorageException.of(broken, file.data()).refusal());
    }
  }

  /**
   * Reads a database as it lies there, on a connection that can write nothing.
   *
   * @return empty where there is none, or none of today's schema
   */
  public static <T> Optional<T> glance(StoreSettings settings, Function<Handle, T> reader) {
    var file = new DatabaseFile(settings);
    try {
      if (!file.isThere()) {
        return Optional.empty();
      }
      try (var connection = file.connect(file.plain())) {
        if (Migrations.pragma(connection, "user_version") != Migrations.newest()) {
          return Optional.empty();
        }
        try (var handle = jdbi(Jdbi.create(connection)).open()) {
          handle.execute("PRAGMA query_only = true");
          return Optional.of(handle.inTransaction(reader::apply));
        }
      }
    } catch (IOException broken) {
      throw StorageException.of(broken, file.data());
    } catch (SQLException | RuntimeException broken) {
      throw translated(file, broken);
    }
  }

  private static HikariDataSource pool(DatabaseFile file, SQLiteConfig config) {
    var hikari = new HikariConfig();
    hikari.setPoolName("slugline-readers");
    hikari.setJdbcUrl(file.url());
    Properties properties = config.toProperties();
    properties.forEach((key, value) -> hikari.addDataSourceProperty((String) key, value));
    hikari.setMaximumPoolSize(READERS);
    hikari.setMinimumIdle(1);
    hikari.setConnectionInitSql("PRAGMA query_only = true");
    return new HikariDataSource(hikari);
  }

  private static Jdbi jdbi(Jdbi jdbi) {
    jdbi.installPlugin(new SqlObjectPlugin());
    jdbi.setStatementBuilderFactory(KeptStatements.factory());
    Columns.register(jdbi);
    return jdbi;
  }

  /** The directory that the file stands in. */
  public Path data() {
    return file.data();
  }

  /** Where pictures and sounds are kept, by content. */
  public Path media() {
    return file.data().resolve("media");
  }

  /**
   * @return empty when somebody else holds the part, in this process or another
   */
  public Optional<Lock> take(Lock.Part part) {
    return locks.take(part);
  }

  /** Reads one consistent state; may run on any thread, beside any writer. */
  public <T> T read(Function<Handle, T> reader) {
    try {
      return reading.inTransaction(reader::apply);
    } catch (RuntimeException broken) {
      throw translated(file, broken);
    }
  }

  /** Like {@link #read}, on one table's statements. */
  public <S, T> T read(Class<S> table, Function<S, T> reader) {
    return read(handle -> reader.apply(handle.attach(table)));
  }

  /**
   * One transaction on the writing thread, waited for; rolled back when it throws. Keep it short:
   * others wait. Must not be called within itself.
   */
  public <T> T write(Function<Handle, T> work) {
    return await(writing.submit(() -> transaction(work)));
  }

  private <T> T transaction(Function<Handle, T> work) {
    stand();
    try {
      var result = writer.inTransaction(work::apply);
      stand(); // what went into a file that is nowhere is not stored
      return result;
    } finally {
      settle();
      writes.incrementAndGet();
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

  /**
   * Looks whether the file that was opened still lies where it lay: SQLite writes on into one that
   * was removed, and all of it is lost.
   *
   * @throws StorageException of the kind GONE
   */
  public void stand() {
    if (!file.identity().equals(opened)) {
      throw new StorageException(StorageException.Kind.GONE, file.path());
    }
  }

  /** {@link #write} without a result. */
  public void change(Consumer<Handle> work) {
    write(handle -> {
      work.accept(handle);
      return true;
    });
  }

  /**
   * Like {@link #write}, for what can be made anew from the rest: it costs no sync of its own.
   * After a power cut it may be as it was before, but never half done, and nothing later is without
   * it.
   */
  public <T> T derive(Function<Handle, T> work) {
    return await(
        writing.submit(() -> {
          writer.execute("PRAGMA synchronous = NORMAL");
          try {
            return transaction(work);
          } finally {
            writer.execute("PRAGMA synchronous = FULL");
          }
        }));
  }

  /**
   * Makes the file anew without what was deleted from it, and empties its log: what stood there
   * cannot be read any more. Writers wait meanwhile; some seconds for a gigabyte.
   */
  public void scrub() {
    await(
        writing.submit(() -> {
          stand();
          // on a connection of its own: it wants no statement of the same one to be under way
          try (var connection = file.connect(fresh);
              var statement = connection.createStatement()) {
            statement.execute("VACUUM");
            return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
          }
        }));
  }

  /** Changes whenever somebody, in this process or another, has committed; one pragma, no query. */
  public long dataVersion() {
    synchronized (watcher) {
      try {
        return Migrations.pragma(watcher, "data_version");
      } catch (SQLException broken) {
        throw translated(file, broken);
      }
    }
  }

  /**
   * {@link #dataVersion} for those who ask thousands of times a second: what this process wrote is
   * seen at once, what another one did within {@link #GLANCE}.
   */
  public long recentVersion() {
    var written = writes.get();
    var last = Objects.requireNonNull(look.get());
    var now = System.nanoTime();
    if (last.written == written && now - last.at < GLANCE.toNanos()) {
      return last.version;
    }
    var version = dataVersion();
    look.set(new Look(version, written, now));
    return version;
  }

  /**
   * @param written what {@link #writes} stood at before
   * @param at on the clock of {@link System#nanoTime}
   */
  private record Look(long version, long written, long at) {}

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
          throw translated(file, cause == null ? failed : cause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException translated(DatabaseFile file, Throwable broken) {
    var storage = file.storage(broken);
    if (storage.isPresent()) {
      return storage.get();
    }
    if (broken instanceof Error error) {
      throw error;
    }
    return broken instanceof RuntimeException ours ? ours : new IllegalStateException(broken);
  }

  /** Lets what was begun finish, folds the log into the file, and lets go of it. */
  @Override
  public void close() {
    Callable<Boolean> last =
        () -> {
          new Statistics(writer).renew();
          return true;
        };
    try {
      await(writing.submit(last));
    } catch (RuntimeException _) {
      // a disk that is full must not keep the door open
    }
    writing.shutdown();
    try {
      if (!writing.awaitTermination(10, TimeUnit.SECONDS)) {
        writing.shutdownNow();
      }
      if (!file.identity().equals(opened)) {
        // the last to close removes the log by its name, and it may be that of another newsroom:
        // SQLite tells files by their number, which two disks give alike
        locks.close();
        return;
      }
      pool.close();
      watcher.close();
      writer.close();
      connection.close(); // the last one folds the log into the file
      locks.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException broken) {
      throw translated(file, broken);
    }
  }
}

package org.slugline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
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
import org.sqlite.SQLiteException;

/**
 * The one file: WAL, synchronous FULL, one writing thread, some readers. Thread-safe. When {@link
 * #write} has returned, what it wrote is on disk.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path data;
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

  private Database(Path data, StoreSettings settings, Path file, Locks locks) throws SQLException {
    this.data = data;
    this.locks = locks;
    writing =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("slugline-writer").daemon().factory());
    var writeConfig = config(settings, SQLiteConfig.TransactionMode.IMMEDIATE);
    fresh = writeConfig;
    connection = connect(file, writeConfig);
    try {
      Migrations.run(connection);
    } catch (SQLException | RuntimeException broken) {
      connection.close();
      writing.shutdown();
      throw broken;
    }
    writer = jdbi(Jdbi.create(connection)).open();
    var readConfig = config(settings, SQLiteConfig.TransactionMode.DEFERRED);
    watcher = connect(file, readConfig);
    pool = pool(file, readConfig);
    reading = jdbi(Jdbi.create(pool));
  }

  /** Opens the database of a data directory, making and migrating it where needed. */
  public static Opening open(StoreSettings settings) {
    var data = settings.data();
    var file = data.resolve("slugline.db");
    try {
      if (!Files.isDirectory(data)) {
        Files.createDirectory(data);
      }
      if (!Files.isWritable(data)) {
        return new Opening.Refused(
            "the data directory " + data + " cannot be written",
            "Check its owner and rights, or name another with --data");
      }
      if (Files.exists(file) && Files.size(file) > 0 && !startsWithMagic(file)) {
        return new Opening.Refused(
            file + " is not a database", "Move it away, or name another directory with --data");
      }
    } catch (IOException broken) {
      return new Opening.Refused(
          "the data directory " + data + " cannot be made or read",
          "Make its parent first, or name another with --data");
    }
    try {
      var refusal = inspect(file, settings);
      return refusal.isEmpty() ? new Opening.Opened(open(data, settings, file)) : refusal.get();
    } catch (SQLException broken) {
      var what = storage(broken);
      return new Opening.Refused(
          file + ": " + (what.isPresent() ? what.get().getMessage() : broken.getMessage()),
          "See that nothing else uses the file, or restore a backup");
    }
  }

  /** Who makes a new file holds it for a moment, and SQLite does not wait for that. */
  private static Database open(Path data, StoreSettings settings, Path file) throws SQLException {
    var patience = System.nanoTime() + settings.busy().toNanos();
    while (true) {
      try {
        return openOnce(data, settings, file);
      } catch (SQLException broken) {
        var held = storage(broken).filter(what -> what.kind() == StorageException.Kind.LOCKED);
        if (held.isEmpty() || System.nanoTime() > patience) {
          throw broken;
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static Database openOnce(Path data, StoreSettings settings, Path file)
      throws SQLException {
    var locks = new Locks(data.resolve("lock"));
    try {
      return new Database(data, settings, file, locks);
    } catch (SQLException | RuntimeException broken) {
      locks.close();
      throw broken;
    }
  }

  /** What would keep {@link #open} from the file as it is; changes nothing. */
  public static Optional<Opening.Refused> examine(StoreSettings settings) {
    var file = settings.data().resolve("slugline.db");
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      if (!startsWithMagic(file)) {
        return Optional.of(
            new Opening.Refused(
                file + " is not a database",
                "Move it away, or name another directory with --data"));
      }
      return inspect(file, settings).map(Opening.Refused.class::cast);
    } catch (IOException | SQLException broken) {
      return Optional.of(
          new Opening.Refused(file + " cannot be read", "Check its rights, or restore a backup"));
    }
  }

  /**
   * Reads a database as it lies there, on a connection that can write nothing.
   *
   * @return empty where there is none, or none of today's schema
   */
  public static <T> Optional<T> glance(StoreSettings settings, Function<Handle, T> reader) {
    var file = settings.data().resolve("slugline.db");
    try {
      if (!Files.exists(file) || Files.size(file) == 0 || !startsWithMagic(file)) {
        return Optional.empty();
      }
      var config = new SQLiteConfig();
      config.setBusyTimeout((int) settings.busy().toMillis());
      try (var connection = connect(file, config)) {
        if (Migrations.pragma(connection, "user_version") != Migrations.newest()) {
          return Optional.empty();
        }
        try (var handle = jdbi(Jdbi.create(connection)).open()) {
          handle.execute("PRAGMA query_only = true");
          return Optional.of(handle.inTransaction(reader::apply));
        }
      }
    } catch (IOException | SQLException | RuntimeException broken) {
      throw translated(broken);
    }
  }

  private static Optional<Opening> inspect(Path file, StoreSettings settings) throws SQLException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) settings.busy().toMillis());
    try (var connection = connect(file, config)) {
      // first: whoever makes the file beside us puts tables and our name in at once
      var empty = Migrations.pragma(connection, "schema_version") == 0;
      var id = Migrations.pragma(connection, "application_id");
      var version = Migrations.pragma(connection, "user_version");
      if (id != Migrations.APPLICATION_ID && !empty) {
        return Optional.of(
            new Opening.Refused(
                file + " belongs to another program",
                "Move it away, or name another directory with --data"));
      }
      if (version > Migrations.newest()) {
        return Optional.of(
            new Opening.Refused(
                file + " was written by a newer Slugline (schema " + version + ")",
                "Install that version; an older one would damage it"));
      }
      return Optional.empty();
    }
  }

  private static boolean startsWithMagic(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static SQLiteConfig config(StoreSettings settings, SQLiteConfig.TransactionMode mode) {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) settings.busy().toMillis());
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    config.setCacheSize(-16_000);
    return config;
  }

  private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  private static HikariDataSource pool(Path file, SQLiteConfig config) {
    var hikari = new HikariConfig();
    hikari.setPoolName("slugline-readers");
    hikari.setJdbcUrl("jdbc:sqlite:" + file);
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
    return data;
  }

  /** Where pictures and sounds are kept, by content. */
  public Path media() {
    return data.resolve("media");
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
      throw translated(broken);
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
    try {
      return writer.inTransaction(work::apply);
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
          var file = data.resolve("slugline.db");
          // on a connection of its own: it wants no statement of the same one to be under way
          try (var connection = connect(file, fresh);
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
        throw translated(new IllegalStateException(broken));
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

  private static <T> T await(Future<T> future) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true; // what was begun is finished; the caller sees the flag afterwards
        } catch (ExecutionException failed) {
          var cause = failed.getCause();
          throw translated(cause == null ? failed : cause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException translated(Throwable broken) {
    var storage = storage(broken);
    if (storage.isPresent()) {
      return storage.get();
    }
    if (broken instanceof Error error) {
      throw error;
    }
    return broken instanceof RuntimeException ours ? ours : new IllegalStateException(broken);
  }

  private static Optional<StorageException> storage(Throwable broken) {
    for (var cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        var kind =
            switch (sqlite.getResultCode().code & 0xff) {
              case 5, 6 -> StorageException.Kind.LOCKED;
              case 8, 14, 10 -> StorageException.Kind.READ_ONLY;
              case 13 -> StorageException.Kind.FULL;
              case 11, 26 -> StorageException.Kind.DAMAGED;
              default -> null;
            };
        return kind == null ? Optional.empty() : Optional.of(new StorageException(kind, broken));
      }
    }
    return Optional.empty();
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
      pool.close();
      watcher.close();
      writer.close();
      connection.close(); // the last one folds the log into the file
      locks.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException broken) {
      throw translated(broken);
    }
  }
}

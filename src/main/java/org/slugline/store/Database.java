package org.slugline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
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

  private final DatabaseFile file;
  private final Locks locks;
  private final SQLiteConfig fresh;
  private final Writer writer;
  private final Watch watch;
  private final HikariDataSource pool;
  private final Jdbi reading;

  private Database(DatabaseFile file, Locks locks) throws SQLException {
    this.file = file;
    this.locks = locks;
    fresh = file.lasting(SQLiteConfig.TransactionMode.IMMEDIATE);
    var connection = file.connect(fresh);
    try {
      Migrations.run(connection);
      var readConfig = file.lasting(SQLiteConfig.TransactionMode.DEFERRED);
      watch = new Watch(file.connect(readConfig));
      pool = pool(file, readConfig);
      reading = jdbi(Jdbi.create(pool));
      writer = new Writer(file, connection, jdbi(Jdbi.create(connection)).open());
    } catch (SQLException | RuntimeException broken) {
      connection.close();
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
      throw file.translated(broken);
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
      throw file.translated(broken);
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
    try {
      return writer.write(work);
    } finally {
      watch.wrote();
    }
  }

  /**
   * Looks whether the file that was opened still lies where it lay: SQLite writes on into one that
   * was removed, and all of it is lost.
   *
   * @throws StorageException of the kind GONE
   */
  public void stand() {
    writer.stand();
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
    try {
      return writer.derive(work);
    } finally {
      watch.wrote();
    }
  }

  /**
   * Makes the file anew without what was deleted from it, and empties its log: what stood there
   * cannot be read any more. Writers wait meanwhile; some seconds for a gigabyte.
   */
  public void scrub() {
    writer.on(() -> {
      stand();
      // on a connection of its own: it wants no statement of the same one to be under way
      try (var connection = file.connect(fresh);
          var statement = connection.createStatement()) {
        statement.execute("VACUUM");
        return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    });
  }

  /** Changes whenever somebody, in this process or another, has committed; one pragma, no query. */
  public long dataVersion() {
    try {
      return watch.version();
    } catch (SQLException broken) {
      throw file.translated(broken);
    }
  }

  /**
   * {@link #dataVersion} for those who ask thousands of times a second: what this process wrote is
   * seen at once, what another one did within a hundredth of a second.
   */
  public long recentVersion() {
    try {
      return watch.recentVersion();
    } catch (SQLException broken) {
      throw file.translated(broken);
    }
  }

  /** Lets what was begun finish, folds the log into the file, and lets go of it. */
  @Override
  public void close() {
    try {
      writer.rest();
      if (!writer.stands()) {
        // the last to close removes the log by its name, and it may be that of another newsroom:
        // SQLite tells files by their number, which two disks give alike
        locks.close();
        return;
      }
      pool.close();
      watch.close();
      writer.close(); // the last one folds the log into the file
      locks.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException broken) {
      throw file.translated(broken);
    }
  }
}

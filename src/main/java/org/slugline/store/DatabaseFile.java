package org.slugline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * The file {@code slugline.db} as it lies there, and what may keep one from it. Its bytes are left
 * to SQLite: whoever opens and closes it by other ways lets go of all locks that this process holds
 * on it, and then another process takes its log away.
 */
record DatabaseFile(StoreSettings settings) {
  /** What a disk must have left so that anything can be done. */
  private static final long ROOM = 1 << 20;

  Path data() {
    return settings.data();
  }

  Path path() {
    return data().resolve("slugline.db");
  }

  /** What was committed and is not yet in the file. */
  private Path log() {
    return data().resolve("slugline.db-wal");
  }

  Path lock() {
    return data().resolve("lock");
  }

  /** Makes the directory; what is wrong with it as it is or cannot be made. */
  Optional<Opening.Refused> directory() {
    if (!Files.exists(data())) {
      try {
        Files.createDirectory(data());
      } catch (FileAlreadyExistsException _) {
        // another process was as quick
      } catch (IOException _) {
        return Optional.of(
            new Opening.Refused(
                "the data directory " + data() + " cannot be made",
                "Make its parent first, or name another with --data"));
      }
    }
    return unfit();
  }

  /** What is wrong with a directory that is there. */
  Optional<Opening.Refused> unfit() {
    if (!Files.isDirectory(data())) {
      return Optional.of(
          new Opening.Refused(
              data() + " is a file and no data directory", "Name a directory with --data"));
    }
    if (!Files.isWritable(data())) {
      return Optional.of(
          new Opening.Refused(
              "the data directory " + data() + " cannot be written",
              "Check its owner and rights, or name another with --data"));
    }
    if (Files.exists(lock()) && !Files.isWritable(lock())) {
      return Optional.of(
          new Opening.Refused(lock() + " cannot be written", "Check its owner and rights"));
    }
    return Optional.empty();
  }

  /** What is wrong with the file; there may be none yet. */
  Optional<Opening.Refused> refusal() throws SQLException, IOException {
    if (Files.isDirectory(path())) {
      return Optional.of(
          new Opening.Refused(
              path() + " is a directory and no database",
              "Move it away, or name another directory with --data"));
    }
    if (Files.exists(path()) && !(Files.isReadable(path()) && Files.isWritable(path()))) {
      return Optional.of(
          new Opening.Refused(
              "the database " + path() + " cannot be read and written",
              "Check its owner and rights"));
    }
    if (!isThere()) {
      return isMissed() ? Optional.of(missed()) : Optional.empty();
    }
    return inspect();
  }

  /** An empty file is what a process leaves that died before it made anything. */
  boolean isThere() throws IOException {
    return Files.exists(path()) && Files.size(path()) > 0;
  }

  /** Whether there was a database: SQLite would begin a new one, and clear the log away. */
  private boolean isMissed() throws IOException {
    return (Files.exists(lock()) && Files.size(lock()) > 0)
        || (Files.exists(log()) && Files.size(log()) > 0);
  }

  private Opening.Refused missed() {
    var how = Files.exists(path()) ? " is empty" : " is missing";
    return new Opening.Refused(
        "the database " + path() + how + ", and there was one",
        "Put it or a backup in its place; to begin anew, remove " + lock() + " too");
  }

  /** Too little space to write anything. */
  Optional<Opening.Refused> cramped() throws IOException {
    return Files.isDirectory(data()) && Files.getFileStore(data()).getUsableSpace() < ROOM
        ? Optional.of(new StorageException(StorageException.Kind.FULL, data()).refusal())
        : Optional.empty();
  }

  /** Looks through the whole of it; some seconds for a gigabyte. */
  Optional<Opening.Refused> damage() throws SQLException {
    try (var connection = connect(plain());
        var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      return row.next() && row.getString(1).equals("ok")
          ? Optional.empty()
          : Optional.of(new StorageException(StorageException.Kind.DAMAGED, path()).refusal());
    }
  }

  private Optional<Opening.Refused> inspect() throws SQLException {
    try (var connection = connect(plain())) {
      // first: whoever makes the file beside us puts tables and our name in at once
      var empty = Migrations.pragma(connection, "schema_version") == 0;
      var id = Migrations.pragma(connection, "application_id");
      var version = Migrations.pragma(connection, "user_version");
      if (id != Migrations.APPLICATION_ID && !empty) {
        return Optional.of(
            new Opening.Refused(
                path() + " belongs to another program",
                "Move it away, or name another directory with --data"));
      }
      if (version > Migrations.newest()) {
        return Optional.of(
            new Opening.Refused(
                path() + " was written by a newer Slugline (schema " + version + ")",
                "Install that version; an older one would damage it"));
      }
      return Optional.empty();
    }
  }

  /** Why SQLite did not do as it was told, in our words. */
  Opening.Refused refusal(SQLException broken) {
    if (broken instanceof SQLiteException sqlite && sqlite.getResultCode().code == 26) {
      return new Opening.Refused(
          path() + " is not a database", "Move it away, or name another directory with --data");
    }
    return storage(broken)
        .map(StorageException::refusal)
        .orElseGet(() ->
            new Opening.Refused(
                path() + ": " + broken.getMessage(),
                "See that nothing else uses the file, or put a backup in its place"));
  }

  /** As far as it was the disk or the file that failed. */
  Optional<StorageException> storage(Throwable broken) {
    for (var cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return kind(sqlite.getResultCode().code & 0xff)
            .map(kind -> new StorageException(kind, where(kind), broken));
      }
    }
    return Optional.empty();
  }

  private Path where(StorageException.Kind kind) {
    return switch (kind) {
      case FULL, READ_ONLY, FAILING -> data();
      case LOCKED, DAMAGED, GONE -> path();
    };
  }

  private Optional<StorageException.Kind> kind(int code) {
    return switch (code) {
      case 5, 6 -> Optional.of(StorageException.Kind.LOCKED);
      case 8, 14 -> Optional.of(StorageException.Kind.READ_ONLY);
      case 13 -> Optional.of(StorageException.Kind.FULL);
      case 11, 26 -> Optional.of(StorageException.Kind.DAMAGED);
      case 10 -> Optional.of(failing());
      default -> Optional.empty();
    };
  }

  /** A full disk that has no place for the log's index is no word of SQLite's. */
  private StorageException.Kind failing() {
    try {
      return cramped().isPresent() ? StorageException.Kind.FULL : StorageException.Kind.FAILING;
    } catch (IOException _) {
      return StorageException.Kind.FAILING;
    }
  }

  Connection connect(SQLiteConfig config) throws SQLException {
    return DriverManager.getConnection(url(), config.toProperties());
  }

  String url() {
    return "jdbc:sqlite:" + path();
  }

  /** A connection that leaves the file as it is. */
  SQLiteConfig plain() {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) settings.busy().toMillis());
    return config;
  }

  SQLiteConfig lasting(SQLiteConfig.TransactionMode mode) {
    var config = plain();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    config.setCacheSize(-16_000);
    return config;
  }

  /** Which file and which log lie there now, by disk and number. */
  Identity identity() {
    return new Identity(key(path()), key(log()));
  }

  /** Empty where there is none. */
  record Identity(Optional<Object> file, Optional<Object> log) {}

  private static Optional<Object> key(Path file) {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What a fault is to whoever asked: storage in trouble, else a fault of our own as it came. */
  RuntimeException translated(Throwable broken) {
    var storage = storage(broken);
    if (storage.isPresent()) {
      return storage.get();
    }
    if (broken instanceof Error error) {
      throw error;
    }
    return broken instanceof RuntimeException ours ? ours : new IllegalStateException(broken);
  }
}

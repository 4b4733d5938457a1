package org.slugline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.kit.Program;

/** A data directory is taken away, or another is put in its place. */
class VanishedTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path dir;

  @Test
  void nothingCountsAsStoredOnceTheDirectoryIsAway() throws IOException {
    var data = dir.resolve("data");
    var database = open(data);
    bump(database);
    Files.move(data, dir.resolve("away"));
    assertThatThrownBy(() -> bump(database))
        .isInstanceOfSatisfying(
            StorageException.class,
            gone -> assertThat(gone.kind()).isEqualTo(StorageException.Kind.GONE))
        .hasMessageContaining(data.resolve("slugline.db").toString());
    assertThat(number(database)).isEqualTo(1); // readers are served what there was
    Files.move(dir.resolve("away"), data);
    bump(database);
    database.close();
    try (var again = open(data)) {
      assertThat(number(again)).isEqualTo(2);
    }
  }

  @Test
  void whatIsDoneWhileTheDirectoryGoesAwayCountsNotAsStored() {
    var data = dir.resolve("data");
    var database = open(data);
    assertThatThrownBy(() ->
            database.change(handle -> {
              handle.attach(Revisions.class).bump("wire", NOON);
              move(data, dir.resolve("away"));
            }))
        .hasMessageContaining("taken away");
    database.close();
  }

  @Test
  void nothingIsStoredInAPlaceWhereAnotherNewsroomLies() throws IOException {
    var data = dir.resolve("data");
    var before = open(data);
    bump(before);
    Files.move(data, dir.resolve("away"));
    try (var after = open(data)) {
      bump(after);
      assertThatThrownBy(() -> bump(before)).hasMessageContaining("replaced");
      before.close();
      assertThat(number(after)).isEqualTo(1);
    }
  }

  @Test
  void nothingIsStoredPastALogThatSomebodyRemoved() throws IOException {
    try (var database = open(dir)) {
      bump(database);
      Files.delete(dir.resolve("slugline.db-wal"));
      assertThatThrownBy(() -> bump(database)).hasMessageContaining("taken away");
    }
  }

  /**
   * Two disks give their files the same numbers, by which alone SQLite tells them: whoever closed
   * the first file took the log of the second away, and the second was damaged by those who went on
   * in it.
   */
  @Test
  void whoeverClosesLeavesTheLogOfTheNewsroomOnTheNextDiskAlone() throws Exception {
    var data = dir.resolve("data");
    Files.createDirectory(data);
    assumeTrue(Program.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", data.toString()) == 0);
    try {
      var before = open(data);
      bump(before);
      assertThat(Program.run("umount", "-l", data.toString())).isZero();
      assertThat(Program.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", data.toString()))
          .isZero();
      try (var after = open(data)) {
        bump(after);
        before.close();
        assertThat(data.resolve("slugline.db-wal")).isNotEmptyFile();
        bump(after);
        try (var third = open(data)) {
          assertThat(number(third)).isEqualTo(2);
        }
      }
    } finally {
      assertThat(Program.run("umount", "-l", data.toString())).isZero();
    }
  }

  @Test
  void aDiskTooSmallForANewNewsroomIsFullAndWithMoreSpaceItIsMade() throws Exception {
    var data = Files.createDirectory(dir.resolve("data"));
    assumeTrue(
        Program.run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", data.toString()) == 0);
    try {
      assertRefused(data, "the disk is full, " + data);
      assertThat(Program.run("mount", "-o", "remount,size=8m", data.toString())).isZero();
      try (var database = open(data)) {
        bump(database);
        assertThat(number(database)).isEqualTo(1);
      }
    } finally {
      assertThat(Program.run("umount", "-l", data.toString())).isZero();
    }
  }

  @Test
  void noNewNewsroomIsMadeWhereTheDatabaseIsMissing() throws IOException {
    open(dir).close();
    var file = dir.resolve("slugline.db");
    Files.move(file, dir.resolve("aside"));
    assertRefused("is missing, and there was one");
    assertThat(file).doesNotExist();
    Files.createFile(file);
    assertRefused("is empty, and there was one");
    assertThat(file).isEmptyFile();
    Files.delete(dir.resolve("lock"));
    open(dir).close();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void aLogWithoutItsDatabaseIsKept() throws Exception {
    var log = dir.resolve("slugline.db-wal");
    try (var database = open(dir)) {
      bump(database);
      Files.copy(log, dir.resolve("aside"));
    }
    Files.delete(dir.resolve("slugline.db"));
    Files.delete(dir.resolve("lock"));
    Files.move(dir.resolve("aside"), log);
    assertRefused("is missing, and there was one");
    assertThat(log).isNotEmptyFile();
  }

  @Test
  void aDatabaseThatBeganAndWasNeverMadeIsMade() throws IOException {
    Files.createFile(dir.resolve("slugline.db"));
    open(dir).close();
    assertThat(dir.resolve("slugline.db")).isNotEmptyFile();
  }

  @Test
  void everyRefusalNamesThePlaceAndLeavesItAsItIs() throws IOException {
    Files.writeString(dir.resolve("letter"), "to the editor");
    assertRefused(dir.resolve("letter"), "is a file and no data directory");
    Files.createDirectories(dir.resolve("odd/slugline.db"));
    assertRefused(dir.resolve("odd"), "is a directory and no database");
    assertRefused(dir.resolve("no/such"), "cannot be made");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  /** Whom nothing is forbidden, as in most builds, is not asked. */
  @Test
  void aLockOfSomebodyElseIsNamedBeforeAnythingIsDone() throws IOException {
    open(dir).close();
    var lock = dir.resolve("lock");
    Files.setPosixFilePermissions(lock, Set.of(PosixFilePermission.OWNER_READ));
    assumeTrue(!Files.isWritable(lock));
    assertRefused(lock + " cannot be written");
    assertThat(Database.examine(settings(dir))).isPresent();
  }

  @Test
  void aTruncatedDatabaseIsDamagedAndSaysSo() throws IOException {
    open(dir).close();
    var file = dir.resolve("slugline.db");
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(10_000);
    }
    assertRefused("the database is damaged, " + file);
    assertThat(Database.examine(settings(dir)).orElseThrow().what())
        .isEqualTo("the database is damaged, " + file);
  }

  @Test
  void aPageOfTheDatabaseThatIsBrokenIsFoundByWhoLooks() throws Exception {
    open(dir).close();
    var page = page("outlet");
    try (var channel =
        java.nio.channels.FileChannel.open(
            dir.resolve("slugline.db"), java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[4096]), (page - 1) * 4096L);
    }
    assertThat(Database.examine(settings(dir)).orElseThrow().what()).contains("damaged");
  }

  private int page(String table) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'")) {
      return row.getInt(1);
    }
  }

  /**
   * Whoever closes a file lets go of all locks that his process holds on it, and then another
   * program's SQLite takes the log away under us.
   */
  @Test
  void whoLooksAtAnOpenDatabaseLeavesItLocked() throws Exception {
    var locks = Path.of("/proc/locks");
    assumeTrue(Files.isReadable(locks));
    try (var _ = open(dir)) {
      var number = ":" + Files.getAttribute(dir.resolve("slugline.db"), "unix:ino") + " ";
      assertThat(Files.readString(locks)).contains(number);
      assertThat(Database.examine(settings(dir))).isEmpty();
      assertThat(Database.glance(settings(dir), _ -> true)).isPresent();
      open(dir).close();
      assertThat(Files.readString(locks)).contains(number);
    }
  }

  private void assertRefused(String what) throws IOException {
    assertRefused(dir, what);
  }

  private static void assertRefused(Path data, String what) throws IOException {
    assertThat(Database.open(settings(data)))
        .isInstanceOfSatisfying(
            Opening.Refused.class,
            no -> assertThat(no.what()).contains(what).contains(data.toString()));
    if (Files.isDirectory(data)) {
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("media");
      }
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static void bump(Database database) {
    database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON));
  }

  private static long number(Database database) {
    return database.read(Revisions.class, table -> table.of("wire")).number();
  }

  private static StoreSettings settings(Path data) {
    return new StoreSettings(data, Duration.ofSeconds(1));
  }

  private static Database open(Path data) {
    return ((Opening.Opened) Database.open(settings(data))).database();
  }
}

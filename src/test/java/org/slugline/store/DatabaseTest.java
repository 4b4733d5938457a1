package org.slugline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path dir;

  @Test
  void whatWasWrittenIsThereAfterARestart() {
    try (var database = open(dir)) {
      database.change(handle -> handle.attach(Revisions.class).bump("articles", NOON));
    }
    try (var database = open(dir)) {
      assertThat(revision(database, "articles")).isEqualTo(new Revision(1, NOON));
    }
  }

  /** A server plans by what was counted before it began, and the table grows while it runs. */
  @Test
  void whatWasCountedOfAFewRowsIsForgottenAndOfManyKept() throws SQLException {
    try (var database = open(dir)) {
      database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON));
    }
    raw("ANALYZE");
    assertThat(counted()).isPositive();
    open(dir).close();
    assertThat(counted()).isZero();
    raw(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
            + " INSERT INTO revision (scope, number, changed) SELECT 's' || i, 1, 0 FROM n");
    raw("ANALYZE");
    open(dir).close();
    assertThat(counted()).isEqualTo(1);
  }

  private void raw(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int counted() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = connection.createStatement();
        var count =
            statement.executeQuery(
                "SELECT count(DISTINCT tbl) FROM sqlite_stat1 WHERE stat > ''")) {
      return count.getInt(1);
    }
  }

  @Test
  void aRevisionGrowsAndItsTimeNeverGoesBack() {
    try (var database = open(dir)) {
      database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON));
      database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON.minusSeconds(60)));
      assertThat(revision(database, "wire")).isEqualTo(new Revision(2, NOON));
    }
  }

  @Test
  void aFailedWriteLeavesNothingBehind() {
    try (var database = open(dir)) {
      assertThatThrownBy(() ->
              database.change(handle -> {
                handle.attach(Revisions.class).bump("wire", NOON);
                throw new IllegalStateException("broken");
              }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(revision(database, "wire")).isEqualTo(Revision.NONE);
    }
  }

  /** Each new item changes pages of ten indexes and tables, and each would go to a file first. */
  @Test
  void whatUndoesAStatementIsKeptInMemory() {
    try (var database = open(dir)) {
      assertThat(temporary(database.write(DatabaseTest::store))).isEqualTo("memory");
      database.scrub();
      assertThat(temporary(database.derive(DatabaseTest::store))).isEqualTo("memory");
      assertThat(temporary(database.read(DatabaseTest::store))).isEqualTo("as built");
    }
  }

  private static int store(Handle handle) {
    return handle.select("PRAGMA temp_store").mapTo(Integer.class).one();
  }

  private static String temporary(int store) {
    return List.of("as built", "file", "memory").get(store);
  }

  @Test
  void anotherProcessesCommitIsSeenByTheDataVersion() {
    try (var one = open(dir);
        var other = open(dir)) {
      var before = one.dataVersion();
      assertThat(one.dataVersion()).isEqualTo(before);
      other.change(handle -> handle.attach(Revisions.class).bump("wire", NOON));
      assertThat(one.dataVersion()).isNotEqualTo(before);
    }
  }

  @Test
  void readersCannotWrite() {
    try (var database = open(dir)) {
      assertThatThrownBy(() -> database.read(Revisions.class, table -> bumped(table)))
          .hasMessageContaining("cannot be written");
    }
  }

  @Test
  void aWriterThatFoundTheFileHeldWritesOnAndLetsGoOfItAgain() throws Exception {
    try (var database = open(dir);
        var other = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 200");
      for (var i = 0; i < 2; i++) {
        statement.execute("BEGIN IMMEDIATE");
        assertThatThrownBy(
                () -> database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON)))
            .isInstanceOf(StorageException.class);
        statement.execute("ROLLBACK");
        database.change(handle -> handle.attach(Revisions.class).bump("wire", NOON));
        statement.execute("BEGIN IMMEDIATE");
        statement.execute("UPDATE revision SET changed = changed + 1");
        statement.execute("COMMIT");
      }
      assertThat(database.read(Revisions.class, table -> table.of("wire")).number()).isEqualTo(2);
    }
  }

  @Test
  void aForeignDatabaseIsRefusedUntouched() throws Exception {
    var file = dir.resolve("slugline.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE theirs (x)");
    }
    var before = Files.readAllBytes(file);
    assertThat(Database.open(settings(dir)))
        .isInstanceOfSatisfying(
            Opening.Refused.class, no -> assertThat(no.what()).contains("another program"));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aNewerDatabaseIsRefused() throws SQLException {
    open(dir).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 9999");
    }
    assertThat(Database.open(settings(dir)))
        .isInstanceOfSatisfying(
            Opening.Refused.class, no -> assertThat(no.what()).contains("newer Slugline"));
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedUntouched() throws IOException {
    var file = dir.resolve("slugline.db");
    Files.writeString(file, "a letter to the editor");
    assertThat(Database.open(settings(dir))).isInstanceOf(Opening.Refused.class);
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("a letter to the editor");
  }

  @Test
  void theDirectoryIsMadeOnlyWhenItsParentExists() {
    open(dir.resolve("data")).close();
    assertThat(dir.resolve("data/slugline.db")).exists();
    assertThat(Database.open(settings(dir.resolve("no/such")))).isInstanceOf(Opening.Refused.class);
  }

  @Test
  void aPartOfTheLockIsHeldByOneAtATime() {
    try (var database = open(dir)) {
      try (var _ = database.take(Lock.Part.ROUND).orElseThrow()) {
        assertThat(database.take(Lock.Part.ROUND)).isEmpty();
      }
      database.take(Lock.Part.ROUND).orElseThrow().close();
    }
  }

  @Test
  void aTryInVainLeavesTheLockWithItsHolderAgainstOtherProcesses() throws Exception {
    try (var database = open(dir)) {
      try (var _ = database.take(Lock.Part.ROUND).orElseThrow()) {
        assertThat(database.take(Lock.Part.ROUND)).isEmpty();
        assertThat(anotherProcessTakesTheRound()).isEqualTo("held");
      }
      assertThat(anotherProcessTakesTheRound()).isEqualTo("taken");
    }
  }

  private String anotherProcessTakesTheRound() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TakesTheRound.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return said;
  }

  /** Another process that opens the same data directory. */
  static final class TakesTheRound {
    private TakesTheRound() {}

    static void main(String[] args) {
      try (var database = open(Path.of(args[0]))) {
        System.out.println(database.take(Lock.Part.ROUND).isPresent() ? "taken" : "held");
      }
    }
  }

  @Test
  void everyMigrationOfTheJarIsInTheSequence() throws IOException {
    var folder = Path.of("src/main/resources/org/slugline/store/migration");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .isEqualTo(Migrations.ALL);
    }
  }

  @Test
  void theFileIsOursAndInWalMode() throws SQLException {
    open(dir).close();
    try (var connection =
        DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"))) {
      assertThat(Migrations.pragma(connection, "application_id")).isEqualTo(0x534C5547);
      assertThat(Migrations.pragma(connection, "user_version")).isEqualTo(Migrations.newest());
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("PRAGMA journal_mode")) {
        assertThat(row.getString(1)).isEqualTo("wal");
      }
    }
  }

  private static Revision revision(Database database, String scope) {
    return database.read(Revisions.class, table -> table.of(scope));
  }

  private static int bumped(Revisions table) {
    table.bump("wire", NOON);
    return 1;
  }

  private static StoreSettings settings(Path data) {
    return new StoreSettings(data, Duration.ofSeconds(1));
  }

  private static Database open(Path data) {
    return ((Opening.Opened) Database.open(settings(data))).database();
  }
}

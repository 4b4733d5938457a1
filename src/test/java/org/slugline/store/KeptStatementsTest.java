package org.slugline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements are kept from one transaction to the next, and nobody notices. */
class KeptStatementsTest {
  private static final String SCOPES = "SELECT scope FROM revision WHERE number >= ? ORDER BY 1";

  @TempDir Path dir;
  private Database database;

  @BeforeEach
  void open() {
    database =
        ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(2)))).database();
    database.change(handle -> {
      put(handle, "a");
      put(handle, "b");
      put(handle, "c");
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static void put(Handle handle, String scope) {
    handle.execute("INSERT INTO revision VALUES (?, 1, 0)", scope);
  }

  private static List<String> scopes(Handle handle) {
    return handle.createQuery(SCOPES).bind(0, 1).mapTo(String.class).list();
  }

  @Test
  void aQueryThatWasLeftHalfReadHoldsNothingBack() throws SQLException {
    for (var i = 0; i < 20; i++) {
      var first =
          database.read(handle ->
              handle.createQuery(SCOPES).bind(0, 1).mapTo(String.class).findFirst().orElseThrow());
      assertThat(first).isEqualTo("a");
      var name = "d" + i;
      database.change(handle -> put(handle, name));
      assertThat(database.read(KeptStatementsTest::scopes)).contains(name);
    }
    // a reader that still stood on an old state would keep the log from being folded in
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"));
        var statement = other.createStatement();
        var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      assertThat(row.getInt("busy")).isZero();
    }
  }

  @Test
  void anInsertWhoseAnswerNobodyReadHoldsNothingBack() {
    for (var i = 0; i < 3; i++) {
      var name = "e" + i;
      database.change(
          handle -> handle.execute("INSERT INTO revision VALUES (?, 1, 0) RETURNING scope", name));
      assertThat(database.read(KeptStatementsTest::scopes)).contains(name);
    }
  }

  @Test
  void aQueryWithNamesIsPlannedOnce() {
    var first = database.write(KeptStatementsTest::named);
    assertThat(database.write(KeptStatementsTest::named)).isSameAs(first);
  }

  private static Object named(Handle handle) {
    return handle
        .createQuery("SELECT scope FROM revision WHERE number >= :least ORDER BY 1")
        .bind("least", 1)
        .map((_, context) -> (Object) context.getStatement())
        .list()
        .getFirst();
  }

  @Test
  void theSameQueryMayRunWithinItself() {
    var pairs = new ArrayList<String>();
    database.read(handle -> {
      handle
          .createQuery(SCOPES)
          .bind(0, 1)
          .mapTo(String.class)
          .forEach(outer -> scopes(handle).forEach(inner -> pairs.add(outer + inner)));
      return true;
    });
    assertThat(pairs).hasSize(9);
  }

  @Test
  void whatFailedOnceWorksTheNextTime() {
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> database.change(handle -> put(handle, "a")))
          .hasMessageContaining("UNIQUE");
      var name = "e" + i;
      database.change(handle -> put(handle, name));
      assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM revision")))
          .isInstanceOf(RuntimeException.class);
    }
    assertThat(database.read(KeptStatementsTest::scopes)).hasSize(6);
  }

  @Test
  void aBatchLeavesNothingBehindForTheNext() {
    for (var i = 0; i < 3; i++) {
      var name = "f" + i;
      database.change(handle -> {
        try (var batch = handle.prepareBatch("INSERT INTO revision VALUES (?, 1, 0)")) {
          batch.bind(0, name).add().bind(0, name + "x").add();
          batch.execute();
        }
      });
    }
    assertThat(database.read(KeptStatementsTest::scopes)).hasSize(9);
  }
}

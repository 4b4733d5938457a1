package org.slugline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Numbered scripts, forward only; {@code PRAGMA user_version} says how far a file has come. */
final class Migrations {
  /** "SLUG" */
  static final int APPLICATION_ID = 0x534C5547;

  static final List<String> ALL =
      List.of(
          "001-store-revision.sql",
          "002-access-tokens.sql",
          "003-desk-articles.sql",
          "004-wire-outlets.sql",
          "005-story-stories.sql",
          "006-search-index.sql",
          "007-access-sessions.sql",
          "008-story-todo.sql",
          "009-search-facts.sql",
          "010-story-reworded.sql",
          "011-story-edits.sql",
          "012-desk-answers.sql",
          "013-search-milestones.sql",
          "014-desk-erased.sql",
          "015-story-released.sql",
          "016-story-packs.sql");

  private Migrations() {}

  static int newest() {
    return ALL.size();
  }

  /** Each script is one transaction; safe beside another process that does the same. */
  static void run(Connection connection) throws SQLException {
    while (pragma(connection, "user_version") < newest()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        var done = pragma(connection, "user_version");
        if (done < newest()) {
          statement.executeUpdate(script(ALL.get(done)));
          statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
          statement.executeUpdate("PRAGMA user_version = " + (done + 1));
        }
        connection.commit();
        connection.setAutoCommit(true);
      } catch (SQLException | RuntimeException broken) {
        undo(connection, broken);
        throw broken;
      }
    }
  }

  /** On a full disk SQLite has undone it already, and says so by failing. */
  private static void undo(Connection connection, Exception broken) {
    try {
      connection.rollback();
    } catch (SQLException undone) {
      broken.addSuppressed(undone);
    }
  }

  static int pragma(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static String script(String name) {
    try (var in = Migrations.class.getResourceAsStream("migration/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the migration " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

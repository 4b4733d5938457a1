package org.slugline.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.WeakHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/**
 * Keeps the prepared statements of one connection: SQLite plans a short query for as long as it
 * runs it. One that is in use is not lent twice. For one thread at a time.
 */
final class KeptStatements implements StatementBuilder {
  private static final int KEPT = 200;

  private final DefaultStatementBuilder plain = new DefaultStatementBuilder();
  private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** Under which words each that is in use was asked for: Jdbi closes it under others. */
  private final Map<Statement, String> lent = new WeakHashMap<>();

  /** Given back to whom it was made for; of a pooled connection the one behind. */
  static StatementBuilderFactory factory() {
    var all = Collections.synchronizedMap(new WeakHashMap<Connection, KeptStatements>());
    return connection -> all.computeIfAbsent(physical(connection), _ -> new KeptStatements());
  }

  private static Connection physical(Connection connection) {
    try {
      return connection.unwrap(SQLiteConnection.class);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    var kept = idle.remove(sql);
    var statement = kept == null ? plain.create(physical(connection), sql, context) : kept;
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    var asked = lent.remove(statement);
    if (asked == null
        || !(statement instanceof PreparedStatement prepared)
        || prepared.isClosed()
        || idle.containsKey(asked)) {
      statement.close();
      return;
    }
    var unread = prepared.getResultSet();
    if (unread != null) {
      unread.close(); // else it is still under way: no commit, no checkpoint, no VACUUM passes it
    }
    prepared.clearBatch();
    prepared.clearParameters();
    idle.put(asked, prepared);
    if (idle.size() > KEPT) {
      idle.pollFirstEntry().getValue().close();
    }
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }
}

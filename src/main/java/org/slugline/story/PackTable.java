package org.slugline.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** The {@code pack} table: what a start reads in place of rows of {@code placement}. */
@RegisterConstructorMapper(PackTable.Span.class)
@RegisterConstructorMapper(PackTable.Member.class)
interface PackTable {
  /** Numbers of the placements in a pack, the first and the last. */
  record Span(long first, long last) {}

  record Member(long number, String piece, String bridges) {}

  /** The first that lives. */
  @SqlQuery(
      """
      SELECT number FROM placement WHERE arrival >= :horizon ORDER BY arrival, number LIMIT 1
      """)
  Optional<Long> first(@Bind("horizon") Instant horizon);

  @SqlQuery("SELECT first, last FROM pack WHERE last >= :number ORDER BY first")
  List<Span> spans(@Bind("number") long number);

  @SqlQuery("SELECT bytes FROM pack WHERE first = :first")
  @UseRowMapper(PackedRow.class)
  Packed packed(@Bind("first") long first);

  @SqlQuery(
      """
      SELECT number, piece, bridges FROM placement
       WHERE number BETWEEN :first AND :last ORDER BY number LIMIT :limit
      """)
  List<Member> members(
      @Bind("first") long first, @Bind("last") long last, @Bind("limit") int limit);

  @SqlUpdate("INSERT INTO pack (first, last, bytes) VALUES (:first, :last, :bytes)")
  void add(@Bind("first") long first, @Bind("last") long last, @Bind("bytes") byte[] bytes);

  /** Packs that end before a placement. */
  @SqlUpdate("DELETE FROM pack WHERE last < :number")
  void forget(@Bind("number") long number);

  /** The bytes of a pack. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packed(byte[] bytes) {}

  /** Jdbi would map bytes one by one. */
  final class PackedRow implements RowMapper<Packed> {
    @Override
    public Packed map(ResultSet row, StatementContext context) throws SQLException {
      return new Packed(row.getBytes(1));
    }
  }
}

package org.slugline.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** The {@code placement} table: the log of what the engine decided, in order. */
@RegisterConstructorMapper(PlacementTable.Row.class)
@RegisterConstructorMapper(PlacementTable.Member.class)
@RegisterConstructorMapper(PlacementTable.Sum.class)
interface PlacementTable {
  record Row(
      long number,
      String piece,
      String kind,
      long ref,
      long outlet,
      long story,
      Instant at,
      Instant arrival,
      Instant seen,
      double score,
      String reasons,
      String copyOf,
      String digest,
      String signature,
      String bridges,
      String merges) {}

  record Member(String piece, long outlet, long ref) {}

  /**
   * A story as its pieces make it, those that can be shown: their coverage is there.
   *
   * @param independent outlets with a report of their own: copies of one text are one report
   */
  record Sum(
      long story,
      int pieces,
      int outlets,
      int independent,
      Instant firstSeen,
      Instant lastSeen,
      Instant arrival,
      boolean hasOwn) {}

  @SqlBatch(
      """
      INSERT INTO placement (number, piece, kind, ref, outlet, story, at, arrival, seen, score,
                             reasons, copy_of, digest, signature, bridges, merges)
      VALUES (:number, :piece, :kind, :ref, :outlet, :story, :at, :arrival, :seen, :score,
              :reasons, :copyOf, :digest, :signature, :bridges, :merges)
      """)
  void add(@BindMethods List<Row> rows);

  @SqlQuery("SELECT coalesce(max(number), 0) FROM placement")
  long newest();

  @SqlQuery("SELECT * FROM placement WHERE number > :number ORDER BY number")
  List<Row> after(@Bind("number") long number);

  /** Pieces of the live window, in the order they were placed. */
  @SqlQuery(
      """
      SELECT piece, outlet, story, arrival, seen, copy_of, signature, bridges
        FROM placement WHERE number BETWEEN :first AND :last ORDER BY number
      """)
  @UseRowMapper(PlacedRow.class)
  void live(@Bind("first") long first, @Bind("last") long last, Consumer<Placed> each);

  /** By hand: a start reads a week of them. */
  final class PlacedRow implements RowMapper<Placed> {
    @Override
    public Placed map(ResultSet row, StatementContext context) throws SQLException {
      return new Placed(
          row.getString(1),
          row.getString(2),
          row.getLong(3),
          Instant.ofEpochMilli(row.getLong(4)),
          Instant.ofEpochMilli(row.getLong(5)),
          row.getString(6),
          row.getString(7),
          Placed.keys(row.getString(8)));
    }
  }

  @SqlQuery("SELECT max(arrival) FROM story WHERE ended = 0")
  Optional<Instant> clock();

  /**
   * What the members of stories come to.
   *
   * @param stories keys, a JSON list
   */
  @SqlQuery(
      """
      SELECT p.story, count(*) AS pieces, count(DISTINCT p.outlet) AS outlets,
             count(DISTINCT CASE WHEN p.copy_of = '' THEN p.outlet END) AS independent,
             min(p.seen) AS first_seen, max(p.seen) AS last_seen, max(p.arrival) AS arrival,
             max(p.outlet = 0) AS has_own
        FROM json_each(:stories) j JOIN placement p ON p.story = j.value
       WHERE EXISTS (SELECT 1 FROM coverage c WHERE c.kind = p.kind AND c.ref = p.ref)
       GROUP BY p.story
      """)
  List<Sum> sums(@Bind("stories") String stories);

  /** The pieces of a story that can be shown, by their own time. */
  @SqlQuery(
      """
      SELECT p.piece, p.outlet, p.ref
        FROM placement p
       WHERE p.story = :story
         AND EXISTS (SELECT 1 FROM coverage c WHERE c.kind = p.kind AND c.ref = p.ref)
       ORDER BY p.seen, p.number
      """)
  List<Member> members(@Bind("story") long story);

  @SqlQuery("SELECT * FROM placement WHERE piece = :piece")
  Optional<Row> ofPiece(@Bind("piece") String piece);

  @SqlUpdate("UPDATE placement SET story = :elder WHERE story = :younger")
  void move(@Bind("younger") long younger, @Bind("elder") long elder);

  @SqlUpdate("DELETE FROM placement WHERE piece = :piece")
  void remove(@Bind("piece") String piece);

  /** The vectors of the pieces of ended stories. */
  @SqlUpdate(
      """
      UPDATE placement SET signature = '', bridges = '', merges = ''
       WHERE story = :story AND signature <> ''
      """)
  int forgetVectors(@Bind("story") long story);
}

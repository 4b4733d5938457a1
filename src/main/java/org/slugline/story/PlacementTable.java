package org.slugline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code placement} table: the log of what the engine decided, in order. */
@RegisterConstructorMapper(PlacementTable.Row.class)
@RegisterConstructorMapper(PlacementTable.Member.class)
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

  /** A piece of a story that can be shown: its coverage is there. */
  record Member(String piece, long outlet, Instant seen, Instant arrival, String copyOf) {}

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

  /** All pieces of the live window, in the order they were placed. */
  @SqlQuery("SELECT * FROM placement WHERE arrival >= :horizon ORDER BY number")
  List<Row> live(@Bind("horizon") Instant horizon);

  @SqlQuery("SELECT max(arrival) FROM story WHERE ended = 0")
  Optional<Instant> clock();

  @SqlQuery(
      """
      SELECT p.piece, p.outlet, p.seen, p.arrival, p.copy_of
        FROM placement p
       WHERE p.story = :story
         AND EXISTS (SELECT 1 FROM coverage c WHERE c.kind = p.kind AND c.ref = p.ref)
       ORDER BY p.seen, p.number
      """)
  List<Member> members(@Bind("story") long story);

  @SqlUpdate("UPDATE placement SET story = :elder WHERE story = :younger")
  void move(@Bind("younger") long younger, @Bind("elder") long elder);

  /** Our own articles that stand in a story and are not released any more. */
  @SqlQuery(
      """
      SELECT * FROM placement p
       WHERE p.piece >= 'a' AND p.piece < 'b'
         AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = p.kind AND c.ref = p.ref)
      """)
  List<Row> withdrawn();

  @SqlUpdate("DELETE FROM placement WHERE piece = :piece")
  void remove(@Bind("piece") String piece);

  /** Placements of pieces that retention has forgotten, in stories that have ended. */
  @SqlUpdate(
      """
      DELETE FROM placement
       WHERE story IN (SELECT id FROM story WHERE ended = 1)
         AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = placement.kind AND c.ref = placement.ref)
      """)
  int forgetVanished();

  /** The vectors of the pieces of ended stories. */
  @SqlUpdate(
      """
      UPDATE placement SET signature = '', bridges = '', merges = ''
       WHERE story = :story AND signature <> ''
      """)
  int forgetVectors(@Bind("story") long story);
}

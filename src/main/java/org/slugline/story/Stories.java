package org.slugline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Stories, for reading. */
@RegisterConstructorMapper(Story.class)
@RegisterConstructorMapper(StoryPiece.class)
public interface Stories {
  /**
   * Stories that two outlets or more carry, the latest moved first, before a place in that order.
   */
  @SqlQuery(
      """
      SELECT s.id, s.name, s.headline, s.lead, s.pieces, s.outlets, s.independent, s.first_seen,
             s.last_seen, s.article, NULL AS merged_into
        FROM story s
       WHERE s.merged_into IS NULL AND s.outlets > 1
         AND (s.last_seen, s.id) < (:before, :id)
       ORDER BY s.last_seen DESC, s.id DESC
       LIMIT :limit
      """)
  List<Story> moving(@Bind("before") Instant before, @Bind("id") long id, @Bind("limit") int limit);

  /** {@link #moving(Instant, long, int)} from the top. */
  default List<Story> moving(int limit) {
    return moving(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE, limit);
  }

  /** Stories that so many outlets report by themselves, and we do not; the widest first. */
  @SqlQuery(
      """
      SELECT s.id, s.name, s.headline, s.lead, s.pieces, s.outlets, s.independent, s.first_seen,
             s.last_seen, s.article, NULL AS merged_into
        FROM story s
       WHERE s.merged_into IS NULL AND s.outlets > 1 AND s.article IS NULL
         AND s.independent >= :independent AND s.last_seen >= :since
       ORDER BY s.independent DESC, s.last_seen DESC, s.id DESC
       LIMIT :limit
      """)
  List<Story> missing(
      @Bind("independent") int independent, @Bind("since") Instant since, @Bind("limit") int limit);

  /** Any story, also one that was merged into another or that a single outlet carries. */
  @SqlQuery(
      """
      SELECT s.id, s.name, s.headline, s.lead, s.pieces, s.outlets, s.independent, s.first_seen,
             s.last_seen, s.article, m.name AS merged_into
        FROM story s LEFT JOIN story m ON m.id = s.merged_into
       WHERE s.name = :name
      """)
  Optional<Story> byName(@Bind("name") String name);

  /** The story that a piece stands in, {@code a7} or {@code i12}. */
  @SqlQuery(
      """
      SELECT s.id, s.name, s.headline, s.lead, s.pieces, s.outlets, s.independent, s.first_seen,
             s.last_seen, s.article, NULL AS merged_into
        FROM placement p JOIN story s ON s.id = p.story
       WHERE p.piece = :piece
      """)
  Optional<Story> ofPiece(@Bind("piece") String piece);

  /** When each piece of a story came, in order; of the first 2,000. */
  @SqlQuery("SELECT seen FROM placement WHERE story = :story ORDER BY seen LIMIT 2000")
  List<Instant> times(@Bind("story") long story);

  /** The pieces of a story, by their own time. */
  @SqlQuery(
      """
      SELECT p.piece, p.kind, p.ref, p.outlet,
             coalesce((SELECT o.title FROM v1_outlets o WHERE o.id = p.outlet), '') AS outlet_title,
             c.language, c.title, c.summary, c.link, c.published, p.seen, p.score,
             p.reasons AS why, p.copy_of
        FROM placement p
        JOIN coverage c ON c.kind = p.kind AND c.ref = p.ref
       WHERE p.story = :story
       ORDER BY p.seen, p.kind, p.ref
      """)
  List<StoryPiece> pieces(@Bind("story") long story);
}

package org.slugline.story;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The stored related lists of our own articles, for reading. */
@RegisterConstructorMapper(RelatedPiece.class)
public interface Related {
  /** Other outlets' pieces beside one of ours, {@code a7}; the best first. */
  @SqlQuery(
      """
      SELECT p.piece, p.outlet,
             coalesce((SELECT o.title FROM v1_outlets o WHERE o.id = p.outlet), '') AS outlet_title,
             c.title AS headline, c.link AS url, c.published, r.score, r.why,
             p.story = ours.story AS same_story, r.rank
        FROM related r
        JOIN placement ours ON ours.piece = r.piece
        JOIN placement p ON p.piece = r.other
        JOIN coverage c ON c.kind = p.kind AND c.ref = p.ref
       WHERE r.piece = :piece
       ORDER BY r.rank
       LIMIT :limit
      """)
  List<RelatedPiece> of(@Bind("piece") String piece, @Bind("limit") int limit);

  /** Any stored piece, as a list of others would show it. */
  @SqlQuery(
      """
      SELECT p.piece, p.outlet,
             coalesce((SELECT o.title FROM v1_outlets o WHERE o.id = p.outlet), '') AS outlet_title,
             c.title AS headline, c.link AS url, c.published, 0.0 AS score, '' AS why,
             0 AS same_story
        FROM placement p
        JOIN coverage c ON c.kind = p.kind AND c.ref = p.ref
       WHERE p.piece = :piece
      """)
  List<RelatedPiece> shown(@Bind("piece") String piece);
}

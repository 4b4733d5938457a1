package org.slugline.story;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What we saw of a story's pieces, and when: who was first, who changed a headline. */
@RegisterConstructorMapper(Sighting.class)
@RegisterConstructorMapper(Wording.class)
@RegisterConstructorMapper(Growth.class)
public interface Ledger {
  /** Of each piece, the first seen first. */
  @SqlQuery(
      """
      SELECT p.piece, c.seen AS first_seen,
             CASE p.outlet WHEN 0 THEN c.seen
               ELSE (SELECT max(s.at) FROM sight s WHERE s.outlet = p.outlet AND s.at < c.seen)
             END AS unseen
        FROM placement p
        JOIN coverage c ON c.kind = p.kind AND c.ref = p.ref
       WHERE p.story = :story
       ORDER BY first_seen, p.piece
      """)
  List<Sighting> sightings(@Bind("story") long story);

  /** The stored headlines of its pieces, in order of time. */
  @SqlQuery(
      """
      SELECT e.piece, e.kind, e.at, e.title
        FROM placement p
        JOIN coverage_edit e ON e.kind = p.kind AND e.ref = p.ref
       WHERE p.story = :story
       ORDER BY e.at
      """)
  List<Wording> wordings(@Bind("story") long story);

  /**
   * How some stories grew; spans without pieces are left out.
   *
   * @param stories a JSON list of their numbers
   */
  @SqlQuery(
      """
      SELECT s.id AS story,
             max(0, min(11, (p.seen - s.first_seen) * 12 / (s.last_seen - s.first_seen + 1))) AS span,
             count(*) AS pieces
        FROM json_each(:stories) j
        JOIN story s ON s.id = j.value
        JOIN placement p ON p.story = s.id
       GROUP BY 1, 2
      """)
  List<Growth> growth(@Bind("stories") String stories);
}

package org.slugline.story;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Pieces and outlets whose words changed, as the triggers of the schema note them. */
@RegisterConstructorMapper(RewordedTable.Told.class)
interface RewordedTable {
  /**
   * A story with such a piece in it.
   *
   * @param leads whether it has its headline from such a piece
   */
  record Told(long id, String name, boolean leads) {}

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM reworded)")
  boolean any();

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM reworded WHERE kind = 'outlet')")
  boolean anyOutlet();

  @SqlUpdate(
      """
      UPDATE story
         SET headline = COALESCE((SELECT i.title FROM item i
                                   WHERE story.lead LIKE 'i%'
                                     AND i.id = CAST(substr(story.lead, 2) AS INTEGER)),
                                 (SELECT a.headline FROM article a
                                   WHERE story.lead LIKE 'a%' AND a.state = 'released'
                                     AND a.id = CAST(substr(story.lead, 2) AS INTEGER)),
                                 headline)
       WHERE id IN (SELECT p.story
                      FROM reworded r JOIN placement p ON p.piece = substr(r.kind, 1, 1) || r.ref)
      """)
  void retitle();

  /** The stories that readers see. */
  @SqlQuery(
      """
      SELECT s.id, s.name, max(s.lead = p.piece) AS leads
        FROM reworded r
        JOIN placement p ON p.piece = substr(r.kind, 1, 1) || r.ref
        JOIN story s ON s.id = p.story AND s.outlets > 1 AND s.merged_into IS NULL
       GROUP BY s.id ORDER BY s.id
      """)
  List<Told> told();

  /** Those with a piece of an outlet that is called otherwise now; reads all placements. */
  @SqlQuery(
      """
      SELECT s.id, s.name, 0 AS leads
        FROM placement p
        JOIN story s ON s.id = p.story AND s.outlets > 1 AND s.merged_into IS NULL
       WHERE p.outlet IN (SELECT ref FROM reworded WHERE kind = :kind)
       GROUP BY s.id ORDER BY s.id
      """)
  List<Told> ofOutlets(@Bind("kind") String kind);

  /** Our own pieces that name such a piece beside them. */
  @SqlQuery(
      """
      SELECT DISTINCT l.piece
        FROM reworded r JOIN related l ON l.other = substr(r.kind, 1, 1) || r.ref
       WHERE r.kind <> 'outlet' AND l.piece LIKE 'a%'
       ORDER BY l.piece
      """)
  List<String> beside();

  @SqlUpdate("DELETE FROM reworded")
  void clear();
}

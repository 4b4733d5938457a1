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

/** The {@code story} table as grouping writes it; {@link Stories} is for reading. */
@RegisterConstructorMapper(StoryTable.Row.class)
@RegisterConstructorMapper(StoryTable.Merged.class)
interface StoryTable {
  record Row(
      long id,
      String name,
      String headline,
      String lead,
      int pieces,
      int outlets,
      int independent,
      Instant firstSeen,
      Instant lastSeen,
      Optional<Long> article,
      Instant arrival) {
    /** Whether a reader can see it: one outlet alone is not called a story. */
    boolean isShown() {
      return outlets > 1;
    }

    /** None of its pieces can be shown any more. */
    Row emptied() {
      return new Row(
          id, name, headline, lead, 0, 0, 0, firstSeen, lastSeen, Optional.empty(), arrival);
    }
  }

  record Merged(long id, long into) {}

  @SqlBatch(
      """
      INSERT INTO story (id, name, headline, lead, pieces, outlets, independent, first_seen,
                         last_seen, article, merged_into, arrival, ended)
      VALUES (:id, :name, :headline, :lead, :pieces, :outlets, :independent, :firstSeen,
              :lastSeen, :article, NULL, :arrival, 0)
      """)
  void add(@BindMethods List<Row> rows);

  @SqlBatch(
      """
      UPDATE story
         SET headline = :headline, lead = :lead, pieces = :pieces, outlets = :outlets,
             independent = :independent, first_seen = :firstSeen, last_seen = :lastSeen,
             article = :article, arrival = :arrival
       WHERE id = :id
      """)
  void update(@BindMethods List<Row> rows);

  /**
   * @param ids a JSON list
   * @param ended whether also of stories that have ended
   */
  @SqlQuery(
      """
      SELECT s.* FROM json_each(:ids) j JOIN story s ON s.id = j.value
       WHERE s.ended = 0 OR :ended ORDER BY s.id
      """)
  List<Row> byIds(@Bind("ids") String ids, @Bind("ended") boolean ended);

  @SqlQuery("SELECT coalesce(max(id), 0) FROM story")
  long newest();

  @SqlUpdate(
      """
      UPDATE story SET merged_into = :elder, outlets = 0, independent = 0, pieces = 0
       WHERE id = :younger OR merged_into = :younger
      """)
  void merge(@Bind("younger") long younger, @Bind("elder") long elder);

  @SqlQuery(
      """
      SELECT id, merged_into AS "into" FROM story
       WHERE merged_into IS NOT NULL AND ended = 0 AND arrival >= :horizon ORDER BY arrival, id
      """)
  List<Merged> merged(@Bind("horizon") Instant horizon);

  @SqlQuery("SELECT id FROM story WHERE ended = 0 AND arrival < :horizon LIMIT :limit")
  List<Long> over(@Bind("horizon") Instant horizon, @Bind("limit") int limit);

  @SqlUpdate("UPDATE story SET ended = 1 WHERE id = :id")
  void end(@Bind("id") long id);
}

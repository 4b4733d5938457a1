package org.slugline.story;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The view {@code coverage}, as grouping reads it. */
@RegisterConstructorMapper(CoverageRow.class)
@RegisterConstructorMapper(CoverageTable.Todo.class)
@RegisterConstructorMapper(CoverageTable.Title.class)
interface CoverageTable {
  /**
   * A piece that came or went.
   *
   * @param came milliseconds since 1970; 0 it went
   */
  record Todo(long came, String kind, long ref) {
    boolean isGone() {
      return came == 0;
    }

    String piece() {
      return (kind.equals("item") ? "i" : "a") + ref;
    }
  }

  /** What grouping has yet to look at: first what went, then what came, in order of arrival. */
  @SqlQuery("SELECT * FROM grouping_todo ORDER BY came, kind, ref LIMIT :limit")
  List<Todo> todo(@Bind("limit") int limit);

  /** Of the first {@code limit} of {@link #todo} those that came and have no placement. */
  @SqlQuery(
      """
      SELECT c.piece, c.kind, c.ref, coalesce(c.outlet, 0) AS outlet, c.language, c.title, c.summary,
             substr(c.text, 1, 600) AS text, c.published, c.seen, c.digest
        FROM (SELECT * FROM grouping_todo ORDER BY came, kind, ref LIMIT :limit) t
        JOIN coverage c ON c.kind = t.kind AND c.ref = t.ref
       WHERE t.came > 0
         AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.piece = c.piece)
      """)
  List<CoverageRow> waiting(@Bind("limit") int limit);

  /** Done up to and with this one. */
  @SqlUpdate("DELETE FROM grouping_todo WHERE (came, kind, ref) <= (:came, :kind, :ref)")
  void done(@BindMethods Todo last);

  record Title(String piece, String title) {}

  /**
   * @param refs a JSON list
   */
  @SqlQuery(
      """
      SELECT c.piece, c.title
        FROM json_each(:refs) j JOIN coverage c ON c.kind = :kind AND c.ref = j.value
      """)
  List<Title> titles(@Bind("kind") String kind, @Bind("refs") String refs);
}

package org.slugline.access;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code audit} table. */
@RegisterConstructorMapper(AuditTable.Act.class)
public interface AuditTable {
  /** One act; see {@link Audit#add}. */
  record Act(long id, Instant at, String who, String act, String what, String detail) {}

  /** The newest first. */
  @SqlQuery("SELECT * FROM audit WHERE id < :before ORDER BY id DESC LIMIT :limit")
  List<Act> before(@Bind("before") long before, @Bind("limit") int limit);

  /** Who did what to it stays; the words that came with it go. */
  @SqlUpdate("UPDATE audit SET detail = '' WHERE what = :what AND detail <> ''")
  void forgetWords(@Bind("what") String what);

  /** The largest number among the articles that it speaks of, erased ones too; 0 without any. */
  @SqlQuery(
      """
      SELECT COALESCE(max(CAST(substr(what, length('article:') + 1) AS INTEGER)), 0)
        FROM audit WHERE what >= 'article:' AND what < 'article;'
      """)
  long largestArticle();
}

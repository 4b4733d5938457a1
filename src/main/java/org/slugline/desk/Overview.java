package org.slugline.desk;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What lies on the desk, in any state: for editors alone. */
@RegisterRowMapper(ArticleRow.class)
@RegisterConstructorMapper(Asset.class)
public interface Overview {
  /**
   * What changed last first.
   *
   * @param state as {@link State#word} spells it
   */
  @SqlQuery(
      """
      SELECT * FROM article WHERE state = :state ORDER BY updated DESC, id DESC LIMIT :limit
      """)
  List<Article> in(@Bind("state") String state, @Bind("limit") int limit);

  /** What goes out next first. */
  @SqlQuery("SELECT * FROM article WHERE state = 'scheduled' ORDER BY due, id LIMIT :limit")
  List<Article> scheduled(@Bind("limit") int limit);

  /**
   * What was filed last first.
   *
   * @param state as {@link State#word} spells it; {@code ""} any
   * @param id of the last one seen
   */
  @SqlQuery(
      """
      SELECT * FROM article WHERE id < :id AND (:state = '' OR state = :state)
       ORDER BY id DESC LIMIT :limit
      """)
  List<Article> before(@Bind("state") String state, @Bind("id") long id, @Bind("limit") int limit);

  /** Pictures and sounds, what was taken in last first. */
  @SqlQuery(
      """
      SELECT name, type, bytes, width, height, caption, credit
        FROM media ORDER BY added DESC, name LIMIT :limit OFFSET :offset
      """)
  List<Asset> media(@Bind("limit") int limit, @Bind("offset") int offset);
}

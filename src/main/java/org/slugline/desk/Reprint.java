package org.slugline.desk;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code desk_base} table: the address of the site that the stored pages were printed with. */
@RegisterRowMapper(ArticleRow.class)
public interface Reprint {
  @SqlQuery("SELECT base FROM desk_base")
  Optional<String> base();

  @SqlUpdate("INSERT OR REPLACE INTO desk_base (id, base) VALUES (1, :base)")
  void put(@Bind("base") String base);

  @SqlQuery("SELECT * FROM article WHERE id > :id ORDER BY id LIMIT 50")
  List<Article> after(@Bind("id") long id);
}

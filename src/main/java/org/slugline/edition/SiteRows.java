package org.slugline.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What sitemaps say of our articles. */
@RegisterConstructorMapper(SiteRows.Page.class)
public interface SiteRows {
  /** A released article. */
  record Page(String slug, String headline, String language, Instant published, Instant updated) {}

  /** In the order of publication, the oldest first, so that full parts stay as they are. */
  @SqlQuery(
      """
      SELECT slug, headline, language, published, updated
        FROM article WHERE state = 'released'
       ORDER BY published, id LIMIT :limit OFFSET :offset
      """)
  List<Page> pages(@Bind("limit") int limit, @Bind("offset") int offset);

  @SqlQuery(
      """
      SELECT slug, headline, language, published, updated
        FROM article WHERE state = 'released' AND published >= :since
       ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Page> since(@Bind("since") Instant since, @Bind("limit") int limit);

  @SqlQuery("SELECT count(*) FROM article WHERE state = 'released'")
  int released();

  @SqlQuery(
      """
      SELECT published FROM article WHERE state = 'released'
       ORDER BY published DESC, id DESC LIMIT 1
      """)
  Optional<Instant> newest();
}

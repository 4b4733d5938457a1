package org.slugline.edition;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The mastheads that editions were printed under. */
public interface Imprints {
  @SqlQuery(
      """
      SELECT scope FROM revision
       WHERE scope >= 'masthead:' AND scope < 'masthead;'
       ORDER BY changed DESC, number DESC LIMIT 1
      """)
  Optional<String> last();
}

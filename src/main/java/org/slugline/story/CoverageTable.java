package org.slugline.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The view {@code coverage}, as grouping reads it. */
@RegisterConstructorMapper(CoverageRow.class)
interface CoverageTable {
  /** Pieces without a placement, in order of arrival, of those that came since. */
  @SqlQuery(
      """
      SELECT c.piece, c.kind, c.ref, coalesce(c.outlet, 0) AS outlet, c.language, c.title, c.summary,
             substr(c.text, 1, 600) AS text, c.published, c.seen, c.digest
        FROM coverage c
       WHERE c.seen >= :since
         AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.piece = c.piece)
       ORDER BY c.seen, c.kind, c.ref
       LIMIT :limit
      """)
  List<CoverageRow> unplaced(@Bind("since") Instant since, @Bind("limit") int limit);

  @SqlQuery("SELECT title FROM coverage WHERE kind = :kind AND ref = :ref")
  Optional<String> title(@Bind("kind") String kind, @Bind("ref") long ref);

  /** Pieces there are, less placements there are. */
  @SqlQuery("SELECT (SELECT count(*) FROM coverage) - (SELECT count(*) FROM placement)")
  long missing();
}

package org.slugline.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The {@code revision} table: what changed what is printed. Scopes: {@code articles}, {@code
 * article:7}, {@code stories}, {@code story:k7f}, {@code outlets}, {@code outlet:3}, {@code wire},
 * {@code corrections}.
 */
public interface Revisions {
  /** Called in the transaction that changes what the scope prints. */
  @SqlUpdate(
      """
      INSERT INTO revision (scope, number, changed) VALUES (:scope, 1, :now)
      ON CONFLICT (scope) DO UPDATE
         SET number = number + 1, changed = max(changed, excluded.changed)
      """)
  void bump(@Bind("scope") String scope, @Bind("now") Instant now);

  /** {@link #bump} for each scope with the moment that stands in its place. */
  @SqlBatch(
      """
      INSERT INTO revision (scope, number, changed) VALUES (:scope, 1, :now)
      ON CONFLICT (scope) DO UPDATE
         SET number = number + 1, changed = max(changed, excluded.changed)
      """)
  void bump(@Bind("scope") Iterable<String> scopes, @Bind("now") Iterable<Instant> moments);

  @SqlQuery("SELECT number, changed FROM revision WHERE scope = :scope")
  Optional<Revision> find(@Bind("scope") String scope);

  default Revision of(String scope) {
    return find(scope).orElse(Revision.NONE);
  }
}

package org.slugline.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code token} table. */
@RegisterConstructorMapper(TokenTable.Row.class)
interface TokenTable {
  record Row(String name, String digest, String scopes, Instant created, Optional<Instant> used) {}

  @SqlUpdate(
      """
      INSERT INTO token (name, digest, scopes, created)
      VALUES (:name, :digest, :scopes, :created) ON CONFLICT (name) DO NOTHING
      """)
  int add(
      @Bind("name") String name,
      @Bind("digest") String digest,
      @Bind("scopes") String scopes,
      @Bind("created") Instant created);

  @SqlQuery("SELECT name, digest, scopes, created, used FROM token WHERE digest = :digest")
  Optional<Row> byDigest(@Bind("digest") String digest);

  @SqlQuery("SELECT name, digest, scopes, created, used FROM token WHERE name = :name")
  Optional<Row> named(@Bind("name") String name);

  @SqlQuery("SELECT name, digest, scopes, created, used FROM token ORDER BY name")
  List<Row> all();

  @SqlUpdate("UPDATE token SET used = :day WHERE name = :name AND (used IS NULL OR used < :day)")
  int used(@Bind("name") String name, @Bind("day") Instant day);

  @SqlUpdate("DELETE FROM token WHERE name = :name")
  int remove(@Bind("name") String name);
}

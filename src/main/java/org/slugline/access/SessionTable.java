package org.slugline.access;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code session} table. */
@RegisterConstructorMapper(SessionTable.Row.class)
interface SessionTable {
  record Row(String id, String token, String proof, Instant opened, Instant expires) {}

  @SqlUpdate(
      """
      INSERT INTO session (id, token, proof, opened, expires)
      VALUES (:id, :token, :proof, :opened, :expires)
      """)
  void add(
      @Bind("id") String id,
      @Bind("token") String token,
      @Bind("proof") String proof,
      @Bind("opened") Instant opened,
      @Bind("expires") Instant expires);

  @SqlQuery("SELECT * FROM session WHERE id = :id AND expires > :now")
  Optional<Row> find(@Bind("id") String id, @Bind("now") Instant now);

  @SqlUpdate("UPDATE session SET expires = :expires WHERE id = :id")
  void extend(@Bind("id") String id, @Bind("expires") Instant expires);

  @SqlUpdate("DELETE FROM session WHERE id = :id")
  int remove(@Bind("id") String id);

  @SqlUpdate("DELETE FROM session WHERE expires <= :now")
  void forget(@Bind("now") Instant now);
}

package org.slugline.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code idempotency} table: requests that may come again. */
@RegisterConstructorMapper(Requests.Request.class)
public interface Requests {
  /** How long a key is remembered. */
  Duration KEPT = Duration.ofDays(7);

  /** A request that came before. */
  record Request(String digest, long article, int version, boolean created) {}

  @SqlQuery("SELECT digest, article, version, created FROM idempotency WHERE key = :key")
  Optional<Request> find(@Bind("key") String key);

  @SqlUpdate(
      """
      INSERT INTO idempotency (key, digest, article, version, created, at)
      VALUES (:key, :digest, :article, :version, :created, :at)
      """)
  void add(
      @Bind("key") String key,
      @Bind("digest") String digest,
      @Bind("article") long article,
      @Bind("version") int version,
      @Bind("created") boolean created,
      @Bind("at") Instant at);

  @SqlUpdate("DELETE FROM idempotency WHERE at < :before")
  void forget(@Bind("before") Instant before);
}

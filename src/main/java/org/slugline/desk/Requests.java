package org.slugline.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code idempotency} table: requests that may come again. */
@RegisterConstructorMapper(Requests.Request.class)
public interface Requests {
  /** How long a key is remembered. */
  Duration KEPT = Duration.ofDays(7);

  /**
   * A request that came before, and its answer.
   *
   * @param digest of the request's body
   * @param created whether the article was new then
   * @param location of the article, absolute
   * @param mark see {@link Sheet#mark}
   * @param body JSON; {@code ""} when a Slugline filed it that kept no answers
   */
  record Request(
      String digest,
      long article,
      int version,
      boolean created,
      String location,
      String mark,
      String body) {}

  @SqlQuery(
      """
      SELECT digest, article, version, created, location, mark, body
        FROM idempotency WHERE key = :key
      """)
  Optional<Request> find(@Bind("key") String key);

  @SqlUpdate(
      """
      INSERT INTO idempotency (key, digest, article, version, created, location, mark, body, at)
      VALUES (:key, :digest, :article, :version, :created, :location, :mark, :body, :at)
      """)
  void add(@Bind("key") String key, @BindMethods Request request, @Bind("at") Instant at);

  @SqlUpdate("DELETE FROM idempotency WHERE at < :before")
  void forget(@Bind("before") Instant before);
}

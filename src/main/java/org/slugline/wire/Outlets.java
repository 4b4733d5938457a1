package org.slugline.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code outlet} table, and {@code host}. Each method is one statement. */
@RegisterConstructorMapper(Outlet.class)
public interface Outlets {
  @SqlQuery("SELECT * FROM outlet WHERE removed IS NULL ORDER BY title COLLATE NOCASE, url, id")
  List<Outlet> all();

  @SqlQuery("SELECT * FROM outlet WHERE id = :id")
  Optional<Outlet> byId(@Bind("id") long id);

  /**
   * @param url in the form that it is stored in, see {@link Subscriptions#address}
   */
  @SqlQuery("SELECT * FROM outlet WHERE url = :url")
  Optional<Outlet> byUrl(@Bind("url") String url);

  @SqlQuery("SELECT count(*) FROM item WHERE outlet = :id")
  int items(@Bind("id") long id);

  /** The same, counted no further than to a limit. */
  @SqlQuery("SELECT count(*) FROM (SELECT 1 FROM item WHERE outlet = :id LIMIT :limit)")
  int itemsUpTo(@Bind("id") long id, @Bind("limit") int limit);

  /** When its newest pieces were published, the latest first. */
  @SqlQuery(
      """
      SELECT published FROM item WHERE outlet = :id ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Instant> published(@Bind("id") long id, @Bind("limit") int limit);

  /** When the first of those may be asked that are due; some asked to be left alone for longer. */
  @SqlQuery(
      """
      SELECT min(max(next_poll, rest)) FROM outlet
       WHERE status NOT IN ('gone', 'paused') AND next_poll <= :now
      """)
  Optional<Instant> overdue(@Bind("now") Instant now);

  /** When the next one falls due of those that are not. */
  @SqlQuery(
      "SELECT min(next_poll) FROM outlet WHERE status NOT IN ('gone', 'paused') AND next_poll >"
          + " :now")
  Optional<Instant> dueAfter(@Bind("now") Instant now);

  /** Whether one may be asked that never was. */
  @SqlQuery(
      """
      SELECT EXISTS (SELECT 1 FROM outlet
                      WHERE status NOT IN ('gone', 'paused') AND next_poll <= :now
                        AND rest <= :now AND last_poll IS NULL)
      """)
  boolean isFirstDue(@Bind("now") Instant now);

  @SqlQuery(
      "SELECT count(*) FROM outlet WHERE status NOT IN ('gone', 'paused') AND next_poll <= :now")
  int due(@Bind("now") Instant now);

  /** Its number when it was not there. */
  @SqlQuery(
      """
      INSERT INTO outlet (url, title, site, description, language, labels, named, status, failures,
             reason, error, etag, last_modified, validators_of, body_digest, asks, pace, moved_to,
             move_refused, next_poll, next_why, rest, leased, settings, added)
      VALUES (:url, :title, '', '', '', :labels, :named, 'ok', 0,
             '', '', '', '', '', '', '', 0, '',
             '', :due, 'it was added', 0, 0, '', :now)
      ON CONFLICT (url) DO NOTHING RETURNING id
      """)
  Optional<Long> add(
      @Bind("url") String url,
      @Bind("title") String title,
      @Bind("named") boolean named,
      @Bind("labels") String labels,
      @Bind("now") Instant now,
      @Bind("due") Instant due);

  @SqlUpdate("UPDATE outlet SET title = :title, named = 1 WHERE id = :id AND title <> :title")
  int rename(@Bind("id") long id, @Bind("title") String title);

  @SqlUpdate("UPDATE outlet SET labels = :labels WHERE id = :id AND labels <> :labels")
  int label(@Bind("id") long id, @Bind("labels") String labels);

  @SqlUpdate("UPDATE outlet SET settings = :settings WHERE id = :id AND settings <> :settings")
  int set(@Bind("id") long id, @Bind("settings") String settings);

  /** Whether it is there and was not removed. */
  @SqlQuery("SELECT EXISTS (SELECT 1 FROM outlet WHERE id = :id AND removed IS NULL)")
  boolean isShown(@Bind("id") long id);

  /** All of its items but what one of our stories cites. */
  @SqlUpdate(
      """
      DELETE FROM item WHERE outlet = :outlet AND 'i' || id NOT IN (SELECT piece FROM keep)
      """)
  int deleteItems(@Bind("outlet") long outlet);

  @SqlUpdate("DELETE FROM outlet WHERE id = :id")
  int delete(@Bind("id") long id);

  /** Hides it; its items stay. */
  @SqlUpdate(
      """
      UPDATE outlet SET removed = :now, status = 'gone', next_why = 'it was removed'
       WHERE id = :id AND removed IS NULL
      """)
  int hide(@Bind("id") long id, @Bind("now") Instant now);

  /** Brings back one that was hidden. */
  @SqlUpdate(
      """
      UPDATE outlet
         SET removed = NULL, status = 'ok', failures = 0, reason = '', error = '',
             failing_since = NULL, next_poll = :due, next_why = 'it was added'
       WHERE id = :id AND removed IS NOT NULL
      """)
  int unhide(@Bind("id") long id, @Bind("due") Instant due);

  @SqlUpdate("UPDATE outlet SET status = 'paused' WHERE id = :id AND status <> 'paused'")
  int pause(@Bind("id") long id);

  /** Also brings back one that was gone. */
  @SqlUpdate(
      """
      UPDATE outlet
         SET status = 'ok', failures = 0, reason = '', error = '', failing_since = NULL,
             next_poll = :due, next_why = 'it was resumed'
       WHERE id = :id AND status IN ('paused', 'gone')
      """)
  int resume(@Bind("id") long id, @Bind("due") Instant due);

  /** Takes a new address at once; what was remembered of the old one's answers is void. */
  @SqlUpdate(
      """
      UPDATE outlet
         SET url = :url, moved_to = '', moved_since = NULL, move_refused = '',
             status = CASE status WHEN 'moved' THEN 'ok' ELSE status END
       WHERE id = :id AND NOT EXISTS (SELECT 1 FROM outlet WHERE url = :url)
      """)
  int move(@Bind("id") long id, @Bind("url") String url);

  @SqlUpdate(
      """
      UPDATE outlet
         SET moved_to = '', moved_since = NULL, move_refused = :url,
             status = CASE status WHEN 'moved' THEN 'ok' ELSE status END
       WHERE id = :id
      """)
  int refuseMove(@Bind("id") long id, @Bind("url") String url);

  /** Leases all that are due, longest waiting first to be sorted by the caller. */
  @SqlQuery(
      """
      UPDATE outlet SET leased = :until
       WHERE status NOT IN ('gone', 'paused') AND next_poll <= :now AND rest <= :now
         AND (:alone OR leased <= :now)
      RETURNING *
      """)
  List<Outlet> claimDue(
      @Bind("now") Instant now, @Bind("until") Instant until, @Bind("alone") boolean alone);

  @SqlQuery(
      """
      UPDATE outlet SET leased = :until
       WHERE status = 'failing' AND rest <= :now AND (last_poll IS NULL OR last_poll <= :rested)
         AND (:alone OR leased <= :now)
      RETURNING *
      """)
  List<Outlet> claimFailing(
      @Bind("now") Instant now,
      @Bind("until") Instant until,
      @Bind("rested") Instant rested,
      @Bind("alone") boolean alone);

  @SqlQuery(
      """
      UPDATE outlet SET leased = :until
       WHERE id IN (<ids>) AND status NOT IN ('gone', 'paused') AND rest <= :now
         AND (:alone OR leased <= :now)
      RETURNING *
      """)
  List<Outlet> claim(
      @BindList("ids") List<Long> ids,
      @Bind("now") Instant now,
      @Bind("until") Instant until,
      @Bind("alone") boolean alone);

  @SqlUpdate("UPDATE outlet SET leased = 0 WHERE id IN (<ids>)")
  int release(
      @BindList(value = "ids", onEmpty = BindList.EmptyHandling.NULL_STRING) List<Long> ids);

  /** Asked, and nothing came of it: not again before. */
  @SqlUpdate(
      """
      UPDATE outlet
         SET next_poll = :next, next_why = 'what it sent could not be stored', leased = 0
       WHERE id IN (<ids>)
      """)
  int asked(
      @BindList(value = "ids", onEmpty = BindList.EmptyHandling.NULL_STRING) List<Long> ids,
      @Bind("next") Instant next);

  /** Those whose last poll lies between two moments. */
  @SqlQuery("SELECT * FROM outlet WHERE last_poll BETWEEN :from AND :to")
  List<Outlet> asked(@Bind("from") Instant from, @Bind("to") Instant to);

  @SqlQuery("SELECT name FROM host WHERE until > :now")
  List<String> restingHosts(@Bind("now") Instant now);

  @SqlUpdate(
      """
      INSERT INTO host (name, until) VALUES (:name, :until)
      ON CONFLICT (name) DO UPDATE SET until = max(until, excluded.until)
      """)
  void rest(@Bind("name") String name, @Bind("until") Instant until);

  /**
   * Not before its host may be asked again.
   *
   * @param after milliseconds more, so that not all come back at once
   */
  @SqlUpdate(
      """
      UPDATE outlet
         SET next_poll = max(next_poll, :after + coalesce((SELECT until FROM host WHERE name = :host), 0)),
             next_why = :host || ' asked to be left alone (429)', leased = 0
       WHERE id = :id
      """)
  void putOff(@Bind("id") long id, @Bind("host") String host, @Bind("after") long after);

  @SqlUpdate("DELETE FROM host WHERE until <= :now")
  int forgetHosts(@Bind("now") Instant now);
}

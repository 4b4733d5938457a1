package org.slugline.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.slugline.text.SafeHtml;

/** What feeds say beside the pieces in them; each method is one statement. */
public interface FeedRows {
  /**
   * A story as its feeds name it.
   *
   * @param lead summary of its most central piece
   * @param mergedInto name of the story that it became part of; {@code ""} while it stands
   */
  record StoryRow(
      String name,
      String headline,
      String lead,
      int pieces,
      int outlets,
      int independent,
      Instant firstSeen,
      Instant lastSeen,
      String mergedInto) {}

  /** An outlet as its feed names it. */
  record OutletRow(long id, String url, String title, String site, String language) {}

  /** A piece of others' coverage beside one of ours. */
  record RelatedRow(String subject, String outlet, String headline, String link, String language) {}

  /** One of ours, as printed. */
  record OwnRow(
      long id,
      String uri,
      String slug,
      String headline,
      String standfirst,
      SafeHtml html,
      String language,
      Instant published,
      Instant updated) {}

  /** Something that was withdrawn. */
  record GoneRow(String uri, Instant updated, String note) {}

  @SqlQuery(
      """
      SELECT s.name, s.headline,
             COALESCE((SELECT summary FROM item WHERE id = CAST(substr(s.lead, 2) AS INTEGER)
                                                  AND s.lead LIKE 'i%'),
                      (SELECT standfirst FROM article
                        WHERE id = CAST(substr(s.lead, 2) AS INTEGER) AND s.lead LIKE 'a%'
                          AND state = 'released'), '') AS lead,
             s.pieces, s.outlets, s.independent, s.first_seen, s.last_seen,
             COALESCE(m.name, '') AS mergedInto
        FROM story s LEFT JOIN story m ON m.id = s.merged_into
       WHERE s.name = :name
      """)
  @RegisterConstructorMapper(StoryRow.class)
  Optional<StoryRow> story(@Bind("name") String name);

  @SqlQuery(
      """
      SELECT s.name, s.headline,
             COALESCE((SELECT summary FROM item WHERE id = CAST(substr(s.lead, 2) AS INTEGER)
                                                  AND s.lead LIKE 'i%'),
                      (SELECT standfirst FROM article
                        WHERE id = CAST(substr(s.lead, 2) AS INTEGER) AND s.lead LIKE 'a%'
                          AND state = 'released'), '') AS lead,
             s.pieces, s.outlets, s.independent, s.first_seen, s.last_seen, '' AS mergedInto
        FROM story s
       WHERE s.merged_into IS NULL AND s.outlets > 1
       ORDER BY s.last_seen DESC, s.id DESC
       LIMIT :limit
      """)
  @RegisterConstructorMapper(StoryRow.class)
  List<StoryRow> moving(@Bind("limit") int limit);

  @SqlQuery("SELECT id, url, title, site, language FROM outlet WHERE id = :id")
  @RegisterConstructorMapper(OutletRow.class)
  Optional<OutletRow> outlet(@Bind("id") long id);

  /**
   * @param pieces a JSON list of {@code a7}
   */
  @SqlQuery(
      """
      SELECT r.piece AS subject, COALESCE(NULLIF(o.title, ''), o.url) AS outlet,
             i.title AS headline, i.link, COALESCE(NULLIF(i.language, ''), o.language) AS language
        FROM json_each(:pieces) j
        JOIN related r ON r.piece = j.value
        JOIN item i ON r.other LIKE 'i%' AND i.id = CAST(substr(r.other, 2) AS INTEGER)
        JOIN outlet o ON o.id = i.outlet
       ORDER BY j.key, r.rank
      """)
  @RegisterConstructorMapper(RelatedRow.class)
  List<RelatedRow> related(@Bind("pieces") String pieces);

  @SqlQuery(
      """
      SELECT id, uri, slug, headline, standfirst, html, language, published, updated
        FROM article
       WHERE state = 'released'
       ORDER BY published DESC, id DESC
       LIMIT :limit
      """)
  @RegisterConstructorMapper(OwnRow.class)
  List<OwnRow> newest(@Bind("limit") int limit);
}

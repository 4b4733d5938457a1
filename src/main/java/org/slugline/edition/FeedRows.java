package org.slugline.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.slugline.desk.Article;
import org.slugline.desk.ArticleRow;
import org.slugline.desk.Tombstone;

/** What feeds say beside the pieces in them; each method is one statement. */
public interface FeedRows {
  /** What a feed prints of an article: not what was filed, and its words only for a summary. */
  String PRINTED =
      """
      a.id, a.uri, a.slug, a.state, a.headline, a.standfirst, a.kicker, a.dateline, a.rights,
      '' AS body, a.body_type, a.html, CASE WHEN a.standfirst = '' THEN a.text ELSE '' END AS text,
      a.section, a.section_slug, a.language, a.authors, a.tags, a.images, a.videos, a.audio,
      '[]' AS sources, a.published, a.embargo, a.due, a.released, a.updated, a.version, a.note,
      a.digest
      """;

  /**
   * A story as its feeds name it.
   *
   * @param lead summary of its most central piece
   * @param updated when it was last told in other words or numbers
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
      Instant updated,
      String mergedInto) {}

  /** An outlet as its feed names it. */
  record OutletRow(long id, String url, String title, String site, String language) {}

  /** A piece of others' coverage beside one of ours. */
  record RelatedRow(String subject, String outlet, String headline, String link, String language) {}

  /**
   * A file of one of ours.
   *
   * @param called what the article calls it
   * @param name under {@code /media/}
   */
  record FileRow(
      long article,
      String called,
      String name,
      String type,
      long bytes,
      Optional<Integer> width,
      Optional<Integer> height) {}

  @SqlQuery(
      """
      SELECT s.name, s.headline,
             COALESCE((SELECT summary FROM item WHERE id = CAST(substr(s.lead, 2) AS INTEGER)
                                                  AND s.lead LIKE 'i%'),
                      (SELECT standfirst FROM article
                        WHERE id = CAST(substr(s.lead, 2) AS INTEGER) AND s.lead LIKE 'a%'
                          AND state = 'released'), '') AS lead,
             s.pieces, s.outlets, s.independent, s.first_seen,
             COALESCE((SELECT changed FROM revision WHERE scope = 'told:' || s.name), s.last_seen)
               AS updated,
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
             s.pieces, s.outlets, s.independent, s.first_seen,
             COALESCE((SELECT changed FROM revision WHERE scope = 'told:' || s.name), s.last_seen)
               AS updated, '' AS mergedInto
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

  /**
   * @param articles a JSON list of their numbers
   */
  @SqlQuery(
      """
      SELECT l.article, l.name AS called, m.name, m.type, m.bytes, m.width, m.height
        FROM json_each(:articles) j
        JOIN article_media l ON l.article = j.value
        JOIN media m ON m.name = l.media
       ORDER BY l.article, l.name
      """)
  @RegisterConstructorMapper(FileRow.class)
  List<FileRow> files(@Bind("articles") String articles);

  /**
   * Released articles by their numbers, in no order.
   *
   * @param articles a JSON list
   */
  @SqlQuery(
      "SELECT "
          + PRINTED
          + """
            FROM json_each(:articles) j
            JOIN article a ON a.id = j.value AND a.state = 'released'
          """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> articles(@Bind("articles") String articles);

  @SqlQuery(
      "SELECT "
          + PRINTED
          + """
            FROM article a
           WHERE a.state = 'released'
           ORDER BY a.published DESC, a.id DESC LIMIT :limit
          """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> newest(@Bind("limit") int limit);

  @SqlQuery(
      "SELECT "
          + PRINTED
          + """
            FROM article a
           WHERE a.state = 'released' AND a.section_slug = :slug
           ORDER BY a.published DESC, a.id DESC LIMIT :limit
          """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> newestOfSection(@Bind("slug") String slug, @Bind("limit") int limit);

  /**
   * @param kind {@code tag} or {@code author}
   */
  @SqlQuery(
      "SELECT "
          + PRINTED
          + """
            FROM article_label l JOIN article a ON a.id = l.article
           WHERE l.kind = :kind AND l.slug = :slug AND a.state = 'released'
           ORDER BY a.published DESC, a.id DESC LIMIT :limit
          """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> newestOfLabel(
      @Bind("kind") String kind, @Bind("slug") String slug, @Bind("limit") int limit);

  /** What readers saw under a label and may see no more, the latest first. */
  @SqlQuery(
      """
      SELECT a.uri, a.slug, v.at, a.note
        FROM article_label l
        JOIN article a ON a.id = l.article AND a.state = 'withdrawn' AND a.released IS NOT NULL
        JOIN article_version v ON v.article = a.id AND v.number = a.version
       WHERE l.kind = :kind AND l.slug = :slug
       ORDER BY v.at DESC LIMIT :limit
      """)
  @RegisterConstructorMapper(Tombstone.class)
  List<Tombstone> goneUnder(
      @Bind("kind") String kind, @Bind("slug") String slug, @Bind("limit") int limit);

  @SqlQuery(
      """
      SELECT a.uri, a.slug, v.at, a.note
        FROM article a
        JOIN article_version v ON v.article = a.id AND v.number = a.version
       WHERE a.section_slug = :slug AND a.state = 'withdrawn' AND a.released IS NOT NULL
       ORDER BY v.at DESC LIMIT :limit
      """)
  @RegisterConstructorMapper(Tombstone.class)
  List<Tombstone> goneFrom(@Bind("slug") String slug, @Bind("limit") int limit);

  /** When these were withdrawn. */
  @SqlQuery(
      """
      SELECT a.uri, a.slug, v.at, a.note
        FROM json_each(:articles) j
        JOIN article a ON a.id = j.value AND a.state = 'withdrawn'
        JOIN article_version v ON v.article = a.id AND v.number = a.version
      """)
  @RegisterConstructorMapper(Tombstone.class)
  List<Tombstone> gone(@Bind("articles") String articles);

  /** The last change of anything that is printed of these. */
  @SqlQuery(
      """
      SELECT COALESCE(max(r.changed), 0)
        FROM json_each(:articles) j
        JOIN revision r ON r.scope = 'article:' || j.value
      """)
  Instant changed(@Bind("articles") String articles);

  /** As {@code Articles.archive}, of one section. */
  @SqlQuery(
      """
      SELECT * FROM article
       WHERE section_slug = :slug AND released IS NOT NULL AND state IN ('released', 'withdrawn')
       ORDER BY released, id LIMIT :limit OFFSET :offset
      """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> archiveOfSection(
      @Bind("slug") String slug, @Bind("limit") int limit, @Bind("offset") int offset);

  /** As {@code Articles.archive}, of one tag or author. */
  @SqlQuery(
      """
      SELECT a.* FROM article_label l JOIN article a ON a.id = l.article
       WHERE l.kind = :kind AND l.slug = :slug
         AND a.released IS NOT NULL AND a.state IN ('released', 'withdrawn')
       ORDER BY a.released, a.id LIMIT :limit OFFSET :offset
      """)
  @RegisterRowMapper(ArticleRow.class)
  List<Article> archiveOfLabel(
      @Bind("kind") String kind,
      @Bind("slug") String slug,
      @Bind("limit") int limit,
      @Bind("offset") int offset);

  @SqlQuery(
      """
      SELECT count(*) FROM article
       WHERE section_slug = :slug AND released IS NOT NULL AND state IN ('released', 'withdrawn')
      """)
  int archivedInSection(@Bind("slug") String slug);

  @SqlQuery(
      """
      SELECT count(*) FROM article_label l JOIN article a ON a.id = l.article
       WHERE l.kind = :kind AND l.slug = :slug
         AND a.released IS NOT NULL AND a.state IN ('released', 'withdrawn')
      """)
  int archivedUnder(@Bind("kind") String kind, @Bind("slug") String slug);
}

package org.slugline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the desk. Lists for readers hold released articles only, newest first; they page by
 * the published time and the id of the last one seen.
 */
@RegisterRowMapper(ArticleRow.class)
@RegisterConstructorMapper(Version.class)
@RegisterConstructorMapper(Correction.class)
@RegisterConstructorMapper(Tombstone.class)
@RegisterConstructorMapper(Articles.Erased.class)
@RegisterConstructorMapper(Label.class)
@RegisterConstructorMapper(Shelf.class)
public interface Articles {
  /** An article under a tag or author. */
  record Shelved(String kind, String slug, long article, String name) {}

  /** An article of which the id alone is kept. */
  record Erased(String uri, Instant at) {}

  /** Later than any article: where a list begins. */
  Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** In any state; see {@link Article#isPublic}. */
  @SqlQuery("SELECT * FROM article WHERE slug = :slug")
  Optional<Article> bySlug(@Bind("slug") String slug);

  /** In any state. */
  @SqlQuery("SELECT * FROM article WHERE id = :id")
  Optional<Article> byId(@Bind("id") long id);

  /** In any state. */
  @SqlQuery("SELECT * FROM article WHERE uri = :uri")
  Optional<Article> byUri(@Bind("uri") String uri);

  /**
   * The article that had this address before, in any state.
   *
   * @param slug or, of an article that came with an archive, its whole path there, decoded
   */
  @SqlQuery(
      """
      SELECT a.* FROM article_slug s JOIN article a ON a.id = s.article WHERE s.slug = :slug
      """)
  Optional<Article> movedFrom(@Bind("slug") String slug);

  /** The article that has this address, else this id, else had this address before. */
  @SqlQuery(
      """
      SELECT * FROM article
       WHERE id = COALESCE(
           (SELECT id FROM article WHERE slug = :slug),
           (SELECT id FROM article WHERE uri = :uri),
           (SELECT article FROM article_slug WHERE slug = :slug))
      """)
  Optional<Article> holder(@Bind("slug") String slug, @Bind("uri") String uri);

  @SqlQuery(
      """
      SELECT * FROM article
       WHERE state = 'released' AND (published, id) < (:published, :id)
       ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Article> before(
      @Bind("published") Instant published, @Bind("id") long id, @Bind("limit") int limit);

  default List<Article> newest(int limit) {
    return before(END, Long.MAX_VALUE, limit);
  }

  /** Published from one instant until before another: a month of the archive. */
  @SqlQuery(
      """
      SELECT * FROM article
       WHERE state = 'released' AND published >= :from AND published < :until
       ORDER BY published DESC, id DESC
      """)
  List<Article> between(@Bind("from") Instant from, @Bind("until") Instant until);

  /** Months, UTC, that have articles, newest first: one look into the index for each. */
  @SqlQuery(
      """
      WITH RECURSIVE newest (at) AS (
        SELECT max(published) FROM article WHERE state = 'released'
        UNION ALL
        SELECT (SELECT max(published) FROM article
                 WHERE state = 'released'
                   AND published < 1000 * unixepoch(newest.at / 1000, 'unixepoch', 'start of month'))
          FROM newest WHERE newest.at IS NOT NULL)
      SELECT strftime('%Y-%m', at / 1000, 'unixepoch') FROM newest WHERE at IS NOT NULL
      """)
  List<String> months();

  @SqlQuery(
      """
      SELECT * FROM article
       WHERE state = 'released' AND section_slug = :slug AND (published, id) < (:published, :id)
       ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Article> bySection(
      @Bind("slug") String slug,
      @Bind("published") Instant published,
      @Bind("id") long id,
      @Bind("limit") int limit);

  default List<Article> bySection(String slug, int limit) {
    return bySection(slug, END, Long.MAX_VALUE, limit);
  }

  /**
   * @param kind {@code tag} or {@code author}
   */
  @SqlQuery(
      """
      SELECT a.* FROM article_label l JOIN article a ON a.id = l.article
       WHERE l.kind = :kind AND l.slug = :slug
         AND a.state = 'released' AND (a.published, a.id) < (:published, :id)
       ORDER BY a.published DESC, a.id DESC LIMIT :limit
      """)
  List<Article> byLabel(
      @Bind("kind") String kind,
      @Bind("slug") String slug,
      @Bind("published") Instant published,
      @Bind("id") long id,
      @Bind("limit") int limit);

  default List<Article> byTag(String slug, int limit) {
    return byLabel("tag", slug, END, Long.MAX_VALUE, limit);
  }

  default List<Article> byAuthor(String slug, int limit) {
    return byLabel("author", slug, END, Long.MAX_VALUE, limit);
  }

  /** Labels of released articles with how many stand under each, the fullest first. */
  @SqlQuery(
      """
      SELECT 'section' AS kind, section_slug AS slug, max(section) AS name, count(*) AS articles
        FROM article WHERE state = 'released' AND section <> '' GROUP BY section_slug
      UNION ALL
      SELECT l.kind, l.slug, max(l.name), count(*)
        FROM article_label l JOIN article a ON a.id = l.article
       WHERE a.state = 'released' GROUP BY l.kind, l.slug
       ORDER BY articles DESC, name
      """)
  List<Shelf> shelves();

  /** Sections that readers find something in, by name: one look into the index for each. */
  @SqlQuery(
      """
      WITH RECURSIVE known (slug) AS (
        SELECT min(section_slug) FROM article WHERE state = 'released' AND section_slug > ''
        UNION ALL
        SELECT (SELECT min(section_slug) FROM article
                 WHERE state = 'released' AND section_slug > known.slug)
          FROM known WHERE known.slug IS NOT NULL LIMIT 100)
      SELECT 'section' AS kind, slug,
             (SELECT section FROM article
               WHERE state = 'released' AND section_slug = known.slug
               ORDER BY published DESC, id DESC LIMIT 1) AS name,
             0 AS articles
        FROM known WHERE slug IS NOT NULL ORDER BY slug
      """)
  List<Shelf> sections();

  /** One of {@link #shelves}; empty when nothing that readers may see stands under it. */
  @SqlQuery(
      """
      SELECT 'section' AS kind, section_slug AS slug, max(section) AS name, count(*) AS articles
        FROM article
       WHERE :kind = 'section' AND state = 'released' AND section_slug = :slug AND section <> ''
       GROUP BY section_slug
      UNION ALL
      SELECT l.kind, l.slug, max(l.name), count(*)
        FROM article_label l JOIN article a ON a.id = l.article
       WHERE l.kind = :kind AND l.slug = :slug AND a.state = 'released'
       GROUP BY l.kind, l.slug
      """)
  Optional<Shelf> shelf(@Bind("kind") String kind, @Bind("slug") String slug);

  /** For the desk alone: every state, the last filed first. */
  @SqlQuery("SELECT * FROM article WHERE id < :id ORDER BY id DESC LIMIT :limit")
  List<Article> filed(@Bind("id") long id, @Bind("limit") int limit);

  /**
   * Pages of the feed archive, oldest release first: released ones and, so that a page keeps its
   * members, withdrawn ones that readers had seen.
   */
  @SqlQuery(
      """
      SELECT * FROM article
       WHERE released IS NOT NULL AND state IN ('released', 'withdrawn')
       ORDER BY released, id LIMIT :limit OFFSET :offset
      """)
  List<Article> archive(@Bind("limit") int limit, @Bind("offset") int offset);

  @SqlQuery(
      """
      SELECT count(*) FROM article
       WHERE released IS NOT NULL AND state IN ('released', 'withdrawn')
      """)
  int archived();

  /** For the desk alone: every version, the newest first. */
  @SqlQuery("SELECT * FROM article_version WHERE article = :article ORDER BY number DESC")
  List<Version> versions(@Bind("article") long article);

  /** What readers may see of the versions: from the release on, none of a withdrawn piece. */
  @SqlQuery(
      """
      SELECT v.* FROM article_version v JOIN article a ON a.id = v.article
       WHERE v.article = :article AND a.state = 'released' AND v.state = 'released'
       ORDER BY v.number DESC
      """)
  List<Version> history(@Bind("article") long article);

  /** How many there are. */
  @SqlQuery(
      """
      SELECT count(*) FROM article_version v JOIN article a ON a.id = v.article
       WHERE v.article = :article AND a.state = 'released' AND v.state = 'released'
      """)
  int editions(@Bind("article") long article);

  /** Clarifications, corrections and retractions of released articles, newest first. */
  @SqlQuery(
      """
      SELECT v.article, v.number, v.at, v.kind, v.note, a.slug, a.headline, a.uri
        FROM article_version v CROSS JOIN article a ON a.id = v.article
       WHERE a.state = 'released' AND v.state = 'released'
         AND v.kind IN ('clarification', 'correction', 'retraction')
         AND (v.at, v.article) < (:at, :article)
       ORDER BY v.at DESC, v.article DESC LIMIT :limit
      """)
  List<Correction> corrections(
      @Bind("at") Instant at, @Bind("article") long article, @Bind("limit") int limit);

  /**
   * Those of some articles, each one's latest first.
   *
   * @param ids a JSON list
   */
  @SqlQuery(
      """
      SELECT v.article, v.number, v.at, v.kind, v.note, a.slug, a.headline, a.uri
        FROM json_each(:ids) j
        JOIN article a ON a.id = j.value AND a.state = 'released'
        JOIN article_version v ON v.article = a.id AND v.state = 'released'
       WHERE v.kind IN ('clarification', 'correction', 'retraction')
       ORDER BY v.article, v.number DESC
      """)
  List<Correction> correctionsAmong(@Bind("ids") String ids);

  default List<Correction> corrections(int limit) {
    return corrections(END, Long.MAX_VALUE, limit);
  }

  /** Those of one article, newest first. */
  @SqlQuery(
      """
      SELECT v.article, v.number, v.at, v.kind, v.note, a.slug, a.headline, a.uri
        FROM article_version v JOIN article a ON a.id = v.article
       WHERE v.article = :article AND a.state = 'released' AND v.state = 'released'
         AND v.kind IN ('clarification', 'correction', 'retraction')
       ORDER BY v.number DESC
      """)
  List<Correction> correctionsOf(@Bind("article") long article);

  /** What readers saw and may see no more, the latest first. */
  @SqlQuery(
      """
      SELECT a.uri, a.slug, v.at, a.note
        FROM article a JOIN article_version v ON v.article = a.id AND v.number = a.version
       WHERE a.state = 'withdrawn' AND a.released IS NOT NULL
      UNION ALL
      SELECT uri, '', at, '' FROM article_erased WHERE released IS NOT NULL
       ORDER BY 3 DESC LIMIT :limit
      """)
  List<Tombstone> tombstones(@Bind("limit") int limit);

  /** Its story's public name, once another outlet has it too. */
  @SqlQuery(
      """
      SELECT s.id FROM v1_articles a JOIN v1_stories s ON s.id = a.story AND s.outlets > 1
       WHERE a.id = :id
      """)
  Optional<String> storyOf(@Bind("id") long id);

  /** When the next scheduled article is to be released. */
  @SqlQuery("SELECT min(due) FROM article WHERE state = 'scheduled'")
  Optional<Instant> nextDue();

  @SqlQuery(
      "SELECT * FROM article WHERE state = 'scheduled' AND due <= :now ORDER BY due, id LIMIT 100")
  List<Article> due(@Bind("now") Instant now);

  /** How many articles have, or had before they were erased, this id. */
  @SqlQuery(
      """
      SELECT (SELECT count(*) FROM article WHERE uri = :uri)
           + (SELECT count(*) FROM article_erased WHERE uri = :uri)
      """)
  int uses(@Bind("uri") String uri);

  /**
   * Those of some slugs and ids that an article has or had, also one that was erased.
   *
   * @param names a JSON list
   */
  @SqlQuery(
      """
      SELECT value FROM json_each(:names)
       WHERE EXISTS (SELECT 1 FROM article WHERE slug = value)
          OR EXISTS (SELECT 1 FROM article WHERE uri = value)
          OR EXISTS (SELECT 1 FROM article_slug WHERE slug = value)
          OR EXISTS (SELECT 1 FROM article_erased WHERE uri = value)
      """)
  Set<String> taken(@Bind("names") String names);

  /**
   * The one erased last of those whose id has this beginning and this end.
   *
   * @param end where it is {@code ""}, the beginning is the whole id
   */
  @SqlQuery(
      """
      SELECT uri, at FROM article_erased
       WHERE uri >= :start AND uri < :start || char(0x10ffff)
         AND substr(uri, length(:start) + 1) LIKE '%' || :end
         AND (:end <> '' OR uri = :start)
       ORDER BY at DESC LIMIT 1
      """)
  Optional<Erased> erased(@Bind("start") String start, @Bind("end") String end);

  @SqlQuery("SELECT COALESCE(max(id), 0) FROM article")
  long largest();

  @SqlQuery("SELECT EXISTS (SELECT 1 FROM article_erased)")
  boolean hasErased();

  @SqlBatch(
      """
      INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline, rights, body,
          body_type, html, text, section, section_slug, language, authors, tags, images, videos,
          audio, sources, published, embargo, due, released, updated, version, note, digest)
      VALUES (:id, :uri, :slug, :state, :headline, :standfirst, :kicker, :dateline, :rights, :body,
          :body_type, :html, :text, :section, :section_slug, :language, :authors, :tags, :images,
          :videos, :audio, :sources, :published, :embargo, :due, :released, :updated, :version,
          :note, :digest)
      """)
  void insert(@BindMap List<Map<String, @Nullable Object>> rows);

  @SqlUpdate(
      """
      UPDATE article
         SET slug = :slug, state = :state, headline = :headline, standfirst = :standfirst,
             kicker = :kicker, dateline = :dateline, rights = :rights, body = :body,
             body_type = :body_type, html = :html, text = :text, section = :section,
             section_slug = :section_slug, language = :language, authors = :authors, tags = :tags,
             images = :images, videos = :videos, audio = :audio, sources = :sources,
             published = :published, embargo = :embargo, due = :due, released = :released,
             updated = :updated, version = :version, note = :note, digest = :digest
       WHERE id = :id
      """)
  void update(@BindMap Map<String, @Nullable Object> row);

  @SqlUpdate("DELETE FROM article WHERE id = :id")
  void delete(@Bind("id") long id);

  @SqlUpdate("INSERT INTO article_erased (uri, at, released) VALUES (:uri, :at, :released)")
  void keepErased(
      @Bind("uri") String uri,
      @Bind("at") Instant at,
      @Bind("released") Optional<Instant> released);

  @SqlBatch(
      """
      INSERT INTO article_version (article, number, at, who, kind, note, state, headline,
          standfirst, html, fields)
      VALUES (:article, :number, :at, :who, :kind, :note, :state, :headline, :standfirst, :html,
          :fields)
      """)
  void addVersions(@BindMap List<Map<String, @Nullable Object>> rows);

  @SqlUpdate("INSERT OR REPLACE INTO article_slug (slug, article) VALUES (:slug, :article)")
  void leaveSlug(@Bind("slug") String slug, @Bind("article") long article);

  /** Where an archive had it, a whole path; the first that says so keeps it. */
  @SqlUpdate("INSERT OR IGNORE INTO article_slug (slug, article) VALUES (:path, :article)")
  void leavePath(@Bind("path") String path, @Bind("article") long article);

  @SqlUpdate("DELETE FROM article_slug WHERE slug = :slug")
  void takeSlug(@Bind("slug") String slug);

  @SqlUpdate("DELETE FROM article_label WHERE article = :article")
  void clearLabels(@Bind("article") long article);

  @SqlBatch(
      """
      INSERT OR IGNORE INTO article_label (kind, slug, article, name)
      VALUES (:kind, :slug, :article, :name)
      """)
  void addLabels(@BindMethods List<Shelved> labels);
}

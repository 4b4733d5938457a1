package org.slugline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code media} and {@code article_media} tables. */
@RegisterConstructorMapper(Asset.class)
@RegisterConstructorMapper(MediaTable.Attached.class)
public interface MediaTable {
  /**
   * A file of an article.
   *
   * @param called what the article calls it
   */
  record Attached(String called, @Nested Asset asset) {}

  @SqlQuery(
      "SELECT name, type, bytes, width, height, caption, credit FROM media WHERE name = :name")
  Optional<Asset> find(@Bind("name") String name);

  @SqlQuery(
      """
      SELECT l.name AS called, m.name, m.type, m.bytes, m.width, m.height, m.caption, m.credit
        FROM article_media l JOIN media m ON m.name = l.media
       WHERE l.article = :article
       ORDER BY l.name
      """)
  List<Attached> of(@Bind("article") long article);

  /** Whether an article that readers may see shows it. */
  @SqlQuery(
      """
      SELECT count(*) FROM article_media l JOIN article a ON a.id = l.article
       WHERE l.media = :name AND a.state = 'released'
      """)
  int shown(@Bind("name") String name);

  /** Those that no article holds, among these of one that is about to go. */
  @SqlQuery(
      """
      SELECT DISTINCT l.media FROM article_media l
       WHERE l.article = :article
         AND NOT EXISTS (SELECT 1 FROM article_media o
                          WHERE o.media = l.media AND o.article <> l.article)
      """)
  List<String> onlyOf(@Bind("article") long article);

  @SqlUpdate(
      """
      INSERT INTO media (name, type, bytes, width, height, caption, credit, added)
      VALUES (:name, :type, :bytes, :width, :height, :caption, :credit, :added)
      ON CONFLICT (name) DO UPDATE SET added = max(added, excluded.added)
      """)
  int add(@BindMethods Asset asset, @Bind("added") Instant added);

  /** Those that came before, and that no article shows in any of its versions. */
  @SqlQuery(
      """
      SELECT m.name FROM media m
       WHERE m.added < :before
         AND NOT EXISTS (SELECT 1 FROM article_media l WHERE l.media = m.name)
         AND NOT EXISTS (SELECT 1 FROM article_version v
                          WHERE instr(v.html, m.name) > 0 OR instr(v.fields, m.name) > 0)
      """)
  List<String> unshown(@Bind("before") Instant before);

  @SqlUpdate("DELETE FROM media WHERE name = :name")
  void delete(@Bind("name") String name);

  @SqlUpdate("DELETE FROM article_media WHERE article = :article")
  void clear(@Bind("article") long article);

  @SqlUpdate("INSERT INTO article_media (article, name, media) VALUES (:article, :name, :media)")
  void attach(
      @Bind("article") long article, @Bind("name") String name, @Bind("media") String media);
}

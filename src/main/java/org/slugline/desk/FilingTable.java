package org.slugline.desk;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code filing} table: files that became articles. */
@RegisterConstructorMapper(FilingTable.Filed.class)
public interface FilingTable {
  /**
   * @param digest of the file's bytes; {@code ""} once it was pruned
   * @param beside the files that it shows, as {@code Beside} lists them
   */
  record Filed(String path, String digest, String beside, long article, String slug, State state) {
    /** The same, whose file is read as if it were new. */
    Filed unsettled() {
      return new Filed(path, "", beside, article, slug, state);
    }
  }

  @SqlQuery(
      """
      SELECT f.path, f.digest, f.beside, f.article, a.slug, a.state
        FROM filing f JOIN article a ON a.id = f.article
       WHERE f.path = :path
      """)
  Optional<Filed> byPath(@Bind("path") String path);

  /** Files at any depth of a folder, whose name ends without a slash. */
  @SqlQuery(
      """
      SELECT f.path, f.digest, f.beside, f.article, a.slug, a.state
        FROM filing f JOIN article a ON a.id = f.article
       WHERE f.path > :folder || '/' AND f.path < :folder || '0'
      """)
  List<Filed> below(@Bind("folder") String folder);

  @SqlQuery(
      """
      SELECT f.path, f.digest, f.beside, f.article, a.slug, a.state
        FROM filing f JOIN article a ON a.id = f.article
       WHERE f.digest = :digest
      """)
  List<Filed> byDigest(@Bind("digest") String digest);

  @SqlQuery(
      """
      SELECT f.path, f.digest, f.beside, f.article, a.slug, a.state
        FROM filing f JOIN article a ON a.id = f.article
       WHERE f.article = :article
      """)
  List<Filed> ofArticle(@Bind("article") long article);

  @SqlUpdate(
      """
      INSERT INTO filing (path, digest, beside, article)
      VALUES (:path, :digest, :beside, :article)
      ON CONFLICT (path) DO UPDATE
         SET digest = excluded.digest, beside = excluded.beside, article = excluded.article
      """)
  void put(
      @Bind("path") String path,
      @Bind("digest") String digest,
      @Bind("beside") String beside,
      @Bind("article") long article);

  @SqlUpdate("DELETE FROM filing WHERE article = :article AND path <> :path")
  void forgetOthers(@Bind("article") long article, @Bind("path") String path);

  /** The file is filed anew when it comes back. */
  @SqlUpdate("UPDATE filing SET digest = '' WHERE path = :path")
  void unsettle(@Bind("path") String path);
}

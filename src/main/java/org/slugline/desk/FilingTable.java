package org.slugline.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code filing} table: files that became articles. */
@RegisterRowMapper(FilingTable.Reader.class)
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

  /** By hand: a mapper that looks for a constructor does so anew for every statement. */
  final class Reader implements RowMapper<Filed> {
    @Override
    public Filed map(ResultSet row, StatementContext context) throws SQLException {
      return new Filed(
          row.getString("path"),
          row.getString("digest"),
          row.getString("beside"),
          row.getLong("article"),
          row.getString("slug"),
          State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
  }

  /** What became of a file, to be remembered. */
  record Entry(String path, String digest, String beside, long article) {}

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

  /**
   * Those of some digests that any file has.
   *
   * @param digests a JSON list
   */
  @SqlQuery(
      "SELECT DISTINCT digest FROM filing WHERE digest IN (SELECT value FROM json_each(:digests))")
  Set<String> known(@Bind("digests") String digests);

  @SqlBatch(
      """
      INSERT INTO filing (path, digest, beside, article)
      VALUES (:path, :digest, :beside, :article)
      ON CONFLICT (path) DO UPDATE
         SET digest = excluded.digest, beside = excluded.beside, article = excluded.article
      """)
  void put(@BindMethods List<Entry> entries);

  @SqlUpdate("DELETE FROM filing WHERE article = :article AND path <> :path")
  void forgetOthers(@Bind("article") long article, @Bind("path") String path);

  /** The file is filed anew when it comes back. */
  @SqlUpdate("UPDATE filing SET digest = '' WHERE path = :path")
  void unsettle(@Bind("path") String path);

  /**
   * @param path digest of where the file of an erased article lay
   */
  @SqlUpdate("INSERT OR REPLACE INTO filing_erased (path, uri) VALUES (:path, :uri)")
  void keepErased(@Bind("path") String path, @Bind("uri") String uri);

  /**
   * The erased article whose file lay there.
   *
   * @param path digest of it
   */
  @RegisterConstructorMapper(Articles.Erased.class)
  @SqlQuery(
      """
      SELECT e.uri, e.at FROM filing_erased f JOIN article_erased e ON e.uri = f.uri
       WHERE f.path = :path
      """)
  Optional<Articles.Erased> erased(@Bind("path") String path);
}

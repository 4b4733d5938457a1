package org.slugline.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The tables {@code search_index}, {@code search_piece} and {@code search_todo}. Lists of numbers
 * and names are given as JSON.
 */
@RegisterConstructorMapper(Index.Piece.class)
interface Index {
  /** A row of the view coverage. */
  record Piece(
      String piece,
      long ref,
      Optional<Long> outlet,
      String language,
      String title,
      String summary,
      String text,
      String link,
      Instant published) {
    /** Its number as {@code search_piece} has it. */
    long key() {
      return outlet.isPresent() ? ref : -ref;
    }
  }

  /**
   * A row of the index.
   *
   * @param ref the number of an item; that of an article with a minus
   */
  record Row(long id, long ref, String title, String summary, String text, String facts) {}

  @SqlQuery("SELECT coalesce((SELECT v FROM search_index_config WHERE k = 'hashsize'), 0)")
  int gathered();

  /** How many bytes of words are gathered before a part of the index is written. */
  @SqlUpdate("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', :bytes)")
  void gather(@Bind("bytes") int bytes);

  @SqlQuery("SELECT piece FROM search_todo LIMIT :limit")
  List<String> todo(@Bind("limit") int limit);

  @SqlUpdate("DELETE FROM search_todo WHERE piece IN (SELECT value FROM json_each(:pieces))")
  void done(@Bind("pieces") String pieces);

  @SqlQuery(
      """
      SELECT piece, ref, outlet, language, title, summary, text, link, published
        FROM coverage WHERE kind = 'item' AND ref IN (SELECT value FROM json_each(:refs))
      """)
  List<Piece> items(@Bind("refs") String refs);

  @SqlQuery(
      """
      SELECT piece, ref, outlet, language, title, summary, text, link, published
        FROM coverage WHERE kind = 'article' AND ref IN (SELECT value FROM json_each(:refs))
      """)
  List<Piece> articles(@Bind("refs") String refs);

  /** The section of each of these articles, as a slug. */
  @KeyColumn("id")
  @ValueColumn("section_slug")
  @SqlQuery(
      """
      SELECT id, section_slug FROM article WHERE id IN (SELECT value FROM json_each(:refs))
      """)
  Map<Long, String> sections(@Bind("refs") String refs);

  @KeyColumn("id")
  @ValueColumn("ref")
  @SqlQuery("SELECT id, ref FROM search_piece WHERE id IN (SELECT value FROM json_each(:ids))")
  Map<Long, Long> refs(@Bind("ids") String ids);

  /** Those of these places that have words. */
  @SqlQuery("SELECT id FROM search_index_docsize WHERE id IN (SELECT value FROM json_each(:ids))")
  Set<Long> indexed(@Bind("ids") String ids);

  /** The piece that stands so many before this place. */
  @SqlQuery(
      """
      SELECT id FROM search_piece WHERE id < :before AND id >= :after
       ORDER BY id DESC LIMIT 1 OFFSET :passed
      """)
  Optional<Long> back(
      @Bind("before") long before, @Bind("after") long after, @Bind("passed") int passed);

  /** Those of so many numbers from each of these on that are taken. */
  @SqlQuery(
      """
      SELECT p.id FROM json_each(:from) j
        CROSS JOIN search_piece p ON p.id >= j.value AND p.id < j.value + :many
      """)
  List<Long> taken(@Bind("from") String from, @Bind("many") int many);

  @SqlQuery("SELECT id FROM search_piece WHERE ref IN (SELECT value FROM json_each(:refs))")
  List<Long> ids(@Bind("refs") String refs);

  @SqlUpdate("DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(:ids))")
  void removeWords(@Bind("ids") String ids);

  @SqlUpdate("DELETE FROM search_piece WHERE id IN (SELECT value FROM json_each(:ids))")
  void removePieces(@Bind("ids") String ids);

  @SqlBatch("INSERT INTO search_piece (id, ref) VALUES (:id, :ref)")
  void addPieces(@BindMethods List<Row> rows);

  @SqlBatch(
      """
      INSERT INTO search_index (rowid, title, summary, text, facts)
      VALUES (:id, :title, :summary, :text, :facts)
      """)
  void addWords(@BindMethods List<Row> rows);

  @KeyColumn("id")
  @ValueColumn("title")
  @SqlQuery("SELECT id, title FROM v1_outlets")
  Map<Long, String> outlets();

  /** FTS5's own command: merges all into one segment, without what was deleted. */
  @SqlUpdate("INSERT INTO search_index (search_index) VALUES ('optimize')")
  void optimize();
}

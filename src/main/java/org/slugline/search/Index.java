package org.slugline.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables {@code search_index}, {@code search_piece} and {@code search_todo}. */
@RegisterConstructorMapper(Index.Piece.class)
interface Index {
  /** A row of the view coverage. */
  record Piece(
      String piece,
      String kind,
      Optional<Long> outlet,
      String language,
      String title,
      String summary,
      String text,
      String link,
      Instant published) {}

  /** A row of the index. */
  record Row(
      long id,
      String piece,
      int ours,
      Optional<Long> outlet,
      String language,
      String title,
      String summary,
      String text) {}

  @SqlQuery("SELECT piece FROM search_todo LIMIT :limit")
  List<String> todo(@Bind("limit") int limit);

  @SqlUpdate("DELETE FROM search_todo WHERE piece = :piece")
  void done(@Bind("piece") String piece);

  @SqlQuery(
      """
      SELECT piece, kind, outlet, language, title, summary, text, link, published
        FROM coverage WHERE kind = :kind AND ref = :ref
      """)
  Optional<Piece> piece(@Bind("kind") String kind, @Bind("ref") long ref);

  @SqlQuery("SELECT id FROM search_piece WHERE piece = :piece")
  Optional<Long> idOf(@Bind("piece") String piece);

  @SqlQuery("SELECT piece FROM search_piece WHERE id = :id")
  Optional<String> pieceOf(@Bind("id") long id);

  @SqlUpdate("DELETE FROM search_index WHERE rowid = :id")
  void removeWords(@Bind("id") long id);

  @SqlUpdate("DELETE FROM search_piece WHERE id = :id")
  void removePiece(@Bind("id") long id);

  @SqlBatch(
      """
      INSERT INTO search_piece (id, piece, ours, outlet, language)
      VALUES (:id, :piece, :ours, :outlet, :language)
      """)
  void addPieces(@BindMethods List<Row> rows);

  @SqlBatch(
      """
      INSERT INTO search_index (rowid, title, summary, text)
      VALUES (:id, :title, :summary, :text)
      """)
  void addWords(@BindMethods List<Row> rows);
}

package org.slugline.story;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The {@code related} and {@code keep} tables as grouping writes them. */
@RegisterConstructorMapper(RelatedTable.Row.class)
interface RelatedTable {
  record Row(String piece, int rank, String other, double score, String why) {}

  @SqlQuery("SELECT * FROM related WHERE piece = :piece ORDER BY rank")
  List<Row> of(@Bind("piece") String piece);

  @SqlUpdate("DELETE FROM related WHERE piece = :piece")
  void clear(@Bind("piece") String piece);

  @SqlBatch(
      """
      INSERT INTO related (piece, rank, other, score, why)
      VALUES (:piece, :rank, :other, :score, :why)
      """)
  void add(@BindMethods List<Row> rows);

  @SqlUpdate("INSERT OR IGNORE INTO keep SELECT other FROM related WHERE piece = :piece")
  void keepRelated(@Bind("piece") String piece);

  @SqlUpdate("INSERT OR IGNORE INTO keep SELECT piece FROM placement WHERE story = :story")
  void keepStory(@Bind("story") long story);
}

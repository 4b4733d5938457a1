package org.slugline.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The tables {@code item} and {@code item_version}. Each method is one statement. */
@RegisterConstructorMapper(Item.class)
@RegisterConstructorMapper(ItemVersion.class)
public interface Items {
  @SqlQuery("SELECT * FROM item WHERE id = :id")
  Optional<Item> byId(@Bind("id") long id);

  /** An outlet's newest. */
  @SqlQuery(
      """
      SELECT * FROM item WHERE outlet = :outlet ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Item> newest(@Bind("outlet") long outlet, @Bind("limit") int limit);

  /** Those of an outlet that come after one of its items in that order. */
  @SqlQuery(
      """
      SELECT * FROM item
       WHERE outlet = :outlet AND (published, id) < (:published, :id)
       ORDER BY published DESC, id DESC LIMIT :limit
      """)
  List<Item> before(
      @Bind("outlet") long outlet,
      @Bind("published") Instant published,
      @Bind("id") long id,
      @Bind("limit") int limit);

  @SqlQuery("SELECT * FROM item WHERE link = :link AND link <> '' ORDER BY id LIMIT 1")
  Optional<Item> byLink(@Bind("link") String link);

  /** Earlier wordings, oldest first. */
  @SqlQuery("SELECT * FROM item_version WHERE item = :item ORDER BY at")
  List<ItemVersion> versions(@Bind("item") long item);
}

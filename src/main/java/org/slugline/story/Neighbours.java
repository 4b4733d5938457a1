package org.slugline.story;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.slugline.store.Database;

/** What stands beside a stored piece, or beside words that are not stored. Writes nothing. */
public final class Neighbours {
  private final Database database;
  private final Grouper grouper;
  private final InstantSource clock;

  public Neighbours(Database database, Grouper grouper, InstantSource clock) {
    this.database = database;
    this.grouper = grouper;
    this.clock = clock;
  }

  @RegisterConstructorMapper(Words.class)
  interface Table {
    @SqlQuery(
        """
        SELECT 'i' || i.id AS piece, i.title, i.summary, i.language
          FROM item i WHERE i.link = :link AND i.link <> '' ORDER BY i.id LIMIT 1
        """)
    Optional<Words> item(@Bind("link") String link);

    @SqlQuery(
        """
        SELECT piece, title, summary, language FROM coverage
         WHERE kind = 'article' AND link = :path LIMIT 1
        """)
    Optional<Words> article(@Bind("path") String path);
  }

  /** The words of a piece. */
  record Words(String piece, String title, String summary, String language) {}

  /**
   * @param address of an item as its outlet gives it, or the path of an article of ours
   * @return empty for an address that nobody polled or filed
   */
  public Optional<Outlook> of(String address) {
    var words =
        database.read(
            Table.class,
            table -> address.startsWith("/") ? table.article(address) : table.item(address));
    return words.map(found -> {
      var outlook = of(found.title(), found.summary(), found.language());
      var others =
          outlook.items().stream().filter(item -> !item.piece().equals(found.piece())).toList();
      var story =
          database
              .read(Stories.class, stories -> stories.ofPiece(found.piece()))
              .filter(Story::isShown);
      return new Outlook(story, List.copyOf(others));
    });
  }

  /** What a piece of these words would stand beside, if it were published now. */
  public Outlook of(String title, String summary, String language) {
    return grouper.outlook(title, summary, language, clock.instant());
  }
}

package org.slugline.edition;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Coverage with its outlet and its story, as lists show it. The view {@code coverage} cannot be
 * paged by an index, so ours and theirs are asked apart and merged here: a page costs the same
 * however many rows lie behind it.
 */
@RegisterConstructorMapper(Piece.class)
public interface Pieces {
  /** The columns of a piece, from {@code item i}, its outlet {@code o} and its story {@code s}. */
  String THEIRS =
      """
      SELECT 'i' || i.id AS piece, i.id AS ref, '' AS uri, i.outlet,
             COALESCE(NULLIF(o.title, ''), o.url) AS outletTitle, o.url AS outletUrl,
             COALESCE(NULLIF(i.language, ''), o.language) AS language,
             i.title, i.summary, i.link, i.author, i.published, i.first_seen AS seen, i.updated,
             COALESCE(s.name, '') AS story, COALESCE(s.outlets, 0) AS storyOutlets
      """;

  /** The same from {@code article a} and its story {@code s}. */
  String OURS =
      """
      SELECT 'a' || a.id AS piece, a.id AS ref, a.uri, NULL AS outlet,
             '' AS outletTitle, '' AS outletUrl, a.language,
             a.headline AS title, a.standfirst AS summary, '/articles/' || a.slug AS link,
             '' AS author, a.published, a.released AS seen, a.updated,
             COALESCE(s.name, '') AS story, COALESCE(s.outlets, 0) AS storyOutlets
      """;

  /** Everything, ours and theirs, by publication. */
  default PieceList wire(Optional<Cursor> before, int limit) {
    var from = before.orElse(Cursor.START);
    return PieceList.merged(
        articles(from, limit + 1), items(from, limit + 1), limit, Cursor::published);
  }

  /** What one outlet published. */
  default PieceList ofOutlet(long outlet, Optional<Cursor> before, int limit) {
    var from = before.orElse(Cursor.START);
    return PieceList.cut(outletItems(outlet, from, limit + 1), limit, Cursor::published);
  }

  /**
   * The pieces of a story in the order in which they were seen, latest first.
   *
   * @param story its name
   */
  default PieceList ofStory(String story, Optional<Cursor> before, int limit) {
    var from = before.orElse(Cursor.START);
    return PieceList.merged(
        storyArticles(story, from, limit + 1),
        storyItems(story, from, limit + 1),
        limit,
        Cursor::seen);
  }

  @SqlQuery(
      THEIRS
          + """
            FROM item i
            CROSS JOIN outlet o ON o.id = i.outlet
            LEFT JOIN placement p ON p.piece = 'i' || i.id
            LEFT JOIN story s ON s.id = p.story
           WHERE (i.published, i.id) < (:at, :itemsBelow)
           ORDER BY i.published DESC, i.id DESC
           LIMIT :limit
          """)
  List<Piece> items(@BindMethods Cursor from, @Bind("limit") int limit);

  @SqlQuery(
      OURS
          + """
            FROM article a
            LEFT JOIN placement p ON p.piece = 'a' || a.id
            LEFT JOIN story s ON s.id = p.story
           WHERE a.state = 'released' AND (a.published, a.id) < (:at, :articlesBelow)
           ORDER BY a.published DESC, a.id DESC
           LIMIT :limit
          """)
  List<Piece> articles(@BindMethods Cursor from, @Bind("limit") int limit);

  @SqlQuery(
      THEIRS
          + """
            FROM item i
            JOIN outlet o ON o.id = i.outlet
            LEFT JOIN placement p ON p.piece = 'i' || i.id
            LEFT JOIN story s ON s.id = p.story
           WHERE i.outlet = :outlet AND (i.published, i.id) < (:at, :itemsBelow)
           ORDER BY i.published DESC, i.id DESC
           LIMIT :limit
          """)
  List<Piece> outletItems(
      @Bind("outlet") long outlet, @BindMethods Cursor from, @Bind("limit") int limit);

  @SqlQuery(
      THEIRS
          + """
            FROM story s
            JOIN placement p ON p.story = s.id
            JOIN item i ON i.id = CAST(substr(p.piece, 2) AS INTEGER)
            JOIN outlet o ON o.id = i.outlet
           WHERE s.name = :story AND p.piece LIKE 'i%'
             AND (i.first_seen, i.id) < (:at, :itemsBelow)
           ORDER BY i.first_seen DESC, i.id DESC
           LIMIT :limit
          """)
  List<Piece> storyItems(
      @Bind("story") String story, @BindMethods Cursor from, @Bind("limit") int limit);

  @SqlQuery(
      OURS
          + """
            FROM story s
            JOIN placement p ON p.story = s.id
            JOIN article a ON a.id = CAST(substr(p.piece, 2) AS INTEGER) AND a.state = 'released'
           WHERE s.name = :story AND p.piece LIKE 'a%'
             AND (a.released, a.id) < (:at, :articlesBelow)
           ORDER BY a.released DESC, a.id DESC
           LIMIT :limit
          """)
  List<Piece> storyArticles(
      @Bind("story") String story, @BindMethods Cursor from, @Bind("limit") int limit);

  /**
   * Items by their numbers, in no order.
   *
   * @param refs a JSON list
   */
  @SqlQuery(
      THEIRS
          + """
            FROM json_each(:refs) j
            JOIN item i ON i.id = j.value
            JOIN outlet o ON o.id = i.outlet
            LEFT JOIN placement p ON p.piece = 'i' || i.id
            LEFT JOIN story s ON s.id = p.story
          """)
  List<Piece> itemsOf(@Bind("refs") String refs);

  /** Ours by their numbers, in no order; those that are not released are left out. */
  @SqlQuery(
      OURS
          + """
            FROM json_each(:refs) j
            JOIN article a ON a.id = j.value AND a.state = 'released'
            LEFT JOIN placement p ON p.piece = 'a' || a.id
            LEFT JOIN story s ON s.id = p.story
          """)
  List<Piece> articlesOf(@Bind("refs") String refs);

  /**
   * Pieces by their names, in the order asked; those that are gone or were never seen are left out.
   *
   * @param pieces {@code a7}, {@code i17}
   */
  default List<Piece> named(List<String> pieces) {
    var found = new HashMap<String, Piece>();
    itemsOf(refs(pieces, 'i')).forEach(piece -> found.put(piece.piece(), piece));
    articlesOf(refs(pieces, 'a')).forEach(piece -> found.put(piece.piece(), piece));
    return pieces.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  private static String refs(List<String> pieces, char kind) {
    return pieces.stream()
        .filter(piece -> piece.matches("[ai]\\d{1,18}") && piece.charAt(0) == kind)
        .map(piece -> piece.substring(1))
        .collect(joining(",", "[", "]"));
  }
}

package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;

class PiecesTest {
  @TempDir Path dir;

  @Test
  void theWireIsPagedWithoutLosingOrDoublingAnything() {
    try (var database = Rows.open(dir)) {
      Rows.outlet(database, 1, "Morning Post");
      for (var id = 1; id <= 40; id++) {
        Rows.item(database, id, 1, "Item " + id, Rows.NOON.plusSeconds(id / 4));
        if (id % 3 == 0) {
          Rows.article(database, id, "Ours " + id, "", Rows.NOON.plusSeconds(id / 4));
        }
      }
      var all = whole(database, 100);
      assertThat(all).hasSize(53).doesNotHaveDuplicates();
      for (var size = 1; size < 9; size++) {
        assertThat(whole(database, size)).as("pages of %d", size).isEqualTo(all);
      }
    }
  }

  @Test
  void aCursorSurvivesItsOwnWords() {
    var cursor = new Cursor(Rows.NOON, false, 17);
    assertThat(Cursor.of(cursor.toString())).contains(cursor);
    assertThat(Cursor.of("")).isEmpty();
    assertThat(Cursor.of("1 OR 1=1")).isEmpty();
    assertThat(Cursor.of("99999999999999999999i1")).isEmpty();
  }

  @Test
  void aStoryListsItsPiecesOursAndTheirs() {
    try (var database = Rows.open(dir)) {
      EditionsTest.fill(database);
      var list = database.read(Pieces.class, pieces -> pieces.ofStory("k7f", Optional.empty(), 2));
      assertThat(list.pieces()).extracting(Piece::piece).containsExactly("i2", "a1");
      assertThat(list.pieces().getFirst().outletTitle()).isEqualTo("Evening Star");
      assertThat(list.pieces().getFirst().storyOutlets()).isEqualTo(3);
      var rest = database.read(Pieces.class, pieces -> pieces.ofStory("k7f", list.next(), 2));
      assertThat(rest.pieces()).extracting(Piece::piece).containsExactly("i1");
      assertThat(rest.next()).isEmpty();
      List<Piece> named =
          database.read(Pieces.class, pieces -> pieces.named(List.of("i2", "x", "a1", "i9")));
      assertThat(named).extracting(Piece::piece).containsExactly("i2", "a1");
    }
  }

  @Test
  void aMillionItemsCostNoMoreThanTenThousand() {
    try (var database = Rows.open(dir)) {
      var plans = new ArrayList<String>();
      Stream.of(Pieces.class, FeedRows.class)
          .flatMap(type -> Stream.of(type.getMethods()))
          .filter(method -> method.isAnnotationPresent(SqlQuery.class))
          .forEach(method -> {
            var sql = method.getAnnotation(SqlQuery.class).value();
            for (var step : plan(database, sql)) {
              // lists handed in are walked through; nothing that is stored is
              var walked = step.startsWith("SCAN") && !step.startsWith("SCAN j VIRTUAL");
              // nor is an index that is read from its end until the list is full
              if (walked && !step.matches(".*INDEX (story_moving|article_newest)")) {
                plans.add(method.getName() + ": " + step);
              }
            }
          });
      assertThat(plans).isEmpty();
    }
  }

  private static List<String> plan(Database database, String sql) {
    return database.read(handle -> {
      var query = handle.createQuery("EXPLAIN QUERY PLAN " + sql);
      var names = java.util.regex.Pattern.compile("(?<!:):([a-zA-Z]+)").matcher(sql);
      names.results().map(found -> found.group(1)).distinct().forEach(name -> query.bind(name, 1));
      return query.map(row -> row.getColumn("detail", String.class)).list();
    });
  }

  private static List<String> whole(Database database, int size) {
    var all = new ArrayList<String>();
    var before = Optional.<Cursor>empty();
    do {
      var from = before;
      var page = database.read(Pieces.class, pieces -> pieces.wire(from, size));
      page.pieces().forEach(piece -> all.add(piece.piece()));
      before = page.next();
    } while (before.isPresent());
    return all;
  }
}

package org.slugline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.edition.Preflight.Remark;
import org.slugline.edition.Preflight.Rule;
import org.slugline.store.Revisions;

class PreflightTest {
  @TempDir Path dir;

  @Test
  void anEditionThatWouldMakeOldItemsLookNewIsKeptBack() {
    try (var database = Rows.open(dir)) {
      for (var id = 1; id <= 5; id++) {
        Rows.article(database, id, "Piece " + id, "<p>x</p>", Rows.NOON.plusSeconds(id));
      }
      var editions = new Editions(database, EditionsTest.PRINTING);
      var before = editions.find("/feed.rss").orElseThrow();
      database.change(handle -> {
        handle.execute("UPDATE article SET uri = uri || '-again'");
        handle.attach(Revisions.class).bump("articles", Rows.NOON.plusSeconds(60));
      });
      assertThat(editions.find("/feed.rss")).containsSame(before);
      assertThat(editions.refused()).isEqualTo(1);
      database.change(handle -> {
        handle.execute("UPDATE article SET uri = replace(uri, '-again', '')");
        handle.attach(Revisions.class).bump("articles", Rows.NOON.plusSeconds(90));
      });
      assertThat(editions.find("/feed.rss").orElseThrow().tag()).isEqualTo(before.tag());
    }
  }

  @Test
  void anEditionThatLostEverythingIsKeptBackAndAWithdrawalIsNot() {
    try (var database = Rows.open(dir)) {
      for (var id = 1; id <= 5; id++) {
        Rows.article(database, id, "Piece " + id, "<p>x</p>", Rows.NOON.plusSeconds(id));
      }
      var editions = new Editions(database, EditionsTest.PRINTING);
      var before = editions.find("/feed.rss").orElseThrow();
      Rows.withdraw(database, 5, "No", Rows.NOON.plusSeconds(30));
      var after = editions.find("/feed.rss").orElseThrow();
      assertThat(after.tag()).isNotEqualTo(before.tag());
      database.change(handle -> {
        handle.execute("DELETE FROM article");
        handle.attach(Revisions.class).bump("articles", Rows.NOON.plusSeconds(60));
      });
      assertThat(editions.find("/feed.rss")).containsSame(after);
    }
  }

  @Test
  void checkTellsOfWhatIsTooBigAndOfAMovedAddress() {
    try (var database = Rows.open(dir)) {
      Rows.article(database, 1, "Long", "<p>" + "x".repeat(600_000) + "</p>", Rows.NOON);
      Editions.note(database, EditionsTest.PRINTING, Rows.NOON);
      var tooLong = database.read(handle -> Editions.check(handle, EditionsTest.PRINTING));
      assertThat(tooLong).extracting(Remark::rule).containsOnly(Rule.TOO_BIG).hasSize(3);
      var moved = masthead("https://new.example");
      var remarks =
          database.read(handle ->
              Editions.check(handle, new Printing(moved, EditionSettings.STANDARD, List.of())));
      assertThat(remarks.getFirst().rule()).isEqualTo(Rule.MOVED);
      assertThat(remarks.getFirst().what()).contains("https://news.example");
    }
  }

  @Test
  void anAddressThatOnlyThisMachineSawMayMove() {
    try (var database = Rows.open(dir)) {
      var local = masthead("http://localhost:34567");
      Editions.note(database, new Printing(local, EditionSettings.STANDARD, List.of()), Rows.NOON);
      var world = new Printing(masthead("https://e.example"), EditionSettings.STANDARD, List.of());
      var remarks = database.read(handle -> Editions.check(handle, world));
      assertThat(remarks).isEmpty();
    }
  }

  @Test
  void anOutletsPieceWithoutAHeadlineIsNoFaultOfOurs() {
    try (var database = Rows.open(dir)) {
      Rows.outlet(database, 1, "The Outlet");
      Rows.item(database, 1, 1, "", Rows.NOON);
      database.change(handle -> handle.execute("UPDATE item SET summary = ''"));
      Editions.note(database, EditionsTest.PRINTING, Rows.NOON);
      var remarks = database.read(handle -> Editions.check(handle, EditionsTest.PRINTING));
      assertThat(remarks).isEmpty();
    }
  }

  private static Masthead masthead(String base) {
    return new Masthead(
        "The Example", "", URI.create(base), "en", ZoneOffset.UTC, "", "", "", false);
  }
}

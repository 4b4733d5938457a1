package org.slugline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;
import org.slugline.wire.Subscription;
import org.slugline.wire.Subscriptions;

class SearchTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path dir;
  private Database database;
  private Search search;

  @BeforeEach
  void open() {
    var settings = new StoreSettings(dir, Duration.ofSeconds(1));
    database = ((Opening.Opened) Database.open(settings)).database();
    search = new Search(database, ZoneOffset.UTC);
    outlet(1);
    outlet(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theNewestComeFirstAndTheNextPageGoesOnWhereTheFirstEnded() {
    for (var i = 1; i <= 5; i++) {
      item(i, 1, "Harbour opens again " + i, "", MONDAY.plusSeconds(60L * i));
    }
    search.catchUp();
    var first = search.find("harbour", Optional.empty(), 3);
    assertThat(titles(first))
        .containsExactly("Harbour opens again 5", "Harbour opens again 4", "Harbour opens again 3");
    var second = search.find("harbour", first.next(), 3);
    assertThat(titles(second)).containsExactly("Harbour opens again 2", "Harbour opens again 1");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void phrasesExclusionsAlternativesAndPrefixesAreUnderstood() {
    item(1, 1, "Ferry fire in the harbour", "", MONDAY);
    item(2, 1, "Fire at the ferry office", "", MONDAY.plusSeconds(1));
    item(3, 1, "Harbourmaster resigns", "", MONDAY.plusSeconds(2));
    search.catchUp();
    assertThat(found("\"ferry fire\"")).containsExactly("Ferry fire in the harbour");
    assertThat(found("fire -office")).containsExactly("Ferry fire in the harbour");
    assertThat(found("office OR resigns"))
        .containsExactly("Harbourmaster resigns", "Fire at the ferry office");
    assertThat(found("harbour*"))
        .containsExactly("Harbourmaster resigns", "Ferry fire in the harbour");
  }

  @Test
  void filtersNarrowByOutletDayAndLanguage() {
    item(1, 1, "Budget passes", "", MONDAY);
    item(2, 2, "Budget fails", "", MONDAY.plus(Duration.ofDays(2)));
    search.catchUp();
    assertThat(found("budget outlet:2")).containsExactly("Budget fails");
    assertThat(found("budget before:2026-03-03")).containsExactly("Budget passes");
    assertThat(found("after:2026-03-02")).containsExactly("Budget fails");
    assertThat(found("budget lang:de")).isEmpty();
    assertThat(found("is:ours")).isEmpty();
  }

  @Test
  void accentsAndCaseAreFoldedAndWordsOfScriptsWithoutSpacesAreFound() {
    item(1, 1, "Señal de ALARMA en Mérida", "", MONDAY);
    item(2, 1, "東京都知事が辞任", "", MONDAY.plusSeconds(1));
    search.catchUp();
    assertThat(found("merida senal")).hasSize(1);
    assertThat(found("知事")).containsExactly("東京都知事が辞任");
    assertThat(found("京知")).isEmpty();
  }

  @Test
  void anEditedItemIsFoundByItsNewWordsAloneAndAForgottenOneNotAtAll() {
    item(1, 1, "Two hurt in fire", "", MONDAY);
    search.catchUp();
    database.change(handle ->
        handle.execute("UPDATE item SET title = 'Three hurt', digest = 'x' WHERE id = 1"));
    search.catchUp();
    assertThat(found("two")).isEmpty();
    assertThat(found("three")).containsExactly("Three hurt");
    database.change(handle -> handle.execute("DELETE FROM item WHERE id = 1"));
    search.catchUp();
    assertThat(found("three")).isEmpty();
  }

  @Test
  void theExcerptShowsTheWordThatWasFound() {
    item(
        1,
        1,
        "Council meets",
        "x ".repeat(200) + "the drawbridge stays shut " + "y ".repeat(200),
        MONDAY);
    search.catchUp();
    var hit = search.find("drawbridge", Optional.empty(), 5).hits().getFirst();
    assertThat(hit.excerpt()).contains("drawbridge").startsWith("… ").endsWith(" …");
    assertThat(hit.excerpt().length()).isLessThan(230);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "AND",
        "NEAR(",
        "a AND",
        "title:x",
        "*",
        "-",
        "OR",
        "x OR",
        "^",
        "before:yesterday",
        "outlet:",
        "'; DROP TABLE item",
        "(((",
        "\"unclosed phrase",
        "-only",
        "is:theirs",
        "\u0000"
      })
  void noQueryIsAnError(String typed) {
    item(1, 1, "Something", "", MONDAY);
    search.catchUp();
    search.find(typed, Optional.empty(), 5);
  }

  @Test
  void aMistakeIsExplainedAndTheRestIsSearchedFor() {
    item(1, 1, "Budget passes", "", MONDAY);
    search.catchUp();
    var found = search.find("budget before:yesterday", Optional.empty(), 5);
    assertThat(titles(found)).containsExactly("Budget passes");
    assertThat(found.advice()).singleElement().asString().contains("before:yesterday");
  }

  private List<String> found(String query) {
    return titles(search.find(query, Optional.empty(), 20));
  }

  private static List<String> titles(Found found) {
    return found.hits().stream().map(Hit::title).toList();
  }

  private void outlet(int id) {
    new Subscriptions(database, InstantSource.fixed(MONDAY))
        .add(List.of(new Subscription("http://outlet.example/" + id, "", List.of())));
  }

  private void item(int id, int outlet, String title, String summary, Instant at) {
    database.change(handle ->
        handle.execute(
            """
            INSERT INTO item (id, outlet, key, guid, link, title, author, language, summary, content,
              text, claimed, claimed_as, published, first_seen, updated, digest)
            VALUES (?, ?, ?, '', '', ?, '', 'en', ?, '', '', NULL, '', ?, ?, ?, '')
            """,
            id,
            outlet,
            "k" + id,
            title,
            summary,
            at,
            at,
            at));
  }
}

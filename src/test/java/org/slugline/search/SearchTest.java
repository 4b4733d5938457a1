package org.slugline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void aPhraseOfCommonWordsThatSeldomMeetIsLookedForPageByPage() {
    var patient = new Search(database, ZoneOffset.UTC, new Walk.Effort(3, 2));
    item(1, 1, "The house is of the", "", MONDAY);
    for (var i = 2; i <= 9; i++) {
      item(i, 1, "The house of senate " + i, "", MONDAY.plus(Duration.ofHours(i)));
    }
    patient.catchUp();
    var query = "\"of the\"";
    var found = patient.find(query, Optional.empty(), 5);
    assertThat(found.hits()).isEmpty();
    assertThat(found.advice().getFirst().text()).contains("2026-03-02", "goes on from there");
    var titles = new java.util.ArrayList<String>();
    for (var pages = 0; found.next().isPresent(); pages++) {
      assertThat(pages).isLessThan(4);
      found = patient.find(query, found.next(), 5);
      titles.addAll(titles(found));
    }
    assertThat(titles).containsExactly("The house is of the");
    assertThat(titles(search.find(query, Optional.empty(), 5))).hasSize(1);
    assertThat(search.find("senate -house", Optional.empty(), 5).advice()).isEmpty();
  }

  @Test
  void noQueryIsLookedForWithoutEndAndPageByPageAllIsFound() {
    var words = List.of("senate", "house", "of", "the", "vote", "rare");
    for (var i = 1; i <= 120; i++) {
      var title = new StringBuilder("Piece " + i);
      for (var word = 0; word < words.size(); word++) {
        if (i % (word + 2) == 0) {
          title.append(' ').append(words.get((word + i / 7) % words.size()));
        }
      }
      item(i, 1 + i % 2, title.toString(), "", MONDAY.plus(Duration.ofHours(i)));
    }
    search.catchUp();
    var patient = new Search(database, ZoneOffset.UTC, new Walk.Effort(2, 3));
    var bounded = new java.util.ArrayList<String>();
    for (var query :
        List.of(
            "house -house",
            "house -outlet:1",
            "-house",
            "-lang:en",
            "senate vote rare",
            "\"house of\"",
            "\"senate house\" OR \"vote of the\"",
            "rare sen* \"the of\"",
            "house the lang:en -outlet:2",
            "house vote after:2026-03-03 before:2026-03-05",
            "house -house after:2026-03-04")) {
      var all = search.find(query, Optional.empty(), 200);
      assertThat(all.advice()).as(query).isEmpty();
      var found = patient.find(query, Optional.empty(), 4);
      var titles = new java.util.ArrayList<>(titles(found));
      for (var pages = 0; found.next().isPresent(); pages++) {
        assertThat(pages).as(query).isLessThan(150);
        if (found.hits().size() < 4) {
          bounded.add(query);
        }
        found = patient.find(query, found.next(), 4);
        titles.addAll(titles(found));
      }
      assertThat(titles).as(query).isEqualTo(titles(all));
    }
    assertThat(bounded).contains("house -house", "-lang:en", "\"house of\"");
  }

  /** FTS5 ends a walk at a hit only: where none is, it goes through the whole archive. */
  @Test
  void whateverIsAskedForAWalkBeginsAtTheTopAndEndsAtTheHourItIsToldTo() {
    item(1, 1, "The house of senate", "", MONDAY);
    item(2, 1, "The house of senate", "", MONDAY.plus(Duration.ofHours(1)));
    search.catchUp();
    item(3, 1, "The house of senate", "", MONDAY.plus(Duration.ofMinutes(90)));
    search.catchUp();
    for (var typed :
        List.of("house -house", "-lang:en", "\"of house\"", "\"a b\" OR c d", "e* lang:fr -f")) {
      var query = new QueryReader(ZoneOffset.UTC, _ -> List.of()).read(typed);
      for (var hours = 0; hours < 2; hours++) {
        var place = MONDAY.plus(Duration.ofHours(hours)).toEpochMilli() << Filling.SHIFT;
        var stone = Milestone.before(place);
        assertThat(matched(query.open("", Milestone.TOP.match() + " OR " + stone.match())))
            .as(typed)
            .contains(stone.place(), Milestone.TOP.place());
        assertThat(stone.place()).isLessThan(place);
      }
    }
  }

  private List<Long> matched(String match) {
    return database.read(handle ->
        handle
            .createQuery("SELECT rowid FROM search_index WHERE search_index MATCH :match")
            .bind("match", match)
            .mapTo(Long.class)
            .list());
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
  void filtersCombineWithWordsWithEachOtherAndWithOr() {
    item(1, 1, "Budget passes", "", MONDAY);
    item(2, 2, "Budget fails", "", MONDAY.plusSeconds(1));
    item(3, 2, "Ferry sinks", "", MONDAY.plusSeconds(2));
    language(3, "de-AT");
    ours(1, "Budget explained", "World News", MONDAY.plusSeconds(3));
    place(1, "item", 1);
    place(3, "item", 1);
    place(1, "article", 1);
    search.catchUp();
    assertThat(found("budget outlet:1 outlet:2")).containsExactly("Budget fails", "Budget passes");
    assertThat(found("is:ours OR ferry")).containsExactly("Budget explained", "Ferry sinks");
    assertThat(found("-outlet:2")).containsExactly("Budget explained", "Budget passes");
    assertThat(found("budget -is:ours")).containsExactly("Budget fails", "Budget passes");
    assertThat(found("-budget")).containsExactly("Ferry sinks");
    assertThat(found("lang:de")).containsExactly("Ferry sinks");
    assertThat(found("lang:de-at")).containsExactly("Ferry sinks");
    assertThat(found("lang:de-CH")).isEmpty();
    assertThat(found("section:world-news")).containsExactly("Budget explained");
    assertThat(found("section:\"World News\" budget")).containsExactly("Budget explained");
    assertThat(found("section:world")).isEmpty();
    assertThat(found("story:k1"))
        .containsExactly("Budget explained", "Ferry sinks", "Budget passes");
    assertThat(found("story:k1 budget -is:ours")).containsExactly("Budget passes");
    assertThat(found("story:k2")).isEmpty();
    assertThat(found("before:2026-03 OR ferry")).isEmpty();
    assertThat(found("after:2025 ferry")).containsExactly("Ferry sinks");
  }

  @Test
  void anOutletIsFoundByItsNumberOrItsName() {
    database.change(
        handle -> handle.execute("UPDATE outlet SET title = 'The Estuary Post' WHERE id = 2"));
    item(1, 1, "Budget passes", "", MONDAY);
    item(2, 2, "Budget fails", "", MONDAY.plusSeconds(1));
    search.catchUp();
    assertThat(found("budget outlet:2")).containsExactly("Budget fails");
    assertThat(found("budget outlet:estuary")).containsExactly("Budget fails");
    assertThat(found("outlet:\"estuary post\"")).containsExactly("Budget fails");
    var unknown = search.find("budget outlet:gazette", Optional.empty(), 5);
    assertThat(unknown.hits()).isEmpty();
    assertThat(unknown.advice().getFirst().text()).contains("No outlet is called “gazette”");
  }

  @ParameterizedTest
  @CsvSource({
    "Señal de ALARMA en Mérida, merida senal",
    "Señal de ALARMA en Mérida, MÉRIDA",
    "Łódź und die Große Straße, lodz grosse strasse",
    "Ærø, aero",
    "ΑΘΗΝΑΣ ΟΔΟΣ, οδος",
    "Ёлка в Москве, елка",
    "İstanbul ve Diyarbakır, istanbul diyarbakir",
    "مُحَمَّد في القاهرة, محمد",
    "שָׁלוֹם, שלום",
    "हिन्दी समाचार, हिन्दी",
    "東京都知事が辞任, 知事",
    "東京都知事が辞任, 任",
    "東京都知事が辞任, 京都知",
    "サーバーが停止, サーバー",
    "サーバーが停止, バーが",
    "東京のGDPが上昇, 東京のGDPが",
    "นายกรัฐมนตรีลาออก, รัฐมนตรี",
    "서울에서 화재 발생, 서울",
    "국회의사당, 의사",
    "ＧＤＰ ﾄｳｷｮｳ, gdp",
    "O’Neill’s AT&T, o'neill",
  })
  void lettersAreFoundHoweverTheyAreWritten(String title, String query) {
    item(1, 1, title, "", MONDAY);
    item(2, 1, "Something else 京知 बाजार ガーバ", "", MONDAY);
    search.catchUp();
    assertThat(found(query)).containsExactly(title);
  }

  @Test
  void aVowelSignIsNoAccentWhereItMakesAnotherWord() {
    item(1, 1, "कल और कला", "", MONDAY);
    item(2, 1, "カキ", "", MONDAY);
    search.catchUp();
    assertThat(found("कला")).hasSize(1);
    assertThat(found("कली")).isEmpty();
    assertThat(found("ガギ")).isEmpty();
  }

  @Test
  void theMostTellingComeFirstWhereThatIsWanted() {
    item(1, 1, "Ferry ferry ferry", "The ferry is a ferry.", MONDAY);
    item(
        2,
        1,
        "Council meets",
        "Among other things a ferry was named, and the budget.",
        MONDAY.plusSeconds(1));
    item(3, 1, "Ferry runs again", "It stood still.", MONDAY.plusSeconds(2));
    item(4, 1, "Council meets again", "And again a ferry was named.", MONDAY.plusSeconds(3));
    search.catchUp();
    var best = search.best("ferry", 0, 2);
    assertThat(titles(best)).containsExactly("Ferry ferry ferry", "Ferry runs again");
    assertThat(titles(search.best("ferry", best.next().orElseThrow(), 2)))
        .containsExactlyInAnyOrder("Council meets", "Council meets again");
    assertThat(titles(search.best("outlet:1", 0, 1))).containsExactly("Council meets again");
  }

  @Test
  void aWordInTheHeadlineTellsMoreThanAllOfThemBelow() {
    item(1, 1, "Ferry fire in the harbour", "", MONDAY);
    item(2, 1, "Harbour opens", "After the ferry fire.", MONDAY.plusSeconds(1));
    item(3, 1, "Budget", "The ferry fire and the harbour.", MONDAY.plusSeconds(2));
    item(4, 1, "Ferry", "A fire, and the harbour.", MONDAY.plusSeconds(3));
    search.catchUp();
    assertThat(titles(search.best("ferry fire harbour", 0, 9)))
        .containsExactly("Ferry fire in the harbour", "Ferry", "Harbour opens", "Budget");
    assertThat(titles(search.best("ferry OR budget -harbour", 0, 9))).isEmpty();
    assertThat(titles(search.best("ferry outlet:1 -opens", 0, 1)))
        .as("a filter is no word of a headline")
        .containsExactly("Ferry");
  }

  /** bm25 counts a word through the whole archive, and a walk without a hit goes through it. */
  @Test
  void rankingTooLooksOnlySoFarBackAndSaysHowFar() {
    var patient = new Search(database, ZoneOffset.UTC, new Walk.Effort(3, 20));
    for (var i = 1; i <= 60; i++) {
      item(i, 1, "The house of senate " + i, "", MONDAY.plus(Duration.ofHours(i)));
    }
    patient.catchUp();
    var none = patient.best("\"of the\"", 0, 5);
    assertThat(none.hits()).isEmpty();
    assertThat(none.next()).isEmpty();
    assertThat(none.advice().getFirst().text()).contains("The pieces back to 2026-03-04");
    assertThat(patient.best("\"the house\"", 55, 9).hits())
        .as("as long as it finds, it goes on")
        .hasSize(5);
    assertThat(patient.best("\"the house\"", 0, 9).advice()).isEmpty();
  }

  @Test
  void manyWordsShareTheEffortOfFour() {
    assertThat(new Walk.Effort(1_000, 100).over(4)).isEqualTo(new Walk.Effort(1_000, 100));
    assertThat(new Walk.Effort(1_000, 100).over(8)).isEqualTo(new Walk.Effort(500, 50));
    assertThat(new Walk.Effort(1_000, 100).over(400)).isEqualTo(new Walk.Effort(100, 10));
    var query = "\"week year\" \"year week\" x* -y lang:en 東京都";
    assertThat(new QueryReader(ZoneOffset.UTC, _ -> List.of()).read(query).words()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "ferry, The [Ferry] and the ferryman",
    "ferry*, The [Ferry] and the [ferryman]",
    "\"and the\", The Ferry [and the] ferryman",
    "ferry -council, The [Ferry] and the ferryman",
    "outlet:1, The Ferry and the ferryman",
  })
  void whatWasLookedForIsMarkedAndNothingElse(String query, String marked) {
    assertThat(marked(query, "The Ferry and the ferryman")).isEqualTo(marked);
  }

  @Test
  void marksStandInAnyScriptAndLeaveTheTextWhole() {
    assertThat(marked("知事", "東京都知事が辞任")).isEqualTo("東京都[知事]が辞任");
    assertThat(marked("東", "東京都")).isEqualTo("[東]京都");
    assertThat(marked("strasse", "Die Straße.")).isEqualTo("Die [Straße].");
    assertThat(marked("merida", "Me\u0301rida!")).isEqualTo("[Me\u0301rida]!");
    assertThat(marked("รัฐมนตรี", "นายกรัฐมนตรีลาออก")).isEqualTo("นายก[รัฐมนตรี]ลาออก");
  }

  private String marked(String query, String text) {
    return search.find(query, Optional.empty(), 1).marks().of(text).stream()
        .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "budget before:yesterday, before:yesterday",
    "budget before:2026-13-01, before:2026-13-01",
    "budget outlet:, outlet:",
    "budget lang:12, lang:12",
    "budget is:theirs, is:theirs",
    "budget -story:x, -story:x",
    "budget !!!, !!!",
    "budget m*, m*",
    "budget OR, OR",
    "OR budget, OR",
    "budget | | passes, |",
    "budget -, -",
    "budget \"\", \"\"",
  })
  void aMistakeIsNamedWithWhatToDo(String query, String named) {
    item(1, 1, "Budget passes m", "", MONDAY);
    search.catchUp();
    var found = search.find(query, Optional.empty(), 5);
    assertThat(titles(found)).containsExactly("Budget passes m");
    assertThat(found.advice())
        .singleElement()
        .satisfies(advice -> assertThat(advice.text()).contains(named));
  }

  @ParameterizedTest
  @CsvSource({
    "budget NOT tax, 'NOT', -word",
    "budget NEAR tax, 'NEAR', marks",
    "NEAR(budget tax), 'NEAR', marks",
    "title:budget, 'title:', is:ours",
    "\"title\" author:\"x y\", 'author:', is:ours",
    "budget OR (tax cuts), (, OR",
    "bud*get, bud*get, end",
    "*budget, *budget, end",
    "AND, AND, either side",
  })
  void whatOtherSearchersUnderstandIsExplainedHere(String query, String named, String way) {
    item(1, 1, "Budget passes", "", MONDAY);
    search.catchUp();
    assertThat(search.find(query, Optional.empty(), 5).advice())
        .singleElement()
        .satisfies(advice -> assertThat(advice.text()).contains("“" + named, way));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://outlet.example/a",
        "mailto:ada@outlet.example",
        "12:30",
        "budget AND tax",
        "budget (tax)",
        "not near",
        "\"NOT NEAR\"",
        "DO NOT DISTURB",
        "Berlin: Budget"
      })
  void whatIsMeantAsItStandsIsNotExplained(String query) {
    assertThat(search.find(query, Optional.empty(), 5).advice()).isEmpty();
  }

  @Test
  void whatIsNotSeenIsNotLookedForNorTurnsTheWordsAroundIt() {
    item(1, 1, "Budget passes", "", MONDAY);
    search.catchUp();
    assertThat(Search.readable("\u202ebudget\u0000")).isEqualTo(" budget ");
    assertThat(found("\u202ebudget\u0000")).containsExactly("Budget passes");
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
        "after:+999999999-01-01",
        "before:-999999999-01-01",
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
    assertThat(found.advice())
        .extracting(Advice::text)
        .singleElement()
        .asString()
        .contains("before:yesterday");
  }

  private List<String> found(String query) {
    return titles(search.find(query, Optional.empty(), 20));
  }

  private static List<String> titles(Found found) {
    return found.hits().stream().map(Hit::title).toList();
  }

  private void language(int item, String tag) {
    database.change(
        handle -> handle.execute("UPDATE item SET language = ? WHERE id = ?", tag, item));
  }

  private void ours(int id, String headline, String section, Instant at) {
    database.change(handle ->
        handle.execute(
            """
            INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline, rights,
              body, body_type, html, text, section, section_slug, language, authors, tags, images,
              videos, audio, sources, published, released, updated, version, note, digest)
            VALUES (?, ?, ?, 'released', ?, '', '', '', '', '', '', '', '', ?, ?, 'en', '[]', '[]',
              '[]', '[]', '[]', '[]', ?, ?, ?, 1, '', '')
            """,
            id,
            "tag:" + id,
            "a-" + id,
            headline,
            section,
            org.slugline.desk.Label.slugOf(section),
            at,
            at,
            at));
  }

  private void place(int ref, String kind, int story) {
    database.change(handle -> {
      handle.execute(
          """
          INSERT OR IGNORE INTO story (id, name, headline, lead, pieces, outlets, independent,
            first_seen, last_seen, arrival, ended)
          VALUES (?, ?, '', '', 1, 1, 1, 0, 0, 0, 0)
          """,
          story,
          "k" + story);
      handle.execute(
          """
          INSERT INTO placement (piece, kind, ref, outlet, story, at, arrival, seen, score, reasons,
            copy_of, digest, signature, bridges, merges)
          VALUES (?, ?, ?, 1, ?, 0, 0, 0, 0, '', '', '', '', '', '')
          """,
          kind.charAt(0) + "" + ref,
          kind,
          ref,
          story);
    });
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

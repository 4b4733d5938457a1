package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.desk.DeskRoom.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {
  private static final String BRIDGE =
      """
      {"headline": "Bridge opens", "standfirst": "Traffic flows", "body": "The bridge is open.",
       "section": "City", "tags": ["Bridges"], "authors": [{"name": "Ida Holm"}]}
      """;
  private static final String MENDED =
      BRIDGE
          .replace("is open", "was opened")
          .replace(
              "\"section\"",
              "\"revision\": {\"kind\": \"correction\", \"note\": \"It opened on Monday.\"},"
                  + " \"section\"");

  @TempDir Path dir;
  private DeskRoom room;

  @BeforeEach
  void open() {
    room = new DeskRoom(dir);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void anArticleIsReleasedWhereItIsFiledAndItsIdNamesHostDayAndFirstSlug() {
    assertThat(room.file(BRIDGE, NOON)).isInstanceOf(Filing.Created.class);
    var article = room.article("bridge-opens");
    assertThat(article.state()).isEqualTo(State.RELEASED);
    assertThat(article.published()).contains(NOON);
    assertThat(article.updated()).isEqualTo(NOON);
    assertThat(article.uri()).isEqualTo("tag:news.example,2026-03-02:bridge-opens");
    assertThat(article.version()).isEqualTo(1);
    assertThat(article.html().markup()).isEqualTo("<p>The bridge is open.</p>");
    assertThat(article.text()).isEqualTo("The bridge is open.");
    assertThat(room.audit()).containsExactly("ada released article:1");
  }

  @Test
  void whatAReleasePrintsIsBumpedInItsTransactionAndNothingElse() {
    room.file(BRIDGE, NOON);
    for (var scope :
        List.of(
            "articles", "wire", "article:1", "section:city", "tag:bridges", "author:ida-holm")) {
      assertThat(room.revision(scope)).as(scope).isEqualTo(1);
    }
    assertThat(room.revision("corrections")).isZero();
    room.file(BRIDGE, NOON.plusSeconds(60));
    assertThat(room.revision("articles")).isEqualTo(1);
  }

  @Test
  void aDraftStaysAtTheDeskAndBumpsNothing() {
    room.file(BRIDGE.replace("{", "{\"draft\": true, ").replace("[{\"draft\": true, ", "[{"), NOON);
    assertThat(room.article("bridge-opens").state()).isEqualTo(State.DRAFT);
    assertThat(room.desk.release(NOON.plus(ofDays(400)))).isZero();
    assertUnseen();
    room.replace("bridge-opens", BRIDGE, NOON.plus(ofHours(1)));
    assertThat(room.article("bridge-opens").published()).contains(NOON.plus(ofHours(1)));
    assertThat(room.newest()).hasSize(1);
  }

  @Test
  void nothingOfAScheduledPieceIsSeenBeforeItsMomentAndAllOfItAfter() {
    var moment = NOON.plus(ofHours(3));
    room.file(BRIDGE.replaceFirst("\\{", "{\"published\": \"" + moment + "\", "), NOON);
    assertThat(room.article("bridge-opens").state()).isEqualTo(State.SCHEDULED);
    assertThat(room.maybe(Articles::nextDue)).contains(moment);
    assertThat(room.desk.release(moment.minusMillis(1))).isZero();
    assertUnseen();
    assertThat(room.desk.release(moment)).isEqualTo(1);
    assertThat(room.desk.release(moment)).isZero();
    var article = room.article("bridge-opens");
    assertThat(article.state()).isEqualTo(State.RELEASED);
    assertThat(article.published()).contains(moment);
    assertThat(article.updated()).isEqualTo(moment);
    assertThat(article.due()).isEmpty();
    assertThat(room.newest()).hasSize(1);
    assertThat(room.revision("articles")).isEqualTo(1);
    assertThat(room.audit()).containsExactly("ada filed article:1", "schedule released article:1");
    assertThat(versions("bridge-opens")).containsExactly("2 released ", "1 filed ");
  }

  @Test
  void anEmbargoHoldsWhateverPublishedSays() {
    room.file(
        BRIDGE.replaceFirst(
            "\\{",
            "{\"published\": \"2026-03-01T00:00:00Z\", \"embargo\": \"2026-03-02T18:00:00Z\", "),
        NOON);
    assertUnseen();
    assertThat(room.desk.release(Instant.parse("2026-03-02T17:59:59Z"))).isZero();
    assertThat(room.desk.release(Instant.parse("2026-03-02T18:00:00Z"))).isEqualTo(1);
    var article = room.article("bridge-opens");
    assertThat(article.published()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(article.updated()).isEqualTo(Instant.parse("2026-03-02T18:00:00Z"));
  }

  @Test
  void theLaterOfPublishedAndEmbargoIsTheMoment() {
    room.file(
        BRIDGE.replaceFirst(
            "\\{",
            "{\"published\": \"2026-03-05T00:00:00Z\", \"embargo\": \"2026-03-04T18:00:00Z\", "),
        NOON);
    assertThat(room.article("bridge-opens").due()).contains(Instant.parse("2026-03-05T00:00:00Z"));
  }

  private void assertUnseen() {
    assertThat(room.newest()).isEmpty();
    assertThat(room.list(Articles::shelves)).isEmpty();
    assertThat(room.list(a -> a.history(1))).isEmpty();
    assertThat(room.list(a -> a.corrections(10))).isEmpty();
    assertThat(room.list(Articles::months)).isEmpty();
    assertThat(room.list(a -> a.archive(10, 0))).isEmpty();
    assertThat(room.count("coverage")).isZero();
    assertThat(room.count("coverage_edit")).isZero();
    assertThat(room.count("revision")).isZero();
  }

  @Test
  void aCorrectionIsKeptWithItsNoteAndPublishedNeverMoves() {
    room.file(BRIDGE, NOON);
    var later = NOON.plus(ofHours(2));
    assertThat(
            room.replace(
                "bridge-opens",
                MENDED.replaceFirst("\\{", "{\"published\": \"2020-01-01\", "),
                later))
        .isInstanceOf(Filing.Changed.class);
    var article = room.article("bridge-opens");
    assertThat(article.published()).contains(NOON);
    assertThat(article.updated()).isEqualTo(later);
    assertThat(article.version()).isEqualTo(2);
    assertThat(versions("bridge-opens"))
        .containsExactly("2 correction It opened on Monday.", "1 released ");
    assertThat(room.list(a -> a.corrections(10)))
        .singleElement()
        .satisfies(c -> assertThat(c.note()).isEqualTo("It opened on Monday."));
    assertThat(room.list(a -> a.versions(1)).getLast().html().markup()).contains("is open");
    assertThat(room.revision("corrections")).isEqualTo(1);
  }

  @Test
  void theSameCorrectionIsToldOnce() {
    room.file(BRIDGE, NOON);
    room.replace("bridge-opens", MENDED, NOON.plusSeconds(1));
    assertThat(room.replace("bridge-opens", MENDED, NOON.plusSeconds(2)))
        .isInstanceOf(Filing.Unchanged.class);
    room.replace("bridge-opens", MENDED.replace("Traffic flows", "Cars roll"), NOON.plusSeconds(3));
    assertThat(room.list(a -> a.corrections(10))).hasSize(1);
  }

  @Test
  void updatedStaysWhereOnlyTheTagsMove() {
    room.file(BRIDGE, NOON);
    room.replace("bridge-opens", BRIDGE.replace("Bridges", "Rivers"), NOON.plusSeconds(9));
    assertThat(room.article("bridge-opens").updated()).isEqualTo(NOON);
    assertThat(room.revision("tag:bridges")).isEqualTo(2);
    assertThat(room.revision("tag:rivers")).isEqualTo(1);
    assertThat(room.list(a -> a.byTag("bridges", 9))).isEmpty();
    assertThat(room.list(a -> a.byTag("rivers", 9))).hasSize(1);
  }

  @Test
  void anArticleOfTheArchiveDatesFromItsOwnDay() {
    room.file(BRIDGE.replaceFirst("\\{", "{\"published\": \"2011-05-06T07:08:09Z\", "), NOON);
    var article = room.article("bridge-opens");
    assertThat(article.updated()).isEqualTo(Instant.parse("2011-05-06T07:08:09Z"));
    assertThat(article.uri()).isEqualTo("tag:news.example,2011-05-06:bridge-opens");
  }

  @Test
  void aWithdrawnArticleLeavesATombstoneAndReturnsUnderItsId() {
    room.file(BRIDGE, NOON);
    var uri = room.article("bridge-opens").uri();
    room.desk.withdraw(
        "bridge-opens", "It was a hoax.", OptionalInt.empty(), "ada", NOON.plusSeconds(5));
    var gone = room.article("bridge-opens");
    assertThat(gone.state()).isEqualTo(State.WITHDRAWN);
    assertThat(gone.note()).isEqualTo("It was a hoax.");
    assertThat(room.audit()).containsExactly("ada released article:1", "ada withdrew article:1");
    assertThat(room.newest()).isEmpty();
    assertThat(room.list(a -> a.history(1))).isEmpty();
    assertThat(room.list(a -> a.tombstones(9)))
        .containsExactly(new Tombstone(uri, "bridge-opens", NOON.plusSeconds(5), "It was a hoax."));
    assertThat(room.revision("articles")).isEqualTo(2);
    room.replace("bridge-opens", BRIDGE, NOON.plusSeconds(9));
    assertThat(room.article("bridge-opens").state()).isEqualTo(State.RELEASED);
    assertThat(room.article("bridge-opens").uri()).isEqualTo(uri);
    assertThat(room.article("bridge-opens").published()).contains(NOON);
    assertThat(room.article("bridge-opens").note()).isEmpty();
    assertThat(room.list(a -> a.tombstones(9))).isEmpty();
    assertThat(room.revision("articles")).isGreaterThan(2);
  }

  @Test
  void aPieceThatReadersNeverSawLeavesNoTombstone() {
    room.file(BRIDGE.replaceFirst("\\{", "{\"draft\": true, "), NOON);
    room.desk.withdraw("bridge-opens", "", OptionalInt.empty(), "ada", NOON);
    assertThat(room.list(a -> a.tombstones(9))).isEmpty();
    assertUnseen();
  }

  @Test
  void whatReadersHaveSeenCannotBeMadeUnseen() {
    room.file(BRIDGE, NOON);
    assertThat(room.replace("bridge-opens", BRIDGE.replaceFirst("\\{", "{\"draft\": true, "), NOON))
        .isInstanceOfSatisfying(
            Filing.Refused.class,
            no -> assertThat(no.faults().getFirst().pointer()).isEqualTo("/draft"));
    assertThat(
            room.replace(
                "bridge-opens", BRIDGE.replaceFirst("\\{", "{\"embargo\": \"2030-01-01\", "), NOON))
        .isInstanceOfSatisfying(
            Filing.Refused.class,
            no -> assertThat(no.faults().getFirst().pointer()).isEqualTo("/embargo"));
    assertThat(room.article("bridge-opens").version()).isEqualTo(1);
  }

  @Test
  void erasingLeavesNothingButTheId() {
    room.file(BRIDGE, NOON);
    room.replace("bridge-opens", MENDED, NOON);
    assertThat(room.desk.erase("bridge-opens", "ada", NOON.plusSeconds(5))).isTrue();
    assertThat(room.desk.erase("bridge-opens", "ada", NOON)).isFalse();
    for (var table :
        List.of(
            "article",
            "article_version",
            "article_label",
            "article_slug",
            "filing",
            "idempotency")) {
      assertThat(room.count(table)).as(table).isZero();
    }
    assertThat(room.list(a -> a.tombstones(9)))
        .containsExactly(
            new Tombstone("tag:news.example,2026-03-02:bridge-opens", "", NOON.plusSeconds(5), ""));
    room.file(BRIDGE, NOON.plusSeconds(9));
    assertThat(room.article("bridge-opens").uri())
        .isEqualTo("tag:news.example,2026-03-02:bridge-opens-2");
    assertThat(
            room.file(
                BRIDGE.replaceFirst(
                    "\\{",
                    "{\"slug\": \"other\", \"id\": \"tag:news.example,2026-03-02:bridge-opens\", "),
                NOON))
        .isInstanceOf(Filing.Refused.class);
  }

  @Test
  void aMovedArticleIsFoundUnderItsOldAddressAndKeepsItsId() {
    room.file(BRIDGE, NOON);
    var uri = room.article("bridge-opens").uri();
    room.replace("bridge-opens", BRIDGE.replaceFirst("\\{", "{\"slug\": \"bridge\", "), NOON);
    assertThat(room.article("bridge").uri()).isEqualTo(uri);
    assertThat(
            room.database
                .read(Articles.class, a -> a.movedFrom("bridge-opens"))
                .orElseThrow()
                .slug())
        .isEqualTo("bridge");
    assertThat(room.file(BRIDGE.replace("Traffic", "Trams"), NOON))
        .isInstanceOf(Filing.SlugTaken.class);
    room.replace("bridge", BRIDGE.replaceFirst("\\{", "{\"slug\": \"bridge-opens\", "), NOON);
    assertThat(room.maybe(a -> a.movedFrom("bridge-opens"))).isEmpty();
    assertThat(room.maybe(a -> a.movedFrom("bridge"))).isPresent();
  }

  @Test
  void theHeadlineMayChangeAndTheAddressStays() {
    room.file(BRIDGE, NOON);
    room.replace("bridge-opens", BRIDGE.replace("Bridge opens", "Bridge is open"), NOON);
    assertThat(room.article("bridge-opens").headline()).isEqualTo("Bridge is open");
  }

  @Test
  void theSameAgainIsFoundAndOtherWordsUnderItsAddressAreRefused() {
    room.file(BRIDGE, NOON);
    assertThat(room.file(BRIDGE, NOON.plusSeconds(1))).isInstanceOf(Filing.Unchanged.class);
    assertThat(room.file(BRIDGE.replace("Traffic", "Trams"), NOON))
        .isInstanceOfSatisfying(
            Filing.SlugTaken.class, no -> assertThat(no.holder().slug()).isEqualTo("bridge-opens"));
    assertThat(room.audit()).hasSize(1);
  }

  @Test
  void aRetriedRequestIsAnsweredAsTheFirstTime() {
    var draft = DeskRoom.legible(BRIDGE);
    var first = Optional.of(new Retry("k1", "digest"));
    assertThat(room.desk.file(draft, first, "ada", NOON)).isInstanceOf(Filing.Created.class);
    assertThat(room.desk.file(draft, first, "ada", NOON.plus(ofDays(6))))
        .isInstanceOfSatisfying(Filing.Repeated.class, same -> assertThat(same.created()).isTrue());
    assertThat(room.desk.file(draft, Optional.of(new Retry("k1", "other")), "ada", NOON))
        .isInstanceOf(Filing.KeyReused.class);
    assertThat(room.desk.file(draft, Optional.of(new Retry("k1", "other")), "bob", NOON))
        .isInstanceOf(Filing.Unchanged.class);
    assertThat(
            room.desk.file(
                draft, Optional.of(new Retry("k1", "other")), "ada", NOON.plus(ofDays(8))))
        .isInstanceOf(Filing.Unchanged.class);
  }

  @Test
  void aStaleWriterIsToldAndTheLastOneWinsWithoutACondition() {
    room.file(BRIDGE, NOON);
    var draft = DeskRoom.legible(BRIDGE.replace("Traffic", "Trams"));
    assertThat(room.desk.replace("bridge-opens", draft, OptionalInt.of(7), "ada", NOON))
        .isInstanceOf(Filing.Stale.class);
    assertThat(room.desk.replace("bridge-opens", draft, OptionalInt.of(1), "ada", NOON))
        .isInstanceOf(Filing.Changed.class);
    assertThat(room.desk.replace("bridge-opens", draft, OptionalInt.of(1), "ada", NOON))
        .isInstanceOf(Filing.Stale.class);
    assertThat(room.desk.withdraw("bridge-opens", "", OptionalInt.of(1), "ada", NOON))
        .isInstanceOf(Filing.Stale.class);
    assertThat(room.desk.replace("nowhere", draft, OptionalInt.of(1), "ada", NOON))
        .isInstanceOf(Filing.Unknown.class);
    assertThat(room.desk.replace("tram-news", draft, OptionalInt.empty(), "ada", NOON))
        .isInstanceOfSatisfying(
            Filing.Created.class, made -> assertThat(made.article().slug()).isEqualTo("tram-news"));
  }

  @Test
  void theNumberOfAnErasedArticleIsNeverUsedAgain() {
    room.file(BRIDGE, NOON);
    room.file(BRIDGE.replace("Bridge", "Tram"), NOON);
    room.desk.erase("tram-opens", "ada", NOON);
    room.desk.erase("bridge-opens", "ada", NOON);
    room.file(BRIDGE.replace("Bridge", "Ferry"), NOON);
    assertThat(room.article("ferry-opens").id()).isEqualTo(3);
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.write("b.md", "---\nheadline: Two\n---\nText.");
    room.publish();
    assertThat(room.audit())
        .containsExactly(
            "ada released article:1",
            "ada released article:2",
            "ada erased article:2",
            "ada erased article:1",
            "ada released article:3",
            "command released article:4",
            "command released article:5");
  }

  @Test
  void theIdOfAnArchiveIsKeptAndNeverChanges() {
    room.file(BRIDGE.replaceFirst("\\{", "{\"id\": \"https://old.example/?p=12\", "), NOON);
    assertThat(room.article("bridge-opens").uri()).isEqualTo("https://old.example/?p=12");
    assertThat(
            room.replace(
                "bridge-opens", BRIDGE.replaceFirst("\\{", "{\"id\": \"urn:x:y\", "), NOON))
        .isInstanceOf(Filing.Refused.class);
  }

  @Test
  void aHeadlineInAnyScriptHasAnAddress() {
    room.file(BRIDGE.replace("Bridge opens", "橋が開通"), NOON);
    var article = room.newest().getFirst();
    assertThat(article.slug()).matches("[a-z0-9-]{1,80}");
    room.file(BRIDGE.replace("Bridge opens", "橋が開通"), NOON);
    assertThat(room.newest()).hasSize(1);
  }

  @Test
  void anArticleWithoutAuthorsBearsTheNewsrooms() {
    room.file("{\"headline\": \"Short\", \"body\": \"x\"}", NOON);
    assertThat(room.article("short").authors())
        .extracting(Author::name)
        .containsExactly("The Newsroom");
    assertThat(room.article("short").language()).isEqualTo("en");
  }

  private List<String> versions(String slug) {
    var id = room.article(slug).id();
    return room.list(a -> a.versions(id)).stream()
        .map(v -> v.number() + " " + v.kind().word() + " " + v.note())
        .toList();
  }

  @Test
  void anIdIsNoneThatWouldRunOrIsNotOursToGive() {
    for (var id :
        List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "tag:news.example,2026-03-02:item/7",
            "TAG:News.Example,2026-03-02:item/7")) {
      var json = "{\"headline\": \"Bridge\", \"id\": \"" + id + "\"}";
      var faults =
          switch (ArticleJson.read(json.getBytes(UTF_8), DeskRoom.SETTINGS.zone())) {
            case Manuscript.Illegible(var found) -> found;
            case Manuscript.Legible(var draft, _) ->
                room.file(draft, NOON) instanceof Filing.Refused(var found)
                    ? found
                    : List.<Fault>of();
          };
      assertThat(faults).as(id).extracting(Fault::pointer).containsExactly("/id");
    }
    assertThat(room.file("{\"headline\": \"B\", \"id\": \"urn:x:1\"}", NOON))
        .isInstanceOf(Filing.Created.class);
  }

  @Test
  void whatStandsUnderAPictureIsNoExcerptInAnyLanguageNorAsItWasOncePrinted() {
    for (var language : List.of("en", "de", "fr", "xx")) {
      var filed =
          room.file(
              """
              {"headline": "Port %1$s", "language": "%1$s", "body": "It is open.",
               "images": [{"url": "https://a.example/w.jpg", "alt": "", "caption": "The\u00a0port.",
                           "credit": "PA"}]}
              """
                  .formatted(language),
              NOON);
      assertThat(((Filing.Created) filed).article().prose()).as(language).isEqualTo("It is open.");
    }
    room.database.change(
        handle -> handle.execute("UPDATE article SET text = 'The port. Credit: PA It is open.'"));
    assertThat(room.newest()).extracting(Article::prose).containsOnly("It is open.");
  }
}

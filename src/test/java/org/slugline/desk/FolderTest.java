package org.slugline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.slugline.desk.DeskRoom.NOON;
import static org.slugline.desk.FileOutcome.Result.CHANGED;
import static org.slugline.desk.FileOutcome.Result.CREATED;
import static org.slugline.desk.FileOutcome.Result.MISSING;
import static org.slugline.desk.FileOutcome.Result.REFUSED;
import static org.slugline.desk.FileOutcome.Result.UNCHANGED;
import static org.slugline.desk.FileOutcome.Result.WITHDRAWN;

import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  private static final Publishing REHEARSE = new Publishing(true, false, Optional.empty());
  private static final Publishing PRUNE =
      new Publishing(false, true, Optional.of(new Edit(Kind.UPDATE, "Taken back.")));

  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhCQAJAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==");

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
  void aFolderIsPublishedAtAnyDepthAndAgainWithoutWriting() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.write("deep/er/b.html", "<h1>Two</h1><p>Text.</p>");
    room.write("deep/c.txt", "Three\n\nA first paragraph.");
    room.write(".hidden.md", "---\nheadline: Hidden\n---\n");
    room.write(".git/d.md", "---\nheadline: Hidden\n---\n");
    room.write("notes.pdf", "no article");
    assertThat(results(room.publish())).containsExactly(CREATED, CREATED, CREATED);
    var version = room.database.dataVersion();
    assertThat(results(room.publish())).containsOnly(UNCHANGED).hasSize(3);
    assertThat(room.database.dataVersion()).isEqualTo(version);
    assertThat(room.newest())
        .extracting(Article::headline)
        .containsExactlyInAnyOrder("One", "Two", "Three");
  }

  @Test
  void aBrokenFileCostsItselfOnlyAndIsNamedWithLineAndRemedy() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.write("b.md", "---\nheadline: Two\npublished: soon\n---\nText.");
    room.write("c.md", "---\nheadline: Three\n---\nText.");
    var outcomes = room.publish();
    assertThat(outcomes)
        .extracting(o -> o.file().getFileName().toString(), FileOutcome::result)
        .containsExactlyInAnyOrder(
            tuple("a.md", CREATED), tuple("b.md", REFUSED), tuple("c.md", CREATED));
    var fault =
        outcomes.stream()
            .filter(o -> o.result() == REFUSED)
            .findFirst()
            .orElseThrow()
            .faults()
            .getFirst();
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.what()).contains("soon");
    assertThat(fault.mend()).contains("2022-02-08T13:05:00Z");
  }

  @Test
  void anEditedFileIsANewVersionAndKeepsItsAddress() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    room.write(
        "a.md",
        "---\n"
            + "headline: One and a half\n"
            + "revision: {kind: correction, note: It was more.}\n"
            + "---\n"
            + "More.");
    assertThat(results(room.publish())).containsExactly(CHANGED);
    assertThat(room.article("one").headline()).isEqualTo("One and a half");
    assertThat(room.list(a -> a.corrections(9)))
        .extracting(Correction::note)
        .containsExactly("It was more.");
    room.write("a.md", "---\nheadline: One and a half\n---\nMuch more.");
    room.publish(
        new Publishing(false, false, Optional.of(new Edit(Kind.CLARIFICATION, "Much."))), NOON);
    assertThat(room.list(a -> a.corrections(9))).hasSize(2);
  }

  @Test
  void aCorrectionOfANamedFileWhoseWordsAreUnchangedIsAVersionWithItsNote() {
    var file = room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    var before = room.article("one");
    var how =
        new Publishing(false, false, Optional.of(new Edit(Kind.CORRECTION, "It was Monday.")));
    assertThat(results(room.publish(how, NOON.plusSeconds(60)))).containsExactly(UNCHANGED);
    var corrected = room.publish(List.of(file), how, NOON.plusSeconds(60));
    assertThat(results(corrected)).containsExactly(CHANGED);
    assertThat(room.list(a -> a.corrections(9)))
        .extracting(Correction::note)
        .containsExactly("It was Monday.");
    var after = room.article("one");
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.updated()).isEqualTo(before.updated());
    assertThat(after.html()).isEqualTo(before.html());
    assertThat(results(room.publish(List.of(file), how, NOON))).containsExactly(UNCHANGED);
    var update = new Publishing(false, false, Optional.of(new Edit(Kind.UPDATE, "Nothing new.")));
    assertThat(room.publish(List.of(file), update, NOON).getFirst().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("note", "--kind"));
  }

  @Test
  void aFileThatMovesIsTheSameArticle() throws Exception {
    var file = room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    Files.createDirectory(room.folder.resolve("2026"));
    Files.move(file, room.folder.resolve("2026/b.md"));
    assertThat(results(room.publish())).containsExactly(UNCHANGED);
    room.write("2026/b.md", "---\nheadline: Uno\n---\nText.");
    assertThat(results(room.publish())).containsExactly(CHANGED);
    assertThat(room.newest()).hasSize(1);
  }

  @Test
  void aFileThatMovesIsTheSameArticleThoughItsHeadlineHadChanged() throws Exception {
    var file = room.write("a.md", "# Bridge opens\n\nIt opens.\n");
    room.publish();
    room.write("a.md", "# Bridge is open\n\nIt opens.\n");
    room.publish();
    Files.move(file, file.resolveSibling("b.md"));
    assertThat(results(room.publish())).containsExactly(UNCHANGED);
    assertThat(room.article("bridge-opens").headline()).isEqualTo("Bridge is open");
  }

  @Test
  void twoFilesOfOneAddressClashAndTheSecondIsToldOfTheFirst() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.write("b.md", "---\nheadline: One\n---\nOther.");
    room.write("c.md", "---\nheadline: Three\nslug: one\n---\nThird.");
    for (var round = 0; round < 2; round++) {
      var outcomes = room.publish();
      assertThat(outcomes.stream().filter(o -> o.result() == REFUSED))
          .hasSize(2)
          .allMatch(o -> !o.faults().getFirst().mend().isEmpty());
      assertThat(room.article("one").body()).isEqualTo("Text.");
    }
  }

  @Test
  void aFileSeesWhatTheFilesBeforeItDidThoughAllAreWrittenTogether() {
    room.write("a.md", "---\nheadline: Old\nid: urn:a\nslug: old\n---\nText.");
    assertThat(results(room.publish())).containsExactly(CREATED);
    room.write("a.md", "---\nheadline: Old\nid: urn:a\nslug: new\n---\nText.");
    room.write("b.md", "---\nheadline: New\n---\nText.");
    room.write("c.md", "---\nheadline: Old\n---\nText.");
    room.write("d.md", "---\nheadline: Third\n---\nText.");
    room.write("e.md", "---\nheadline: Third\n---\nText.");
    room.write("f.md", "---\nheadline: Third\nid: urn:f\nslug: third-f\n---\nText.");
    room.write("g.md", "---\nheadline: Fourth\nid: urn:f\n---\nText.");
    assertThat(room.publish())
        .extracting(outcome -> outcome.file().getFileName() + " " + outcome.result())
        .containsExactlyInAnyOrder(
            "a.md CHANGED",
            "b.md REFUSED",
            "c.md REFUSED",
            "d.md CREATED",
            "e.md REFUSED",
            "f.md CREATED",
            "g.md REFUSED");
  }

  @Test
  void whatFollowsFilingIsDoneWhileALongFolderIsStillBeingRead() {
    for (var i = 0; i < 700; i++) {
      room.write("a%03d.md".formatted(i), "---\nheadline: Piece %d\n---\nText.".formatted(i));
    }
    var seen = new ArrayList<Integer>();
    FolderFiling.publish(
        room.desk,
        List.of(room.folder),
        Publishing.PLAIN,
        "command",
        NOON,
        _ -> {},
        () -> seen.add(room.count("article")));
    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst()).isBetween(300, 350);
    assertThat(room.count("article")).isEqualTo(700);
  }

  @Test
  void whereTheDiskFailsNothingIsTriedThatNobodyWouldBeToldOf() {
    for (var i = 0; i < 400; i++) {
      room.write("a%03d.md".formatted(i), "---\nheadline: Piece %d\n---\nText.".formatted(i));
    }
    var told = new ArrayList<FileOutcome>();
    assertThatThrownBy(() ->
            FolderFiling.publish(
                room.desk,
                List.of(room.folder),
                Publishing.PLAIN,
                "command",
                NOON,
                told::add,
                () -> {
                  throw new IllegalStateException("full");
                }))
        .hasMessage("full");
    assertThat(told).hasSize(room.count("article")).hasSizeLessThan(400);
  }

  @Test
  void aRehearsalTellsAndDoesNothing() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    assertThat(results(room.publish(REHEARSE, NOON))).containsExactly(CREATED);
    assertThat(room.count("article") + room.count("audit") + room.count("revision")).isZero();
    room.publish();
    room.write("a.md", "---\nheadline: One\n---\nOther.");
    assertThat(results(room.publish(REHEARSE, NOON))).containsExactly(CHANGED);
    assertThat(room.article("one").body()).isEqualTo("Text.");
  }

  @Test
  void aFileThatDisappearsChangesNothingUnlessPruned() throws Exception {
    var file = room.write("a.md", "---\nheadline: One\n---\nText.");
    room.write("b.md", "---\nheadline: Two\n---\nText.");
    room.publish();
    Files.delete(file);
    assertThat(results(room.publish())).containsExactly(UNCHANGED);
    assertThat(room.newest()).hasSize(2);
    assertThat(results(room.publish(PRUNE, NOON))).containsExactly(UNCHANGED, WITHDRAWN);
    assertThat(room.article("one").state()).isEqualTo(State.WITHDRAWN);
    assertThat(room.article("one").note()).isEqualTo("Taken back.");
    assertThat(results(room.publish(PRUNE, NOON))).containsExactly(UNCHANGED);
    room.write("a.md", "---\nheadline: One\n---\nText.");
    assertThat(results(room.publish())).containsExactlyInAnyOrder(CHANGED, UNCHANGED);
    assertThat(room.article("one").state()).isEqualTo(State.RELEASED);
  }

  @Test
  void anEmptyFolderIsNotTakenForATidyOne() throws Exception {
    var file = room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    Files.delete(file);
    assertThat(results(room.publish(PRUNE, NOON))).containsExactly(REFUSED);
    assertThat(room.newest()).hasSize(1);
  }

  @Test
  void whatWasWithdrawnByHandIsNotReleasedByTheNextRun() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    room.desk.withdraw("one", "", OptionalInt.empty(), "ada", NOON);
    assertThat(results(room.publish())).containsExactly(UNCHANGED);
    assertThat(room.newest()).isEmpty();
  }

  @Test
  void aFolderSaysOfAWithdrawnPieceThatItStaysSoAndTheFileByNameBringsItBack() {
    var file = room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    var uri = room.article("one").uri();
    room.desk.withdraw("one", "Wrong.", OptionalInt.empty(), "ada", NOON);
    assertThat(room.publish())
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.result()).isEqualTo(UNCHANGED);
          assertThat(outcome.faults().getFirst().detail())
              .contains("withdrawn", "slugline publish", "a.md");
        });
    assertThat(results(room.publish(List.of(file), Publishing.PLAIN, NOON)))
        .containsExactly(CHANGED);
    assertThat(room.article("one").state()).isEqualTo(State.RELEASED);
    assertThat(room.article("one").uri()).isEqualTo(uri);
    assertThat(results(room.publish(List.of(file), Publishing.PLAIN, NOON)))
        .containsExactly(UNCHANGED);
  }

  @Test
  void theFileOfAnErasedArticleIsRefusedUntilItHasAnIdOfItsOwn() {
    room.write("a.md", "---\nheadline: One\n---\nText.");
    room.publish();
    room.desk.erase("one", "ada", NOON);
    assertThat(room.publish(Publishing.PLAIN, NOON.plusSeconds(99_999)))
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.result()).isEqualTo(REFUSED);
          assertThat(outcome.faults().getFirst().detail())
              .contains(
                  "erased at 2026-03-02T12:00:00Z", "`id: tag:news.example,2026-03-02:one-2`");
        });
    assertThat(room.newest()).isEmpty();
    room.write("a.md", "---\nheadline: One\nid: tag:news.example,2026-03-02:one-2\n---\nText.");
    room.write("b.md", "---\nheadline: Second to one\n---\nText.");
    assertThat(results(room.publish())).containsExactly(CREATED, CREATED);
    room.desk.erase("one", "ada", NOON);
    assertThat(results(room.publish())).containsExactlyInAnyOrder(REFUSED, UNCHANGED);
    room.write("c.md", "---\nheadline: One\npublished: 2026-02-01\n---\nOf another day.");
    assertThat(results(room.publish())).containsExactlyInAnyOrder(REFUSED, UNCHANGED, CREATED);
  }

  @Test
  void theFileOfAnErasedArticleStaysRefusedUnderAnotherHeadlineAndItsPlaceIsNotKept() {
    room.write("plans/secret-name.md", "---\nheadline: One\n---\nText.");
    room.publish();
    room.desk.erase("one", "ada", NOON);
    room.write("plans/secret-name.md", "---\nheadline: Quite another\nslug: other\n---\nText.");
    assertThat(room.publish())
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.faults().getFirst().detail()).contains("erased"));
    assertThat(room.newest()).isEmpty();
    var kept =
        room.database.read(handle ->
            handle.createQuery("SELECT path FROM filing_erased").mapTo(String.class).list());
    assertThat(kept).singleElement().asString().matches("[0-9a-f]{64}");
    room.write("plans/secret-name.md", "---\nheadline: Quite another\nid: urn:new\n---\nText.");
    assertThat(results(room.publish())).containsExactly(CREATED);
    room.write("plans/secret-name.md", "---\nheadline: Quite another\nid: urn:new\n---\nMore.");
    assertThat(results(room.publish())).containsExactly(CHANGED);
  }

  @Test
  void linksAreNotFollowed() throws Exception {
    var outside = Files.writeString(dir.resolve("secret.md"), "---\nheadline: Secret\n---\nText.");
    Files.createSymbolicLink(room.folder.resolve("link.md"), outside);
    Files.createDirectory(dir.resolve("other"));
    Files.writeString(dir.resolve("other/e.md"), "---\nheadline: Elsewhere\n---\n");
    Files.createSymbolicLink(room.folder.resolve("way"), dir.resolve("other"));
    Files.writeString(dir.resolve("p.jpg"), "x");
    Files.createSymbolicLink(room.folder.resolve("p.jpg"), dir.resolve("p.jpg"));
    room.write("a.md", "---\nheadline: One\n---\n![x](p.jpg)");
    room.write("b.md", "---\nheadline: Two\nimages: [{name: ../p.jpg, alt: x}]\n---\n");
    assertThat(room.publish()).extracting(FileOutcome::result).containsOnly(REFUSED).hasSize(3);
    assertThat(room.newest()).isEmpty();
  }

  @Test
  void aMissingPictureIsAFaultOfItsArticleWithItsLine() {
    room.write("a.md", "---\nheadline: One\n---\nText.\n\n![Two men](men.jpg)\n");
    assertThat(room.publish())
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.result()).isEqualTo(REFUSED);
          assertThat(outcome.faults().getFirst().line()).isEqualTo(6);
          assertThat(outcome.faults().getFirst().what()).contains("men.jpg");
        });
  }

  @Test
  void aMissingPictureIsToldWithAllOtherFaultsOfItsFile() throws Exception {
    Files.writeString(room.write("x.md", "").resolveSibling("text.jpg"), "no picture");
    room.write(
        "x.md",
        """
        ---
        headline: X
        published: gestern
        images: [{name: nix.jpg, alt: x}]
        ---
        """);
    room.write(
        "y.md",
        """
        ---
        headline: Y
        images:
        - {name: text.jpg, alt: x}
        - {name: nix.jpg, alt: x}
        ---
        """);
    assertThat(room.publish())
        .allSatisfy(outcome ->
            assertThat(outcome.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.isNoFile() && fault.line() >= 4));
    assertThat(room.publish()).hasSize(2);
  }

  @Test
  void aFileOfTwoGigabytesIsRefusedWithoutBeingRead() throws Exception {
    try (var file = new RandomAccessFile(room.folder.resolve("huge.md").toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    room.write("a.md", "---\nheadline: One\n---\nText.");
    assertThat(results(room.publish())).containsExactlyInAnyOrder(CREATED, REFUSED);
  }

  @Test
  void aPipeInTheFolderKeepsNobodyWaiting() throws Exception {
    var pipe = room.folder.resolve("pipe.md").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    room.write("a.md", "---\nheadline: One\n---\nText.");
    assertThat(room.publish())
        .filteredOn(outcome -> outcome.result() == REFUSED)
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.faults().getFirst().what()).contains("pipe"));
  }

  @Test
  void whatIsNotThereIsMissing() {
    assertThat(results(room.publish(List.of(dir.resolve("nowhere")), Publishing.PLAIN, NOON)))
        .containsExactly(MISSING);
  }

  @Test
  void aFileIsKnownByItsIdBeforeAllElse() {
    room.write("a.md", "---\nheadline: One\nid: urn:x:1\n---\nText.");
    room.publish();
    room.write("b.md", "---\nheadline: Uno\nid: urn:x:1\n---\nText.");
    assertThat(results(room.publish())).containsExactly(UNCHANGED, REFUSED);
    assertThat(room.file("{\"headline\": \"Other\", \"body\": \"x\"}", NOON))
        .isInstanceOf(Filing.Created.class);
  }

  @Test
  void anIdFromAFileSurvivesALostDatabase() {
    room.write("a.md", "---\nheadline: One\npublished: 2022-02-08T13:05:00Z\n---\nText.");
    room.publish();
    var uri = room.article("one").uri();
    var again = new DeskRoom(second());
    try (again) {
      again.publish(List.of(room.folder), Publishing.PLAIN, NOON.plusSeconds(999_999));
      assertThat(again.article("one").uri()).isEqualTo(uri);
    }
  }

  @Test
  void aWatchedFolderIsPublishedOnceItHoldsStill() {
    var watch = new FolderWatch(room.desk, room.folder);
    assertThat(watch.look(NOON)).isEmpty();
    room.write("a.md", "---\nheadline: One\n---\nTe");
    assertThat(watch.look(NOON)).isEmpty();
    room.write("a.md", "---\nheadline: One\n---\nText and more.");
    assertThat(watch.look(NOON)).isEmpty();
    assertThat(results(watch.look(NOON))).containsExactly(CREATED);
    assertThat(watch.look(NOON)).isEmpty();
    assertThat(room.article("one").body()).isEqualTo("Text and more.");
  }

  @Test
  void theDeskIsToldWhichWatchedFilesWereRefusedUntilTheyAreMended() {
    var watch = new FolderWatch(room.desk, room.folder);
    room.write("a.md", "---\nheadline: One\npublished: soon\n---\nText");
    room.write("b.md", "---\nheadline: Two\n---\nText");
    var _ = watch.look(NOON);
    var _ = watch.look(NOON);
    assertThat(watch.refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.file()).hasFileName("a.md"));
    room.write("a.md", "---\nheadline: One\n---\nText that stands.");
    var _ = watch.look(NOON);
    var _ = watch.look(NOON);
    assertThat(watch.refused()).isEmpty();
  }

  @Test
  void whenTheSiteMovesItsPicturesMoveWithIt() throws Exception {
    Files.write(room.folder.resolve("p.gif"), GIF);
    room.write("a.md", "---\nheadline: One\n---\n![x](p.gif) [home](/articles/two)");
    room.publish();
    assertThat(room.desk.reprint(NOON)).isZero();
    var moved =
        new Desk(
            room.database,
            new DeskSettings(URI.create("https://new.example"), ZoneId.of("UTC"), "en", ""));
    assertThat(moved.reprint(NOON)).isEqualTo(1);
    assertThat(moved.reprint(NOON)).isZero();
    var article = room.article("one");
    assertThat(article.html().markup())
        .contains("https://new.example/media/", "https://new.example/articles/two")
        .doesNotContain("news.example");
    assertThat(article.version()).isEqualTo(1);
    assertThat(room.revision("article:1")).isEqualTo(2);
  }

  private Path second() {
    return dir.resolve("second");
  }

  private static List<FileOutcome.Result> results(List<FileOutcome> outcomes) {
    return outcomes.stream().map(FileOutcome::result).toList();
  }
}

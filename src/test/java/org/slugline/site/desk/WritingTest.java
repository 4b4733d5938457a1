package org.slugline.site.desk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.access.NewToken;
import org.slugline.access.Scope;
import org.slugline.kit.Running;

/** Articles written, released, corrected and taken back at the desk, by forms alone. */
class WritingTest {
  @TempDir Path dir;

  @Test
  void anArticleWithAllItsPartsGoesFromTheFormToItsReaders() throws Exception {
    try (var running = new Running(dir, Running.MORNING, Map.of("masthead.zone", "Europe/London"));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("save")
              .with("headline", "Harbour bridge opens a day early")
              .with("kicker", "Transport")
              .with("standfirst", "The first lorries crossed at dawn")
              .with(
                  "body", "The bridge carried its first lorries.\n\nIt is \"strong\" & <b>new</b>.")
              .with("section", "Local")
              .with("dateline", "HARBOUR, Monday")
              .with("tags", "Bridges\nRoads, and rails")
              .with("authors.0.name", "Ada Quill")
              .with("authors.0.role", "Correspondent")
              .with("quote.text", "We waited for this for years")
              .with("quote.speaker", "Bo Ferry")
              .with("quote.role", "skipper")
              .with("videos.0.title", "The crossing")
              .with("videos.0.url", "https://video.example/1")
              .with("videos.0.caption", "Watch the first lorry")
              .with("videos.0.length", "2m10s")
              .with("sources.0.title", "The county’s plan")
              .with("sources.0.url", "https://county.example/plan")
              .with("images.0.alt", "A lorry on a bridge")
              .with("images.0.caption", "The first crossing.")
              .with("images.0.credit", "Quill")
              .file("images.0.file", picture());
      var saved = editor.send(form);
      assertThat(saved.path()).endsWith("?done=saved");
      assertThat(saved.text(".done")).contains("Nobody but the desk sees it");
      assertThat(running.get("/").body()).doesNotContain("Harbour bridge");
      assertThat(running.get("/articles/harbour-bridge-opens-a-day-early").statusCode())
          .isEqualTo(404);
      var picture = saved.html().select(".images img").attr("src");
      assertThat(editor.open(picture).status()).isEqualTo(200);
      assertThat(running.get(picture.replaceFirst(".*/desk", "")).statusCode()).isEqualTo(404);

      var again = saved.form("release");
      assertThat(again.value("tags")).isEqualTo("Bridges\nRoads, and rails");
      assertThat(again.value("body"))
          .endsWith("> We waited for this for years\n>\n> — Bo Ferry, skipper");
      assertThat(again.value("videos.0.length")).isEqualTo("2m10s");
      var released = editor.send(again);
      assertThat(released.text(".done")).isEqualTo("Published.");
      var page = running.get("/articles/harbour-bridge-opens-a-day-early").body();
      assertThat(page)
          .contains("Transport", "HARBOUR, Monday", "Ada Quill", "Correspondent", "<cite>Bo Ferry")
          .contains("alt=\"A lorry on a bridge\"", "Quill", "https://video.example/1", "county")
          .contains("It is \"strong\" &amp; <b>new</b>");
      assertThat(running.get("/feed.rss").body()).contains("Harbour bridge opens a day early");
    }
  }

  @Test
  void aPreviewIsThePageThatReadersWillSeeAndStoresNothing() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("preview")
              .with("headline", "Ferry strike ends")
              .with("body", "The ferries sail again.\n\n> At last\n>\n> — Bo Ferry")
              .with("images.0.alt", "A ferry")
              .with("embargo", "2026-04-01T08:00")
              .file("images.0.file", picture());
      var preview = editor.send(form);
      assertThat(preview.status()).isEqualTo(200);
      assertThat(preview.text(".xml")).contains("<item>", "Ferry strike ends", "The ferries sail");
      assertThat(editor.open(preview.html().select(".proof img").attr("src")).status())
          .isEqualTo(200);
      assertThat(editor.open("/desk").text(".piles")).doesNotContain("Ferry strike");
      assertThat(running.slugline().database().dataVersion()).isPositive();

      var back = editor.send(preview.form("show")).form("release");
      assertThat(back.value("embargo")).isEqualTo("2026-04-01T08:00");
      var released = editor.send(back.with("embargo", ""));
      assertThat(released.text(".done")).isEqualTo("Published.");
      var shown = preview.html().select(".proof .piece .body").html();
      var printed =
          org.jsoup.Jsoup.parse(running.get("/articles/ferry-strike-ends").body())
              .select(".piece .body")
              .html();
      assertThat(shown.replace("/desk/media/", "/media/")).isEqualTo(printed);
    }
  }

  @Test
  void aScheduledPieceGoesOutAtItsTimeInTheNewsroomsZone() throws Exception {
    try (var running = new Running(dir, Running.MORNING, Map.of("masthead.zone", "Asia/Tokyo"));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var blank = editor.open("/desk/articles/new");
      assertThat(blank.text("#f-published-hint")).contains("Asia/Tokyo", "17:00");
      var past =
          editor.send(
              blank
                  .form("schedule")
                  .with("headline", "Tram opens")
                  .with("published", "2026-03-02T10:00"));
      assertThat(past.status()).isEqualTo(422);
      assertThat(past.html().select("#f-published").attr("aria-invalid")).isEqualTo("true");
      var scheduled = editor.send(past.form("schedule").with("published", "2026-03-02T18:00"));
      assertThat(scheduled.text(".done")).startsWith("Scheduled.");
      assertThat(scheduled.text(".head .meta")).contains("18:00 JST");
      assertThat(editor.open("/desk").text("section:has(#scheduled)")).contains("18:00 JST");
      running.later(Duration.ofMinutes(61));
      running.slugline().round().release();
      assertThat(running.get("/articles/tram-opens").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anHourThatTheClocksLeaveOutOrStrikeTwiceIsToldToTheEditor() throws Exception {
    try (var running = new Running(dir, Running.MORNING, Map.of("masthead.zone", "Europe/London"));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      for (var night :
          Map.of("2026-03-29T01:30", "02:30 BST", "2026-10-25T01:30", "BST").entrySet()) {
        var form = editor.open("/desk/articles/new").form("schedule");
        var scheduled =
            editor.send(
                form.with("headline", "Night of " + night.getKey())
                    .with("published", night.getKey()));
        assertThat(scheduled.text(".done")).contains("the clocks change");
        assertThat(scheduled.text(".head .meta")).contains(night.getValue());
      }
    }
  }

  @Test
  void whatIsUnderEmbargoIsNotPublishedByTheWrongButton() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var page =
          editor.send(
              editor
                  .open("/desk/articles/new")
                  .form("release")
                  .with("headline", "Budget leaks")
                  .with("embargo", "2026-03-03T09:00"));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.text("#f-embargo-flaw")).contains("embargo");
      assertThat(running.get("/articles/budget-leaks").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aCorrectionNeedsItsNoteAndStandsOnThePage() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var released = publish(editor, "Council votes", "Nine voted for it.");
      var without =
          editor.send(
              released
                  .form("release")
                  .with("body", "Ten voted for it.")
                  .with("kind", "correction"));
      assertThat(without.status()).isEqualTo(422);
      assertThat(without.html().select("a[href=#f-note]")).hasSize(1);
      assertThat(without.form("release").value("body")).isEqualTo("Ten voted for it.");
      var preview =
          editor.send(without.form("preview").with("note", "Ten voted for it, not nine."));
      assertThat(preview.text(".proof .correction")).contains("Ten voted for it, not nine.");
      var done = editor.send(preview.form("release"));
      assertThat(done.text(".done")).isEqualTo("The change is published.");
      assertThat(running.get("/articles/council-votes").body())
          .contains("Ten voted for it, not nine.");
      assertThat(running.get("/corrections").body()).contains("Ten voted for it, not nine.");
      var history = editor.open(done.path().replaceFirst("\\?.*", "/history"));
      assertThat(history.text("table")).contains("Correction", "Published", "editor");
      assertThat(history.html().select("ins").text()).contains("Ten");
      var earlier =
          editor
              .open(history.html().select("a[href*=version]").eachAttr("href").getLast())
              .form("release");
      assertThat(earlier.value("body")).isEqualTo("Nine voted for it.");
    }
  }

  @Test
  void aPictureIsPlacedByTheNameThatItsFileHas() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("preview")
              .with("headline", "Bridge opens")
              .with("body", "Before.\n\n![](bridge.jpg)\n\nAfter.")
              .with("images.0.alt", "A bridge")
              .file("images.0.file", picture(), "bridge.jpg");
      var preview = editor.send(form);
      assertThat(preview.status()).as(preview.text(".flaws")).isEqualTo(200);
      assertThat(preview.html().select(".proof figure img")).hasSize(1);
      var saved = editor.send(preview.form("save"));
      assertThat(saved.path()).endsWith("?done=saved");
      var released = editor.send(saved.form("release"));
      assertThat(released.text(".done")).isEqualTo("Published.");
      assertThat(running.get("/articles/bridge-opens").body())
          .containsSubsequence("Before.", "<img", "After.");
    }
  }

  @Test
  void aPictureThatWasSavedUnplacedIsPlacedByItsNameLater() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("save")
              .with("headline", "Bridge opens")
              .with("body", "Before.")
              .with("images.0.alt", "A bridge")
              .file("images.0.file", picture(), "C:\\pictures\\bridge.jpg");
      var saved = editor.send(form).form("save");
      var placed = editor.send(saved.with("body", "Before.\n\n![](bridge.jpg)\n\nAfter."));
      assertThat(placed.path()).endsWith("?done=saved");
      assertThat(placed.html().select(".images img")).hasSize(1);
    }
  }

  @Test
  void aPictureThatIsNowhereIsAskedForInTheWordsOfTheForm() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("save")
              .with("headline", "Bridge opens")
              .with("body", "![A bridge](bridge.jpg)");
      var page = editor.send(form);
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.text(".flaws"))
          .contains("There is no file `bridge.jpg`. Choose it under Pictures")
          .doesNotContain("/api/media", "beside");
    }
  }

  @Test
  void aWithdrawnPieceSaysWhyAndCanBeReturned() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var released = publish(editor, "Mayor resigns", "She has resigned.");
      var ask = editor.open(released.path().replaceFirst("\\?.*", "/withdraw"));
      var done = editor.send(ask.formTo("/withdraw").with("note", "It was a hoax."));
      assertThat(done.text(".done")).startsWith("Withdrawn.");
      var gone = running.get("/articles/mayor-resigns");
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("It was a hoax.").doesNotContain("She has resigned");
      var back = editor.send(done.form("release"));
      assertThat(back.text(".done")).startsWith("Returned");
      assertThat(running.get("/articles/mayor-resigns").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatReadersHaveSeenIsNotWithdrawnWithoutAWord() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var released = publish(editor, "Mayor resigns", "She has resigned.");
      var ask = editor.open(released.path().replaceFirst("\\?.*", "/withdraw"));
      var silent = editor.send(ask.formTo("/withdraw").with("note", "  "));
      assertThat(silent.status()).isEqualTo(422);
      assertThat(silent.text("#f-note-flaw")).isEqualTo("Say why it is withdrawn.");
      assertThat(running.get("/articles/mayor-resigns").statusCode()).isEqualTo(200);
      editor.send(silent.formTo("/withdraw").with("note", "It was a hoax."));
      assertThat(running.get("/articles/mayor-resigns").statusCode()).isEqualTo(410);
    }
  }

  @Test
  void aPictureThatNobodyDescribedIsAHintInThePreview() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("preview")
              .with("headline", "Bridge opens")
              .with("body", "Now.")
              .file("images.0.file", picture(), "bridge.jpg");
      var preview = editor.send(form);
      assertThat(preview.status()).isEqualTo(200);
      assertThat(preview.html().select(".flaws")).isEmpty();
      assertThat(preview.text(".previewbar .hint"))
          .isEqualTo(
              "The picture bridge.jpg has no description. Say what it shows, or tick “Decoration"
                  + " only”.");
      assertThat(editor.send(preview.form("release")).text(".done")).isEqualTo("Published.");
    }
  }

  @Test
  void aDraftThatWasDroppedCanBeTakenUpAgain() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("save").with("headline", "Half a thought");
      var saved = editor.send(form);
      var ask = editor.open(saved.path().replaceFirst("\\?.*", "/withdraw"));
      var dropped = editor.send(ask.formTo("/withdraw"));
      assertThat(dropped.text(".head .kicker")).isEqualTo("Withdrawn");
      assertThat(running.get("/articles/half-a-thought").statusCode()).isEqualTo(404);
      assertThat(editor.send(dropped.form("save")).text(".done")).startsWith("Saved as a draft");
      var twin =
          editor.send(
              editor
                  .open("/desk/articles/new")
                  .form("save")
                  .with("headline", "Half a thought")
                  .with("body", "More."));
      assertThat(twin.status()).isEqualTo(409);
      assertThat(twin.text("#f-slug-flaw")).contains("Half a thought");
    }
  }

  @Test
  void everyFaultIsNamedAtItsFieldAndNothingTypedIsLost() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("release")
              .with("headline", "")
              .with("body", "\n  A text with a first empty line & <i>marks</i>\n")
              .with("slug", "Not A Slug")
              .with("language", "no such language")
              .with("published", "soon")
              .with("authors.0.role", "Nobody in particular")
              .with("sources.1.url", "ftp://old.example")
              .with("images.0.caption", "A caption that took long")
              .file(
                  "images.0.file", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var faulty = editor.send(form);
      // the file first: it would have to be chosen again
      assertThat(faulty.html().select("a[href=#f-images-0-file]")).hasSize(1);
      assertThat(faulty.form("release").value("images.0.caption"))
          .isEqualTo("A caption that took long");
      var page = editor.send(faulty.form("release"));
      assertThat(page.status()).isEqualTo(422);
      for (var field :
          new String[] {
            "headline", "slug", "language", "published", "authors-0-name", "sources-1-url"
          }) {
        assertThat(page.html().select(".flaws a[href=#f-" + field + "]")).as(field).hasSize(1);
        var input = page.html().select("#f-" + field);
        assertThat(input.attr("aria-invalid")).as(field).isEqualTo("true");
        assertThat(page.text("#" + input.attr("aria-describedby").split(" ")[0]))
            .as(field)
            .isNotEmpty();
      }
      var kept = page.form("release");
      form.fields()
          .forEach((name, value) -> {
            if (!name.equals("guard") && !name.equals("act")) {
              assertThat(kept.value(name)).as(name).isEqualTo(value);
            }
          });
    }
  }

  @Test
  void faultsAreToldInTheOrderOfTheForm() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var page =
          editor.send(
              editor
                  .open("/desk/articles/new")
                  .form("release")
                  .with("kicker", "k".repeat(501))
                  .with("body", "")
                  .with("authors.0.email", "x".repeat(301))
                  .with("authors.1.url", "nowhere")
                  .with("images.0.credit", "c".repeat(501))
                  .with("images.0.url", "nowhere")
                  .with("images.1.caption", "c".repeat(5_001))
                  .with("images.1.name", "../up.jpg")
                  .with("videos.0.length", "long")
                  .with("videos.0.url", "nowhere")
                  .with("audio.0.url", "nowhere")
                  .with("sources.0.url", "nowhere")
                  .with("published", "soon")
                  .with("embargo", "later")
                  .with("section", "s".repeat(201))
                  .with("dateline", "d".repeat(501))
                  .with("tags", "t".repeat(201))
                  .with("language", "English")
                  .with("slug", "No Slug")
                  .with("rights", "r".repeat(5_001)));
      var told = page.html().select(".flaws a").eachAttr("href");
      var fields =
          page.html().select(told.stream().distinct().collect(joining(","))).eachAttr("id");
      assertThat(told.stream().distinct().map(link -> link.substring(1)).toList())
          .hasSizeGreaterThan(18)
          .containsExactlyElementsOf(fields);
    }
  }

  @Test
  void anotherRowIsAButtonAwayAndRowsMoveWithAllTheyHold() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var page =
          editor.send(
              editor
                  .open("/desk/articles/new")
                  .form("save")
                  .with("act", "add:images")
                  .with("headline", "Two pictures")
                  .with("images.0.caption", "First")
                  .file("images.0.file", picture()));
      assertThat(page.html().select("fieldset.images")).hasSize(2);
      assertThat(page.html().select("[autofocus]").attr("name")).isEqualTo("images.1.file");
      var moved =
          editor.send(
              page.form("save").with("act", "up:images.1").with("images.1.caption", "Second"));
      var form = moved.form("save");
      assertThat(form.value("images.0.caption")).isEqualTo("Second");
      assertThat(form.value("images.1.caption")).isEqualTo("First");
      assertThat(form.value("images.1.file.asset")).endsWith(".jpg");
      var cut = editor.send(form.with("act", "cut:images.0")).form("save");
      assertThat(cut.value("images.0.caption")).isEqualTo("First");
      assertThat(cut.value("headline")).isEqualTo("Two pictures");
    }
  }

  @Test
  void whoSavesLaterSeesBothAndDecides() throws Exception {
    try (var running = new Running(dir);
        var ada = new Editor(running).signIn(Running.EDITOR);
        var bo = new Editor(running).signIn(Running.EDITOR)) {
      var path =
          publish(ada, "Tunnel floods", "One lane is shut.").path().replaceFirst("\\?.*", "");
      var adas = ada.open(path).form("release").with("body", "Two lanes are shut.");
      var bos = bo.open(path).form("release").with("body", "All lanes are shut.");
      ada.send(adas);
      var conflict = bo.send(bos);
      assertThat(conflict.status()).isEqualTo(409);
      assertThat(conflict.text(".conflict table"))
          .contains("Two lanes are shut.", "All lanes are shut.");
      assertThat(running.get("/articles/tunnel-floods").body()).contains("Two lanes");
      assertThat(
              bo.open(conflict.html().select(".conflict a").attr("href"))
                  .form("release")
                  .value("body"))
          .isEqualTo("Two lanes are shut.");
      assertThat(bo.send(conflict.form("release")).text(".done")).contains("published");
      assertThat(running.get("/articles/tunnel-floods").body()).contains("All lanes");
    }
  }

  @Test
  void whatWasTypedComesBackAfterTheSessionEnded() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form =
          editor
              .open("/desk/articles/new")
              .form("release")
              .with("headline", "Long in the making")
              .with("body", "\nLine one\n\n\"quoted\" <b>&amp;</b>\n")
              .with("tags", "One\nTwo")
              .file("images.0.file", picture());
      running.later(Duration.ofHours(13));
      var over = editor.send(form);
      assertThat(over.status()).isEqualTo(401);
      assertThat(over.text(".done")).contains("kept", "chosen again");
      var wrong = editor.send(over.formTo("/desk/sign-in").with("token", "mistyped-token"));
      assertThat(wrong.status()).isEqualTo(401);
      var back = editor.send(wrong.formTo("/desk/sign-in").with("token", Running.EDITOR));
      assertThat(back.status()).isEqualTo(200);
      assertThat(back.text(".done")).contains("Nothing has been saved yet");
      var kept = back.form("release");
      assertThat(kept.value("headline")).isEqualTo("Long in the making");
      assertThat(kept.value("body")).isEqualTo("\nLine one\n\n\"quoted\" <b>&amp;</b>\n");
      assertThat(kept.value("tags")).isEqualTo("One\nTwo");
      assertThat(running.get("/articles/long-in-the-making").statusCode()).isEqualTo(404);
      assertThat(editor.send(kept).text(".done")).isEqualTo("Published.");
    }
  }

  @Test
  void whatTheStoreCannotTakeComesBackInTheForm() throws Exception {
    var file = "jdbc:sqlite:" + dir.resolve("data/slugline.db");
    try (var running =
            new Running(dir, Running.MORNING, Map.of("store.busy", Duration.ofSeconds(1)));
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var form = editor.open("/desk/articles/new").form("release").with("headline", "Locked out");
      try (var other = DriverManager.getConnection(file);
          var statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        var stuck = editor.send(form);
        assertThat(stuck.status()).isEqualTo(503);
        assertThat(stuck.text(".flaws")).contains("Nothing was lost");
        form = stuck.form("release");
        assertThat(form.value("headline")).isEqualTo("Locked out");
        statement.execute("ROLLBACK");
      }
      assertThat(editor.send(form).text(".done")).isEqualTo("Published.");
    }
  }

  @Test
  void aTokenThatMayNotIsOfferedNothingAndRefused() throws Exception {
    try (var running = new Running(dir);
        var writer = new Editor(running);
        var curator = new Editor(running)) {
      writer.signIn(made(running, "writer", Scope.PUBLISH));
      curator.signIn(made(running, "curator", Scope.CURATE));
      assertThat(writer.open("/desk").links())
          .anyMatch(link -> link.endsWith("/desk/articles/new"))
          .noneMatch(link -> link.contains("/desk/outlets") || link.contains("/desk/tokens"));
      for (var path :
          new String[] {"/desk/outlets", "/desk/tokens", "/desk/audit", "/desk/stories"}) {
        assertThat(writer.open(path).status()).as(path).isEqualTo(403);
      }
      assertThat(curator.open("/desk").links()).noneMatch(link -> link.contains("/desk/articles"));
      assertThat(curator.open("/desk/articles/new").status()).isEqualTo(403);
      assertThat(curator.open("/desk/stories").status()).isEqualTo(200);
      var form = writer.open("/desk/articles/new").form("release").with("headline", "Smuggled");
      form.with("guard", curator.open("/desk").formTo("/desk/sign-out").value("guard"));
      assertThat(curator.send(form).status()).isEqualTo(403);
      assertThat(running.get("/articles/smuggled").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void thePictureLibraryTakesFilesAndStartsAnArticleWithOne() throws Exception {
    try (var running = new Running(dir);
        var editor = new Editor(running).signIn(Running.EDITOR)) {
      var page =
          editor.send(editor.open("/desk/media").formTo("/desk/media").file("file0", picture()));
      assertThat(page.text(".done")).isEqualTo("Taken in.");
      var link = page.html().select(".gallery a").attr("href");
      assertThat(editor.open(link).html().select(".images img")).hasSize(1);
      var bad =
          editor.send(
              page.formTo("/desk/media")
                  .file("file1", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(bad.status()).isEqualTo(422);
      assertThat(bad.text("#f-file1-flaw")).contains("cannot be taken");
    }
  }

  static Editor.Page publish(Editor editor, String headline, String body) {
    var form = editor.open("/desk/articles/new").form("release");
    return editor.send(form.with("headline", headline).with("body", body));
  }

  static String made(Running running, String name, Scope... scopes) {
    return ((NewToken.Made) running.slugline().tokens().make(name, java.util.Set.of(scopes)))
        .secret();
  }

  static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new java.awt.Color(0x6b8ba4));
    pen.fillRect(0, 0, 320, 200);
    pen.setColor(new java.awt.Color(0x39424e));
    pen.fillRect(0, 130, 320, 70);
    pen.dispose();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }
}

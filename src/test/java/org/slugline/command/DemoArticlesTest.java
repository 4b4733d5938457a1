package org.slugline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Desk;
import org.slugline.desk.DeskSettings;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.FolderFiling;
import org.slugline.desk.Publishing;
import org.slugline.desk.State;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/** Our own articles of the sample week, on a real desk. */
class DemoArticlesTest {
  private static final DemoContent DEMO = DemoContent.shipped();
  @TempDir private Path dir;
  private Database database;
  private Desk desk;

  @BeforeEach
  void open() {
    var opening = Database.open(new StoreSettings(dir.resolve("data"), Duration.ofSeconds(5)));
    database = ((Opening.Opened) opening).database();
    var base = URI.create("http://localhost:7070");
    desk = new Desk(database, new DeskSettings(base, ZoneOffset.UTC, "en", "The Lantern"));
    try {
      DemoContent.layPictures(Files.createDirectories(dir.resolve("articles")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    DEMO.articles().forEach(article -> write(article.file(), article.text()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theDeskTakesThemAllWithoutADoubtAndReleasesEachInItsHour() {
    assertThat(publish(DemoContent.WEEK_BEGINS))
        .hasSize(8)
        .allSatisfy(outcome -> assertThat(outcome.faults()).as(outcome.slug()).isEmpty())
        .extracting(FileOutcome::result)
        .containsOnly(FileOutcome.Result.CREATED);
    assertThat(desk.release(Instant.parse("2026-03-03T06:59:59Z"))).isEqualTo(2);
    assertThat(desk.release(Instant.parse("2026-03-03T07:00:00Z"))).isEqualTo(1);
    assertThat(desk.release(DemoContent.WEEK_ENDS)).isEqualTo(5);
  }

  @Test
  void picturesAndCaptionsWithoutAFileStandWhereTheArticlePlacesThem() {
    publish(DemoContent.WEEK_ENDS);
    var html = article("astrid-nor-fire").html().toString();
    assertThat(html)
        .contains("Passengers were given soup", "Maren Kolt", "the Astrid Nor an hour after")
        .contains("<img ", "alt=\"Families wrapped in grey blankets", "width=\"960\"")
        .doesNotContain("<video", "![");
    assertThat(html.indexOf("Passengers were given soup"))
        .isBetween(html.indexOf("Mikkel Aas, coastguard"), html.indexOf("Captain Lena Strand"));
  }

  @Test
  void theCorrectedFileIsASecondVersionUnderTheSameAddress() {
    publish(DemoContent.WEEK_ENDS);
    var before = article("astrid-nor-fire");
    for (var article : DEMO.articles()) {
      article.revised().ifPresent(revised -> write(article.file(), revised.text()));
    }
    assertThat(publish(DemoContent.WEEK_ENDS.plusSeconds(60)))
        .filteredOn(outcome -> outcome.result() != FileOutcome.Result.UNCHANGED)
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.result()).isEqualTo(FileOutcome.Result.CHANGED);
          assertThat(outcome.faults()).isEmpty();
        });
    var after = article("astrid-nor-fire");
    assertThat(after.uri()).isEqualTo(before.uri());
    assertThat(after.headline()).isEqualTo("Two crew dead after fire on the night ferry");
    assertThat(after.state()).isEqualTo(State.RELEASED);
  }

  private Article article(String slug) {
    return database.read(Articles.class, articles -> articles.bySlug(slug)).orElseThrow();
  }

  private List<FileOutcome> publish(Instant now) {
    var outcomes = new ArrayList<FileOutcome>();
    var folder = List.of(dir.resolve("articles"));
    FolderFiling.publish(desk, folder, Publishing.PLAIN, "demo", now, outcomes::add);
    return outcomes;
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(dir.resolve("articles"));
      Files.writeString(dir.resolve("articles").resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

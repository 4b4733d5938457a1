package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.story.Newsroom.NOON;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Revisions;

class RewordingTest {
  private static final String FERRY = "Ferry runs aground outside Lerwick harbour";
  private static final String MORE =
      "The ferry Hrossey ran aground off Lerwick in thick fog; 87 passengers were taken ashore by"
          + " lifeboat.";
  private static final Instant LATER = NOON.plusSeconds(3_600);

  @TempDir Path dir;

  @BeforeEach
  void fill() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.article(7, NOON, FERRY, MORE);
      newsroom.item(1, 1, NOON.plusSeconds(60), FERRY + " in fog", MORE);
      newsroom.item(2, 2, NOON.plusSeconds(90), FERRY + ", lifeboats out", MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(90));
    }
  }

  @Test
  void aStoryHasTheHeadlineOfItsLeadAsItReadsNow() {
    try (var newsroom = new Newsroom(dir)) {
      var lead = newsroom.storyOf("a7").lead();
      reword(newsroom, lead, "Ferry refloated");
      newsroom.grouper.catchUp(LATER);
      var story = newsroom.storyOf("a7");
      assertThat(story.headline()).isEqualTo("Ferry refloated");
      for (var scope : List.of("stories", "story:" + story.name(), "told:" + story.name())) {
        assertThat(changed(newsroom, scope)).as(scope).isEqualTo(LATER);
      }
      newsroom.grouper.catchUp(LATER.plusSeconds(60));
      assertThat(changed(newsroom, "stories")).isEqualTo(LATER);
    }
  }

  @Test
  void anotherPieceInOtherWordsMovesTheStorysFeedAndNotHowItIsTold() {
    try (var newsroom = new Newsroom(dir)) {
      var before = newsroom.storyOf("a7");
      var other = before.lead().equals("i2") ? "i1" : "i2";
      reword(newsroom, other, "Hrossey aground");
      newsroom.grouper.catchUp(LATER);
      assertThat(newsroom.storyOf("a7").headline()).isEqualTo(before.headline());
      assertThat(changed(newsroom, "story:" + before.name())).isEqualTo(LATER);
      assertThat(changed(newsroom, "told:" + before.name())).isBefore(LATER);
      // our own piece names it beside its words
      assertThat(changed(newsroom, "article:7")).isEqualTo(LATER);
      assertThat(changed(newsroom, "articles")).isEqualTo(LATER);
    }
  }

  @Test
  void anotherNameOfAnOutletIsPrintedWhereverItIsNamed() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.database.change(handle -> {
        handle.execute("UPDATE outlet SET last_poll = 1");
        handle.execute("UPDATE outlet SET title = 'The Shetland Post' WHERE id = 1");
      });
      newsroom.grouper.catchUp(LATER);
      for (var scope : List.of("wire", "articles", "story:" + newsroom.storyOf("a7").name())) {
        assertThat(changed(newsroom, scope)).as(scope).isEqualTo(LATER);
      }
      assertThat(changed(newsroom, "stories")).isBefore(LATER);
    }
  }

  private static void reword(Newsroom newsroom, String piece, String title) {
    newsroom.database.change(handle ->
        handle.execute(
            piece.startsWith("i")
                ? "UPDATE item SET title = ? WHERE id = ?"
                : "UPDATE article SET headline = ? WHERE id = ?",
            title,
            Long.valueOf(piece.substring(1))));
  }

  private static Instant changed(Newsroom newsroom, String scope) {
    return newsroom.database.read(Revisions.class, revisions -> revisions.of(scope)).changed();
  }
}

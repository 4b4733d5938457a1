package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.story.Newsroom.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrouperTest {
  private static final String HARBOUR = "Ferry runs aground outside Lerwick harbour";
  private static final String HARBOUR_MORE =
      "The ferry Hrossey ran aground off Lerwick in thick fog; 87 passengers were taken ashore by"
          + " lifeboat.";

  @TempDir Path dir;

  @Test
  void twoOutletsOnOneEventAreAStoryAndOneAloneIsNot() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.item(2, 2, NOON.plusSeconds(600), "Budget vote delayed again in Oslo", "");
      assertThat(newsroom.grouper.catchUp(NOON.plusSeconds(900))).isEqualTo(2);
      assertThat(newsroom.stories()).isEmpty();

      newsroom.item(
          3,
          2,
          NOON.plusSeconds(1200),
          "Lerwick ferry aground, passengers safe",
          "Lifeboats took 87 passengers off the ferry Hrossey after it ran aground near Lerwick"
              + " harbour.");
      newsroom.grouper.catchUp(NOON.plusSeconds(1300));

      var story = newsroom.storyOf("i3");
      assertThat(newsroom.storyOf("i1")).isEqualTo(story);
      assertThat(story.outlets()).isEqualTo(2);
      assertThat(story.independent()).isEqualTo(2);
      assertThat(newsroom.pieces(story)).extracting(StoryPiece::piece).containsExactly("i1", "i3");
      assertThat(newsroom.pieces(story).get(1).reasons().terms()).contains("lerwick", "hrossey");
      assertThat(newsroom.stories()).hasSize(1);
    }
  }

  @Test
  void whatIsPrintedHasItsRevisionBumpedAndNothingElse() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.article(7, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON);
      assertThat(newsroom.revision("stories")).isZero();
      assertThat(newsroom.revision("article:7")).isZero();

      newsroom.item(1, 1, NOON.plusSeconds(60), HARBOUR, HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(60));
      var story = newsroom.storyOf("a7");
      var stories = newsroom.revision("stories");
      var article = newsroom.revision("article:7");
      assertThat(stories).isPositive();
      assertThat(article).isPositive();
      assertThat(newsroom.revision("story:" + story.name())).isPositive();

      newsroom.item(2, 2, NOON.plusSeconds(120), "Oslo council postpones its budget vote", "");
      newsroom.grouper.catchUp(NOON.plusSeconds(120));
      newsroom.grouper.catchUp(NOON.plusSeconds(180));
      assertThat(newsroom.revision("stories")).isEqualTo(stories);
      assertThat(newsroom.revision("article:7")).isEqualTo(article);
    }
  }

  @Test
  void ourArticleCarriesOthersCoverageAndRetentionKeepsIt() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.article(7, NOON.plusSeconds(60), "Lerwick ferry aground", HARBOUR_MORE);
      newsroom.article(8, NOON.plusSeconds(90), "Lerwick ferry: how to get home", HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));

      assertThat(newsroom.related("a7")).extracting(RelatedPiece::piece).containsExactly("i1");
      assertThat(newsroom.related("a7").getFirst().outletTitle()).isEqualTo("Outlet 1");
      assertThat(newsroom.related("a7").getFirst().sameStory()).isTrue();
      assertThat(kept(newsroom)).contains("i1", "a7");
    }
  }

  @Test
  void aWithdrawnArticleLeavesItsStoryAtOnce() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.article(7, NOON.plusSeconds(60), HARBOUR, HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));
      assertThat(newsroom.stories()).hasSize(1);

      newsroom.withdraw(7);
      newsroom.grouper.catchUp(NOON.plusSeconds(180));
      assertThat(newsroom.stories()).isEmpty();
      assertThat(newsroom.storyOf("i1").article()).isEmpty();
    }
  }

  @Test
  void anItemThatIsForgottenLeavesItsLiveStoryAndFreesItsNumber() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.item(2, 2, NOON.plusSeconds(60), HARBOUR, HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));
      var story = newsroom.storyOf("i1");
      assertThat(story.outlets()).isEqualTo(2);

      newsroom.forget(2);
      newsroom.item(2, 3, NOON.plusSeconds(180), "Budget vote delayed again in Oslo", "");
      assertThat(newsroom.grouper.catchUp(NOON.plusSeconds(240))).isEqualTo(1);
      assertThat(newsroom.storyOf("i1").outlets()).isEqualTo(1);
      assertThat(newsroom.storyOf("i2").id()).isNotEqualTo(story.id());
    }
  }

  @Test
  void anEndedStoryTakesNoMorePiecesAndKeepsItsList() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.article(7, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.item(1, 1, NOON.plusSeconds(60), HARBOUR, HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));
      var list = newsroom.related("a7");

      var later = NOON.plus(Duration.ofDays(15));
      newsroom.item(2, 2, later, "Oslo council postpones its budget vote", "");
      newsroom.grouper.catchUp(later);
      assertThat(newsroom.grouper.forget()).isEqualTo(1);
      newsroom.item(3, 2, later.plusSeconds(60), HARBOUR, HARBOUR_MORE);
      newsroom.anotherGrouper().catchUp(later.plusSeconds(60));

      assertThat(newsroom.storyOf("i3").id()).isNotEqualTo(newsroom.storyOf("i1").id());
      assertThat(newsroom.related("a7")).isEqualTo(list);
    }
  }

  @Test
  void anAgencysTextInTwoOutletsIsOneReport() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.item(2, 2, NOON.plusSeconds(60), "Shetland ferry aground in fog", HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));

      var story = newsroom.storyOf("i2");
      assertThat(story.outlets()).isEqualTo(2);
      assertThat(story.independent()).isEqualTo(1);
      assertThat(newsroom.pieces(story).get(1).copyOf()).isEqualTo("i1");
    }
  }

  @Test
  void wordsThatAreNotStoredFindTheirStoryAndLeaveNoTrace() {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, HARBOUR, HARBOUR_MORE);
      newsroom.item(2, 2, NOON.plusSeconds(60), "Shetland ferry aground in fog", HARBOUR_MORE);
      newsroom.grouper.catchUp(NOON.plusSeconds(120));

      var outlook =
          newsroom.grouper.outlook("Passengers leave Lerwick ferry", HARBOUR_MORE, "en", NOON);
      assertThat(outlook.story()).contains(newsroom.storyOf("i1"));
      assertThat(outlook.items()).extracting(RelatedPiece::piece).containsExactly("i1", "i2");
      assertThat(newsroom.database.dataVersion()).isPositive();
    }
  }

  private static List<String> kept(Newsroom newsroom) {
    return newsroom.database.read(
        handle -> handle.createQuery("SELECT piece FROM keep").mapTo(String.class).list());
  }

  static Instant minutes(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}

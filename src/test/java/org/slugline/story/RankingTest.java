package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void whatWasToldWithinTheHourStandsBeforeWhatIsALittleMoreAlikeFromTwoDaysAgo() {
    var told =
        new Stream()
            .add(
                "two-days-ago",
                "en",
                0,
                "Harbour pilots begin walkout at Felstead docks",
                "Pilots at the docks left the control tower over rosters.")
            .add(
                "this-hour",
                "en",
                2 * 1440,
                "Felstead: ships queue in the estuary",
                "Pilots say rosters are to blame for the walkout.")
            .add(
                "asked",
                "en",
                2 * 1440 + 20,
                "Pilots resume walkout at Felstead docks",
                "Ships queue again as pilots protest over rosters.")
            .run();
    assertThat(told.related("asked")).containsExactly("this-hour", "two-days-ago");
  }

  @Test
  void aCommentThatSharesAWordOrTwoStandsAtTheEndOfTheList() {
    var told =
        new Stream()
            .add(
                "comment",
                "en",
                0,
                "What the quiet men of the estuary taught me about patience and pride",
                "My grandfather kept a ledger of every vessel that he brought in, of the weather,"
                    + " of the captains and their moods, of rosters torn up in anger and mended"
                    + " over tea, and on Sundays he read to us from it as others read scripture.")
            .add(
                "asked",
                "en",
                60,
                "Pilots resume walkout at Felstead docks",
                "Ships queue again as pilots protest over rosters, said the harbour master, who"
                    + " blamed the company for a week of delays, for spoilt fruit and for idle"
                    + " cranes.")
            .run();
    assertThat(told.related("asked")).containsExactly("comment");
  }
}

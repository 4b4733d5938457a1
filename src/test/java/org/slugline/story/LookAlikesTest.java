package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookAlikesTest {
  @Test
  void twoFightsOfOneChampionAreTwoStories() {
    var told =
        new Stream()
            .add(
                "reed1",
                "en",
                0,
                "Danylo Horak stops Marcus Reed in the seventh round",
                "Horak retained his heavyweight titles in Hamburg.")
            .add(
                "reed2",
                "en",
                30,
                "Champion Danylo Horak too strong for Marcus Reed",
                "Heavyweight champion Horak stopped Reed in the seventh round in Hamburg.")
            .add(
                "barlow1",
                "en",
                60,
                "Danylo Horak stops Tony Barlow in the sixth round",
                "Horak kept his heavyweight titles in Bern.")
            .add(
                "barlow2",
                "en",
                90,
                "Champion Danylo Horak outclasses Tony Barlow",
                "Heavyweight champion Horak stopped Barlow in the sixth round in Bern.")
            .run();
    assertThat(told.with("reed1")).containsExactly("reed1", "reed2");
    assertThat(told.with("barlow1")).containsExactly("barlow1", "barlow2");
  }

  @Test
  void aNameThatOneSideKnowsTooKeepsNothingApart() {
    var told =
        new Stream()
            .add(
                "one",
                "en",
                0,
                "Anchors sign first baseman Luis Cabrera for eight years",
                "The Anchors signed Luis Cabrera, the first baseman, and manager Kyle Denham said"
                    + " he was the first choice.")
            .add(
                "two",
                "en",
                30,
                "First baseman joins Anchors for eight years, says manager Kyle Denham",
                "The Anchors signed the first baseman for eight years, manager Kyle Denham said.")
            .run();
    assertThat(told.with("one")).containsExactly("one", "two");
  }
}

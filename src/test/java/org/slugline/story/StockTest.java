package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What stands under every headline is no evidence of an event. */
class StockTest {
  private static final List<String> EVENTS =
      List.of(
          "Ferry runs aground off Lerwick",
          "Council votes to close three schools",
          "Brewery burns to the ground in Graz",
          "Striker leaves Porto for Turin",
          "Judge frees four miners in Katowice",
          "Opera house names its first female conductor");

  private static final String REPORT =
      "Lifeboats took 87 passengers off the ferry Hrossey after it ran aground in thick fog near"
          + " Lerwick harbour late on Tuesday.";

  @Test
  void anOutletsOwnDescriptionUnderEveryHeadlineJoinsNothing() {
    var rehearsal =
        run(
            EVENTS,
            "bugle",
            _ ->
                "Find the latest headlines, pictures, video and analysis from the Skarvik Bugle,"
                    + " your trusted source for independent island journalism.");
    assertThat(largest(rehearsal)).isEqualTo(1);
  }

  @Test
  void aBylineBeforeEverySummaryJoinsNothing() {
    var rehearsal =
        run(
            EVENTS,
            "bugle",
            event ->
                "By Ada Quill, Skarvik Bugle staff writer, updated Monday 10:45 AM EST. Nobody had"
                    + " expected it, said those who saw: "
                    + event.toLowerCase(java.util.Locale.ROOT)
                    + ".");
    assertThat(largest(rehearsal)).isEqualTo(1);
  }

  @Test
  void whatManyOutletsPrintUnderEveryHeadlineJoinsNothing() {
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    var random = new Random(3);
    var trades = List.of("teacher", "painter", "judge", "nurse");
    for (var i = 0; i < 400; i++) {
      var title =
          "Obituary: "
              + name(random, 40)
              + " "
              + name(random, 900)
              + ", "
              + (60 + random.nextInt(40))
              + ", "
              + trades.get(random.nextInt(4));
      var text =
          "Died peacefully at home surrounded by the family. The funeral will be held on Friday.";
      place(rehearsal, "p" + i, "outlet" + i % 20, i, title, text);
    }
    // some share a first name, an age and a trade
    assertThat(largest(rehearsal)).isLessThan(20);
  }

  @Test
  void aReportTakenOverUnderAnotherHeadlineIsStillACopy() {
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    place(rehearsal, "a", "one", 0, "Ferry runs aground off Lerwick", REPORT);
    place(
        rehearsal,
        "b",
        "two",
        5,
        "Shetland islanders row out to rescue those on the Hrossey",
        REPORT);
    var clusters = rehearsal.clusters();
    assertThat(clusters.get("b")).isEqualTo(clusters.get("a"));
  }

  /** The second version of a report by its own outlet still joins the first. */
  @Test
  void whatAnOutletRewritesJoinsItself() {
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    place(rehearsal, "a", "one", 0, "Ferry runs aground off Lerwick", REPORT);
    place(
        rehearsal,
        "b",
        "one",
        60,
        "UPDATE 1-Ferry that ran aground off Lerwick is towed",
        REPORT + " A tug towed it to port.");
    var clusters = rehearsal.clusters();
    assertThat(clusters.get("b")).isEqualTo(clusters.get("a"));
  }

  private static String name(Random random, int many) {
    var number = 1000 + 7919 * random.nextInt(many);
    var name = new StringBuilder("Q");
    for (var rest = number; rest > 0; rest /= 20) {
      name.append((char) ('a' + rest % 20));
    }
    return name.toString();
  }

  private static Rehearsal run(
      List<String> events, String outlet, java.util.function.UnaryOperator<String> summary) {
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    for (var i = 0; i < events.size(); i++) {
      place(rehearsal, "p" + i, outlet, i, events.get(i), summary.apply(events.get(i)));
    }
    return rehearsal;
  }

  private static void place(
      Rehearsal rehearsal, String id, String outlet, int minutes, String title, String summary) {
    var at = Stream.START.plus(Duration.ofMinutes(minutes));
    rehearsal.keep(rehearsal.place(new Piece(id, outlet, "en", at, at, title, summary)));
  }

  private static int largest(Rehearsal rehearsal) {
    return new Stream.Outcome(rehearsal).largest();
  }
}

package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final String[] SUBJECTS = {
    "harbour",
    "council",
    "ferry",
    "minister",
    "court",
    "factory",
    "school",
    "river",
    "stadium",
    "bridge"
  };
  private static final String[] ACTS = {
    "closes", "burns", "reopens", "strikes", "floods", "votes", "collapses", "wins"
  };
  private static final String[] PLACES = {
    "Oslo", "Leeds", "Porto", "Gdansk", "Turin", "Lyon", "Graz", "Malmo", "Cork", "Riga"
  };

  /** Of a third of all pieces. */
  private static final String BYLINE = "By our staff writer at the Skarvik Bugle, updated hourly. ";

  /** A newsroom's week in small: many events, each told by some outlets in varied words. */
  private static List<Piece> stream(long seed, int size) {
    var random = new Random(seed);
    var pieces = new ArrayList<Piece>();
    for (var i = 0; i < size; i++) {
      var event = random.nextInt(Math.max(1, size / 4));
      var words = new Random(event);
      var title =
          SUBJECTS[words.nextInt(SUBJECTS.length)]
              + " "
              + ACTS[words.nextInt(ACTS.length)]
              + " in "
              + PLACES[words.nextInt(PLACES.length)]
              + (random.nextBoolean() ? " after " + (20 + words.nextInt(900)) + " protest" : "");
      var at = NOON.plus(Duration.ofMinutes(17L * i - random.nextInt(600)));
      pieces.add(
          new Piece(
              "p" + i,
              "o" + random.nextInt(12),
              "en",
              at,
              NOON.plus(Duration.ofMinutes(17L * i)),
              title,
              (i % 3 == 0 ? BYLINE : "")
                  + "name"
                  + event
                  + " spoke of the "
                  + title.toLowerCase(java.util.Locale.ROOT)));
    }
    return pieces;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPieceStandsInExactlyOneStoryInAnyOrderOfArrival(long seed) {
    var pieces = stream(seed, 300);
    Collections.shuffle(pieces, new Random(seed));
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    pieces.forEach(piece -> rehearsal.keep(rehearsal.place(piece)));
    assertThat(rehearsal.clusters()).hasSize(300).doesNotContainValue(null);
    assertThat(rehearsal.clusters().keySet())
        .containsExactlyElementsOf(pieces.stream().map(Piece::id).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anEngineResumedAnywhereDecidesLikeOneThatNeverStopped(long seed) {
    var settings = new Grouping(0.7, Duration.ofDays(1), 3);
    var pieces = stream(seed, 400);
    var whole = new Log(settings);
    pieces.forEach(whole::place);

    var resumed = new Log(settings);
    var random = new Random(seed);
    for (var piece : pieces) {
      if (random.nextInt(20) == 0) {
        resumed.restart();
      }
      resumed.place(piece);
    }
    for (var i = 0; i < pieces.size(); i++) {
      assertThat(resumed.placements.get(i)).isEqualTo(whole.placements.get(i));
    }
    assertThat(whole.placements).anyMatch(placement -> !placement.merges().isEmpty());
    assertThat(whole.placements).anyMatch(placement -> !placement.bridges().isEmpty());
  }

  @Test
  void aPieceWithoutWordsStandsAlone() {
    var stream = new Stream();
    stream.add("none", "", 0, "", "").add("blank", "xx", 1, " \n", "…").add("no", "", 2, "", "");
    assertThat(stream.run().largest()).isEqualTo(1);
  }

  @Test
  void aTitleOfOneWordMakesNoGiant() {
    var stream = new Stream();
    for (var i = 0; i < 200; i++) {
      stream.add("w" + i, "en", i, SUBJECTS[i % SUBJECTS.length], "");
    }
    for (var i = 0; i < 100; i++) {
      stream.add("o" + i, "en", 200 + i, SUBJECTS[i % 10] + " " + ACTS[i % 8] + " " + i, "");
    }
    assertThat(stream.run().largest()).isLessThanOrEqualTo(40);
  }

  @Test
  void aTitleOfTenThousandWordsTakesNoLongerThanAnother() {
    var words = String.join(" ", Collections.nCopies(2500, "harbour council ferry minister"));
    var engine = new Engine(Grouping.DEFAULT);
    var placement = engine.place(piece("long", "o", NOON, words));
    assertThat(placement.signature().length()).isLessThan(10_000);
  }

  @Test
  void impossibleDatesAreTakenForTheTimeOfArrival() {
    var engine = new Engine(Grouping.DEFAULT);
    for (var year : List.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
      var placement =
          engine.place(
              new Piece(year, "o", "en", Instant.parse(year), NOON, "Ferry aground in Oslo", ""));
      assertThat(placement.at()).isEqualTo(NOON);
    }
    assertThat(engine.stories()).isEqualTo(1);
  }

  @Test
  void anOutletThatRepeatsOneHeadlineForEverHoldsNobodyElses() {
    var stream = new Stream();
    for (var i = 0; i < 1000; i++) {
      stream.add("r" + i, "en", i, "Morning briefing: what you need to know today", "");
    }
    stream.add("other", "en", 1001, "Ferry runs aground outside Oslo this morning", "");
    assertThat(stream.run().with("other")).containsExactly("other");
  }

  @Test
  void theSameTextFromThreeHundredOutletsIsOneReport() {
    var stream = new Stream();
    for (var i = 0; i < 300; i++) {
      stream.add(
          "c" + i,
          "en",
          i,
          "Ferry runs aground off Lerwick",
          "Lifeboats took 87 passengers off the ferry Hrossey after it ran aground in thick fog"
              + " near Lerwick harbour late on Tuesday.");
    }
    var rehearsal = new Rehearsal(Grouping.DEFAULT);
    var own =
        stream.pieces().stream()
            .map(rehearsal::place)
            .filter(placement -> placement.copyOf().isEmpty())
            .count();
    assertThat(own).isEqualTo(1);
  }

  @Test
  void fiveThousandPiecesAtOnceFromOneOutletMakeNoGiant() {
    var engine = new Rehearsal(Grouping.DEFAULT);
    var random = new Random(1);
    for (var i = 0; i < 5000; i++) {
      var title =
          "Outlet digest: "
              + SUBJECTS[random.nextInt(10)]
              + " "
              + ACTS[random.nextInt(8)]
              + " near "
              + Integer.toString(random.nextInt(40_000), 36);
      engine.keep(engine.place(piece("p" + i, "one", NOON, title)));
    }
    assertThat(new Stream.Outcome(engine).largest()).isLessThan(100);
  }

  @Test
  void roundUpsJoinNothingWhateverTheyCarry() {
    var stream = new Stream();
    stream.add("event", "en", 0, "Ferry runs aground off Lerwick", "Lifeboats took 87 off.");
    var titles =
        List.of(
            "Morning briefing",
            "The Morning Links for March 10, 2014",
            "10 Things You Need To Know This Morning",
            "Monday Evening Business Brief",
            "International markets roundup",
            "In brief | Nation & World, March 11, 2014",
            "Presseschau am Morgen",
            "Новини дня: головне");
    for (var i = 0; i < titles.size(); i++) {
      stream.add("r" + i, "", 10 + i, titles.get(i), "A ferry runs aground off Lerwick, and more.");
    }
    var outcome = stream.run();
    for (var i = 0; i < titles.size(); i++) {
      assertThat(outcome.with("r" + i)).as(titles.get(i)).containsExactly("r" + i);
    }
    assertThat(outcome.with("event")).containsExactly("event");
  }

  @Test
  void whatSitesHangOnTheirHeadlinesHoldsNothingTogether() {
    var stream = new Stream();
    var events =
        List.of(
            "Ferry runs aground off Lerwick",
            "Council votes to close three schools",
            "Brewery burns to the ground in Graz",
            "Striker leaves Porto for Turin");
    for (var i = 0; i < events.size(); i++) {
      stream.add("e" + i, "en", i, "BREAKING: " + events.get(i) + " | Northern Lights Herald", "");
    }
    assertThat(stream.run().largest()).isEqualTo(1);
  }

  @Test
  void memoryFollowsTheLiveWindowAndNotTheArchive() {
    var engine = new Engine(new Grouping(0.5, Duration.ofDays(1), 3));
    for (var i = 0; i < 5000; i++) {
      var at = NOON.plus(Duration.ofHours(i));
      engine.place(piece("p" + i, "o", at, "ferry " + Integer.toString(i * 7919, 36) + " aground"));
    }
    assertThat(engine.pieces()).isLessThan(30);
    assertThat(engine.stories()).isLessThan(30);
    assertThat(engine.words()).isLessThan(200);
  }

  private static Piece piece(String id, String outlet, Instant at, String title) {
    return new Piece(id, outlet, "en", at, at, title, "");
  }

  /** What a database would keep of an engine's decisions, and give back to another engine. */
  private static final class Log {
    private final Grouping settings;
    private final List<Placement> placements = new ArrayList<>();
    private final Map<String, String> outlets = new HashMap<>();
    private Engine engine;

    Log(Grouping settings) {
      this.settings = settings;
      engine = new Engine(settings);
    }

    void place(Piece piece) {
      outlets.put(piece.id(), piece.outlet());
      placements.add(engine.place(piece));
    }

    void restart() {
      engine = new Engine(settings);
      if (placements.isEmpty()) {
        return;
      }
      var roots = new HashMap<Long, Long>();
      var merges = new ArrayList<Placement.Merge>();
      placements.forEach(placement -> merges.addAll(placement.merges()));
      merges.forEach(merge -> roots.put(merge.younger(), merge.elder()));
      var horizon = placements.getLast().arrival().minus(settings.window());
      var rows =
          placements.stream()
              .filter(p -> !p.arrival().isBefore(horizon))
              .map(p -> placed(p, root(roots, p.story())))
              .toList();
      rows.forEach(engine::restore);
      merges.stream()
          .map(merge -> new Placement.Merge(root(roots, merge.elder()), merge.younger()))
          .forEach(engine::merged);
      rows.forEach(engine::bridged);
      engine.continueAfter(placements.stream().mapToLong(Placement::story).max().orElse(0));
    }

    private static long root(Map<Long, Long> roots, long story) {
      var root = story;
      while (roots.containsKey(root)) {
        root = roots.get(root);
      }
      return root;
    }

    private Placed placed(Placement p, long story) {
      return new Placed(
          p.piece(),
          outlets.getOrDefault(p.piece(), ""),
          story,
          p.arrival(),
          p.at(),
          p.copyOf(),
          p.signature(),
          p.bridges());
    }
  }
}

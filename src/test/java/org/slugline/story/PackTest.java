package org.slugline.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.story.Newsroom.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start reads packs for the rows of the live window, and knows the same. */
class PackTest {
  private static final int ITEMS = 2 * Pack.MOST + 1000;
  private static final int FORGOTTEN = 99;
  private static final Grouping DAYS = new Grouping(0.5, Duration.ofDays(3), 3);
  private static final String[] WORDS = {
    "harbour", "ferry", "Zürich", "council", "350 soldiers", "Oslo", "court", "strike", "Monday",
    "Wallace", "flood", "вибори", "選挙", "factory", "budget", "Leeds", "pensions", "storm"
  };

  @TempDir static Path filled;
  @TempDir Path dir;

  /** A batch of grouping is smaller than a pack, and the last pieces are too few for one. */
  @BeforeAll
  static void someThousandItems() {
    try (var newsroom = new Newsroom(filled, DAYS)) {
      newsroom.item(1, 1, NOON, title(1), "");
      add(newsroom, 2, ITEMS, NOON.plusSeconds(1));
      newsroom.grouper.catchUp(NOON.plusSeconds(ITEMS));
      assertThat(packs(newsroom)).hasSizeGreaterThan(2);
      assertThat(packs(newsroom).getLast().last()).isLessThan(ITEMS);
    }
  }

  @Test
  void aStartFromPacksDecidesAsOneFromRows() throws IOException {
    // a part of the first pack is over by then
    var later = NOON.plus(Duration.ofDays(3)).plusSeconds(600);
    try (var packed = copy("packed");
        var plain = copy("plain")) {
      plain.database.change(handle -> handle.execute("DELETE FROM pack"));
      for (var newsroom : List.of(packed, plain)) {
        add(newsroom, ITEMS + 1, ITEMS + 1000, later);
        newsroom.anotherGrouper().catchUp(later.plusSeconds(1000));
      }
      assertThat(decisions(packed)).hasSize(ITEMS + 1000).isEqualTo(decisions(plain));
      assertThat(count(packed, "placement WHERE bridges <> ''")).isGreaterThan(100);
      assertThat(count(packed, "placement WHERE merges <> ''")).isGreaterThan(10);
      assertThat(count(packed, "placement WHERE signature LIKE '%bugl:0+%'"))
          .isGreaterThan(ITEMS / 2);
    }
  }

  @Test
  void whatWasForgottenStandsInNoPackAndTheOthersAreSoonInOneAgain() throws IOException {
    try (var newsroom = copy("forgotten")) {
      var before = packs(newsroom);
      newsroom.forget(FORGOTTEN);
      newsroom.grouper.catchUp(NOON.plusSeconds(ITEMS + 1));
      assertThat(packs(newsroom)).isEqualTo(before.subList(1, before.size()));

      add(newsroom, ITEMS + 1, ITEMS + 1, NOON.plusSeconds(ITEMS + 2));
      newsroom.anotherGrouper().catchUp(NOON.plusSeconds(ITEMS + 3));
      assertThat(packs(newsroom)).hasSameSizeAs(before);
      assertThat(packsWith(newsroom, "i" + FORGOTTEN)).isZero();
      assertThat(packsWith(newsroom, "i" + (FORGOTTEN + 1))).isEqualTo(1);
    }
  }

  @Test
  void packsOfWhatLivesNoMoreGo() throws IOException {
    try (var newsroom = copy("over")) {
      var later = NOON.plus(Duration.ofDays(9));
      add(newsroom, ITEMS + 1, ITEMS + 1, later);
      newsroom.grouper.catchUp(later);
      newsroom.grouper.forget();
      assertThat(packs(newsroom)).isEmpty();
    }
  }

  private Newsroom copy(String name) throws IOException {
    var copy = Files.createDirectory(dir.resolve(name));
    Files.copy(filled.resolve("slugline.db"), copy.resolve("slugline.db"));
    return new Newsroom(copy, DAYS);
  }

  private static void add(Newsroom newsroom, long first, long last, Instant seen) {
    var titles = LongStream.rangeClosed(first, last).mapToObj(PackTest::title).toList();
    newsroom.items(first, 1, seen, titles);
  }

  /** Five words of an event, of some two of another, behind the name that the outlet puts first. */
  private static String title(long id) {
    var random = new Random(id);
    var event = random.nextInt(300);
    var other = random.nextInt(6) == 0 ? (event + 150) % 300 : event;
    return "Bugle "
        + random.ints(5, 0, 8).mapToObj(word -> word(event, word)).collect(Collectors.joining(" "))
        + " "
        + random.ints(3, 0, 8).mapToObj(word -> word(other, word)).collect(Collectors.joining(" "));
  }

  private static String word(int event, int word) {
    var random = new Random(event * 8L + word);
    return random.nextInt(3) == 0
        ? WORDS[random.nextInt(WORDS.length)]
        : "term" + (char) ('a' + random.nextInt(26)) + random.nextInt(40);
  }

  private static List<PackTable.Span> packs(Newsroom newsroom) {
    return newsroom.database.read(PackTable.class, packs -> packs.spans(0));
  }

  private static int packsWith(Newsroom newsroom, String piece) {
    return newsroom.database.read(handle ->
        handle
            .createQuery("SELECT count(*) FROM pack WHERE instr(bytes, :piece)")
            .bind("piece", ("\n" + piece + "\n").getBytes(UTF_8))
            .mapTo(Integer.class)
            .one());
  }

  private static int count(Newsroom newsroom, String from) {
    return newsroom.database.read(
        handle -> handle.select("SELECT count(*) FROM " + from).mapTo(Integer.class).one());
  }

  private static Map<String, String> decisions(Newsroom newsroom) {
    var decisions = new TreeMap<String, String>();
    newsroom.database.read(handle ->
        handle
            .createQuery(
                """
                SELECT piece, concat_ws(' ', story, score, copy_of, reasons, bridges, signature)
                  FROM placement
                """)
            .map((row, _) -> decisions.put(row.getString(1), row.getString(2)))
            .list());
    return decisions;
  }
}

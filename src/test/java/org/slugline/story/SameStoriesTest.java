package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same stream makes the same stories, whole or resumed, in one process or two. */
class SameStoriesTest {
  private static final int CHUNKS = 12;
  private static final int CHUNK = 12;
  private static final Grouping SHORT = new Grouping(0.7, Duration.ofDays(1), 3);
  private static final String[] SUBJECTS = {"harbour", "council", "ferry", "court", "factory"};
  private static final String[] ACTS = {"closes", "burns", "reopens", "strikes", "floods"};
  private static final String[] PLACES = {"Oslo", "Leeds", "Porto", "Gdansk", "Turin", "Lyon"};

  @TempDir Path dir;
  private Map<String, Long> alone = Map.of();

  @BeforeEach
  void oneGrouperThatNeverStops() {
    try (var newsroom = new Newsroom(dir.resolve("alone"), SHORT)) {
      for (var chunk = 0; chunk < CHUNKS; chunk++) {
        add(newsroom, chunk);
        newsroom.grouper.catchUp(Newsroom.NOON.plus(Duration.ofHours(chunk)));
      }
      alone = stories(newsroom);
    }
    assertThat(alone).hasSize(CHUNKS * CHUNK);
    assertThat(alone.values().stream().distinct().count()).isLessThan(CHUNKS * CHUNK / 2);
  }

  @Test
  void aGrouperThatIsKilledAfterEveryBatchMakesTheSameStories() {
    try (var newsroom = new Newsroom(dir.resolve("killed"), SHORT)) {
      for (var chunk = 0; chunk < CHUNKS; chunk++) {
        add(newsroom, chunk);
        newsroom.anotherGrouper().catchUp(Newsroom.NOON.plus(Duration.ofHours(chunk)));
      }
      assertThat(stories(newsroom)).isEqualTo(alone);
    }
  }

  @Test
  void twoProcessesAtOnceMakeTheSameStories() throws Exception {
    var shared = dir.resolve("two");
    try (var first = new Newsroom(shared, SHORT);
        var second = new Newsroom(shared, SHORT);
        var threads = Executors.newFixedThreadPool(2)) {
      for (var chunk = 0; chunk < CHUNKS; chunk++) {
        add(first, chunk);
        var now = Newsroom.NOON.plus(Duration.ofHours(chunk));
        Future<Integer> one = threads.submit(() -> first.grouper.catchUp(now));
        Future<Integer> other = threads.submit(() -> second.grouper.catchUp(now));
        assertThat(one.get() + other.get()).isEqualTo(CHUNK);
      }
      assertThat(stories(first)).isEqualTo(alone);
    }
  }

  @Test
  void latePiecesStandInExactlyOneStoryToo() {
    try (var newsroom = new Newsroom(dir.resolve("late"), SHORT)) {
      for (var chunk = CHUNKS - 1; chunk >= 0; chunk--) {
        add(newsroom, chunk);
        newsroom.grouper.catchUp(Newsroom.NOON.plus(Duration.ofHours(CHUNKS)));
      }
      assertThat(stories(newsroom).keySet()).isEqualTo(alone.keySet());
    }
  }

  private static void add(Newsroom newsroom, int chunk) {
    var random = new Random(chunk);
    for (var i = 0; i < CHUNK; i++) {
      var number = chunk * CHUNK + i + 1;
      var event = new Random(random.nextInt(1 + chunk * 3));
      var title =
          SUBJECTS[event.nextInt(SUBJECTS.length)]
              + " "
              + ACTS[event.nextInt(ACTS.length)]
              + " in "
              + PLACES[event.nextInt(PLACES.length)]
              + (random.nextBoolean() ? " after " + (20 + event.nextInt(900)) + " protest" : "");
      newsroom.item(
          number,
          1 + random.nextInt(9),
          Newsroom.NOON.plus(Duration.ofMinutes(60L * chunk + i)),
          title,
          "name" + event.nextInt(40) + " spoke of the " + title);
    }
  }

  private static Map<String, Long> stories(Newsroom newsroom) {
    var stories = new TreeMap<String, Long>();
    newsroom.database.read(handle ->
        handle
            .createQuery("SELECT piece, story FROM placement")
            .map((row, _) -> stories.put(row.getString(1), row.getLong(2)))
            .list());
    return stories;
  }
}

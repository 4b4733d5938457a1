package org.slugline.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Who published when, and on which story: {@code count} pieces of three years in order of time,
 * 2,000 of them in each of the last two weeks. Half of the pieces stand alone; the others' stories
 * grow to 2 to 30 pieces within two days, each from another outlet of the same language.
 */
final class Timeline {
  static final Duration SPAN = Duration.ofDays(1100);
  static final Duration LIVE = Duration.ofDays(14);
  private static final int LATELY = 4000;

  final long[] at;
  final int[] story;
  final int[] outlet;
  final int stories;
  final int[] sizes;

  /**
   * @param outlets 0 to this; the language of each is its number modulo {@code languages}
   */
  Timeline(int count, int outlets, int languages, Instant now, long seed) {
    var random = new Random(seed);
    var times = new long[count];
    var ofStory = new int[count];
    var ofOutlet = new int[count];
    var size = new int[count];
    var known = 0;
    for (var i = 0; i < count; known++) {
      size[known] = Math.min(size(random), count - i);
      var began = i < count - LATELY ? old(random, now) : late(random, now);
      var language = random.nextInt(Math.min(languages, outlets));
      var first = random.nextInt(outlets);
      for (var k = 0; k < size[known]; k++, i++) {
        var after = k == 0 ? 0 : (long) (random.nextDouble() * random.nextDouble() * 172_800_000L);
        times[i] = Math.min(began + after, now.toEpochMilli());
        ofStory[i] = known;
        var place = (first + k * 7) % Math.max(1, outlets / languages);
        ofOutlet[i] = Math.min(place * languages + language, outlets - 1);
      }
    }
    stories = known;
    sizes = size;
    var order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
    at = new long[count];
    story = new int[count];
    outlet = new int[count];
    for (var i = 0; i < count; i++) {
      at[i] = times[order[i]];
      story[i] = ofStory[order[i]];
      outlet[i] = ofOutlet[order[i]];
    }
  }

  private static int size(Random random) {
    return random.nextInt(4) != 0 ? 1 : (int) Math.min(30, 2 + Math.pow(random.nextDouble(), -0.9));
  }

  private static long old(Random random, Instant now) {
    var span = SPAN.minus(LIVE).minusDays(2).toMillis();
    return now.minus(SPAN).toEpochMilli() + (long) (random.nextDouble() * span);
  }

  private static long late(Random random, Instant now) {
    return now.minus(LIVE).toEpochMilli() + (long) (random.nextDouble() * LIVE.toMillis());
  }
}

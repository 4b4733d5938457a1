package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, the reader answers, and reads what we print of it; the corpus is the seed.
 */
class FeedReaderFuzzTest {
  static Stream<byte[]> seeds() {
    return Case.all().map(Case::bytes);
  }

  @MethodSource("seeds")
  @FuzzTest
  void noBytesMakeTheReaderThrowOrLetAScriptThrough(
      byte @NotNull @WithLength(max = 100_000) [] bytes) {
    var reading = FeedReader.read(bytes, Optional.empty(), "http://example.org/", 100);
    if (reading instanceof Reading.Readable(var feed)) {
      for (var entry : feed.entries()) {
        assertThat(entry.content().markup().toLowerCase(Locale.ROOT)).doesNotContain("<script");
        assertThat(entry.summary().markup().toLowerCase(Locale.ROOT)).doesNotContain("<script");
      }
      for (var format : Format.values()) {
        var again =
            FeedReader.read(format.write(feed), Optional.empty(), "http://example.org/", 200);
        assertThat(again)
            .isInstanceOfSatisfying(
                Reading.Readable.class,
                read -> assertThat(read.feed().entries()).hasSameSizeAs(feed.entries()));
      }
    } else if (reading instanceof Reading.Unreadable(var reason)) {
      assertThat(reason).doesNotContain("failed");
    }
  }
}

package org.slugline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SanitizerPropertyTest {
  private static final int SOUPS = Integer.getInteger("soups", 100);

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsReadAgainHoldsNothingThatActs(long seed) {
    for (var i = 0; i < SOUPS; i++) {
      var soup = Soup.of(seed * 1_000_003 + i);
      try {
        Reread.isHarmless(Sanitizer.sanitize(soup, "https://base.example/dir/").markup());
      } catch (AssertionError | RuntimeException found) {
        throw new AssertionError("of " + soup, found);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theWordsOfWhatWasPrintedAreThoseThatAParserFinds(long seed) {
    for (var i = 0; i < SOUPS; i++) {
      var printed = Sanitizer.sanitize(Soup.of(seed * 1_000_003 + i), "https://base.example/dir/");
      assertThat(Sanitizer.plain(printed)).isEqualTo(Sanitizer.plain(printed.markup()));
    }
  }
}

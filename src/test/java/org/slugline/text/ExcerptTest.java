package org.slugline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void neverCutsACharacterOfTwoHalves() {
    for (var limit = 1; limit < 9; limit++) {
      var cut = Excerpt.of("𝔸𝔹𝔸𝔹𝔸𝔹𝔸𝔹𝔸𝔹𝔸𝔹", limit, Locale.ROOT);
      assertThat(cut.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count()).isZero();
    }
  }

  @Test
  void endsBehindTheLastWholeSentenceElseBehindAWord() {
    assertThat(Excerpt.of("One. Two is here. Three is longer.", 20, Locale.ENGLISH))
        .isEqualTo("One. Two is here.");
    assertThat(Excerpt.of("A sentence that goes on", 12, Locale.ENGLISH)).isEqualTo("A sentence…");
  }
}

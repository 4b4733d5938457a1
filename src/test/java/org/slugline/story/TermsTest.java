package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
  @Test
  void inflectionsOfAWordAreOneTermWhichIsSpelledAsItWasWritten() {
    assertThat(Terms.of("Resigns")).isEqualTo(Terms.of("resigned")).isEqualTo(Terms.of("Resign"));
    assertThat(Terms.of("Minister’s")).isEqualTo(Terms.of("ministers"));
    assertThat(Terms.of("Grünwerder")).isEqualTo(Terms.of("GRUNWERDER"));
    assertThat(Terms.spelled(List.of("flood", "resign", "x1"), "Mayor resigns over the Floods"))
        .containsExactly("Floods", "resigns", "x1");
  }
}

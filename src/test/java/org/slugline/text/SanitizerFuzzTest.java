package org.slugline.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Never throws, never passes anything that acts; {@code JAZZER_FUZZ=1} lets it search. */
class SanitizerFuzzTest {
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  @FuzzTest(maxDuration = "10m")
  void whateverComesInNothingThatActsComesOut(FuzzedDataProvider data) {
    var markup = data.consumeRemainingAsString();
    Reread.isHarmless(Sanitizer.sanitize(markup, "https://base.example/dir/").markup());
    Sanitizer.plain(markup);
  }
}

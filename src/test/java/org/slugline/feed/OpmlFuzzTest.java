package org.slugline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Never throws; what it reads it writes and reads again as the same. */
class OpmlFuzzTest {
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  @FuzzTest(maxDuration = "5m")
  void whateverIsReadComesBackTheSame(byte[] bytes) {
    if (Opml.read(bytes) instanceof OutletReading.Legible(var list, _, _)) {
      assertThat(Opml.read(Opml.write(list))).isEqualTo(new OutletReading.Legible(list));
    }
    Discovery.candidates(bytes, "", "https://base.example/");
  }
}

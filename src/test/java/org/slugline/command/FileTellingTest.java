package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slugline.Surroundings;
import org.slugline.desk.FileOutcome;

class FileTellingTest {
  @Test
  void aLongArchiveIsSeenToMoveEveryTenSeconds() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var root =
        new Root(
            new Surroundings(Map.of(), Path.of("."), InstantSource.system()),
            new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)),
            new Signals());
    var nanos = new AtomicLong();
    var telling = new FileTelling(root, nanos::get);
    for (var second = 1; second <= 25; second++) {
      nanos.addAndGet(1_000_000_000L);
      for (var i = 0; i < 100; i++) {
        telling.tell(
            new FileOutcome(Path.of("a.xml"), FileOutcome.Result.CREATED, "a" + i, List.of()));
      }
    }
    assertThat(out.toString(UTF_8)).hasLineCount(2_500);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly("901 done in 10 s, 90 a second", "1,901 done in 20 s, 95 a second");
  }
}

package org.slugline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.api.Test;

class LoggingTest {
  private final LoggerContext context = new LoggerContext();

  LoggingTest() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @Test
  void aFaultIsOneLineUntilSomebodyLooksForItsCause() {
    assertThat(logged(new Config.Log(false, "info", false)).lines()).hasSize(1);
    assertThat(logged(new Config.Log(false, "debug", false)))
        .contains("ERROR Round a fault of ours")
        .contains("java.lang.IllegalStateException: the cause")
        .contains("at org.slugline.LoggingTest");
  }

  @Test
  void asJsonItIsOneLineWithAll() {
    assertThat(logged(new Config.Log(true, "info", false)))
        .contains("the cause")
        .satisfies(line -> assertThat(line.lines()).hasSize(1));
  }

  private String logged(Config.Log settings) {
    var encoder = Logging.encoder(settings, context);
    encoder.start();
    return new String(
        encoder.encode(
            new LoggingEvent(
                "",
                context.getLogger("org.slugline.Round"),
                Level.ERROR,
                "a fault of ours",
                new IllegalStateException("the cause"),
                new Object[0])),
        UTF_8);
  }
}

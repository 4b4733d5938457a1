package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class of ours logs of one thing while a test runs, the least of it too. */
final class Heard implements AutoCloseable {
  private final Logger logger;
  private final String thing;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  /**
   * @param thing that no other test speaks of at the same moment
   */
  Heard(Class<?> speaker, String thing) {
    logger = logger(speaker);
    this.thing = thing;
    lines.start();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(lines);
  }

  /** Other tests, at the same moment, may be the first to log. */
  private static Logger logger(Class<?> speaker) {
    while (true) {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext ready) {
        return ready.getLogger(speaker);
      }
      Thread.onSpinWait();
    }
  }

  List<ILoggingEvent> lines() {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getFormattedMessage().contains(thing))
        .toList();
  }

  /** Until so many lines have come, ten seconds at most. */
  void waitFor(int some) {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (lines().size() < some && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(lines()).hasSize(some);
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }
}

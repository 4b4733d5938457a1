package org.slugline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slugline.kit.Running;

class HindranceTest {
  @TempDir Path dir;

  @Test
  void whatStandsInTheWayIsSaidWhenItBeginsAndOnceAnHour() {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var logger = context.getLogger("test");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    var clock = new AtomicLong();
    var hindrance = new Hindrance(logger, clock::get);
    hindrance.say("the disk is full");
    hindrance.say("the disk is full");
    clock.addAndGet(Duration.ofMinutes(59).toNanos());
    hindrance.say("the disk is full");
    assertThat(said(lines)).containsExactly("the disk is full");
    hindrance.say("the database is damaged");
    clock.addAndGet(Duration.ofHours(1).toNanos());
    hindrance.say("the database is damaged");
    assertThat(said(lines))
        .containsExactly("the disk is full", "the database is damaged", "the database is damaged");
  }

  @Test
  @Timeout(180)
  void aServerWhoseDirectoryIsTakenAwaySaysSoServesOnAndStoresNothingUntilItIsBack()
      throws IOException {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var logger = logger();
    logger.setLevel(Level.WARN); // whatever others set for the whole
    logger.addAppender(lines);
    try (var room = new Running(dir)) {
      assertThat(file(room, "Bridge opens")).isEqualTo(201);
      Files.move(dir.resolve("data"), dir.resolve("away"));
      while (said(lines).stream().noneMatch(line -> line.contains(dir.toString()))) {
        Thread.onSpinWait();
      }
      assertThat(file(room, "Ferry sinks")).isEqualTo(503);
      assertThat(room.get("/status/ready").statusCode()).isEqualTo(503);
      assertThat(room.get("/status/ready").body())
          .contains("taken away")
          .doesNotContain(dir.toString());
      assertThat(room.get("/articles/bridge-opens").statusCode()).isEqualTo(200);
      assertThat(dir.resolve("data")).doesNotExist();
      Files.move(dir.resolve("away"), dir.resolve("data"));
      assertThat(room.get("/status/ready").statusCode()).isEqualTo(200);
      assertThat(file(room, "Ferry sinks")).isEqualTo(201);
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    assertThat(said(lines)).filteredOn(line -> line.contains(dir.toString())).hasSize(1);
  }

  /** Other tests, at the same moment, may be the first to log. */
  private static Logger logger() {
    while (true) {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext ready) {
        return ready.getLogger(Scheduler.class);
      }
      Thread.onSpinWait();
    }
  }

  private static int file(Running room, String headline) {
    return room.edit(
            "POST", "/api/articles", "{\"headline\": \"" + headline + "\", \"body\": \"Today.\"}")
        .statusCode();
  }

  private static List<String> said(ListAppender<ILoggingEvent> lines) {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}

package org.slugline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** Turns the log as the configuration says; until then it is {@code logback.xml}'s. */
final class Logging {
  private Logging() {}

  static void set(Config.Log settings) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.getLogger("org.slugline").setLevel(Level.toLevel(settings.level(), Level.INFO));
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (settings.json()
        && root.getAppender("STDERR") instanceof ConsoleAppender<ILoggingEvent> console) {
      var encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithFormattedMessage(true);
      encoder.start();
      console.stop();
      console.setEncoder(encoder);
      console.start();
    }
  }
}

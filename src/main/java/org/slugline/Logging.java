package org.slugline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** Turns the log as the configuration says; until then it is {@code logback.xml}'s. */
final class Logging {
  private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5level %logger{0} %msg%n";

  private Logging() {}

  static void set(Config.Log settings) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.getLogger("org.slugline").setLevel(level(settings));
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender("STDERR") instanceof ConsoleAppender<ILoggingEvent> console) {
      var encoder = encoder(settings, context);
      encoder.start();
      console.stop();
      console.setEncoder(encoder);
      console.start();
    }
  }

  /** A fault is one line; who looks for its cause, at the level debug, gets its trace. */
  static Encoder<ILoggingEvent> encoder(Config.Log settings, LoggerContext context) {
    if (settings.json()) {
      var json = new JsonEncoder();
      json.setContext(context);
      json.setWithFormattedMessage(true);
      return json;
    }
    var text = new PatternLayoutEncoder();
    text.setContext(context);
    var searching = Level.DEBUG.isGreaterOrEqual(level(settings));
    text.setPattern(searching ? LINE : LINE + "%nopexception");
    return text;
  }

  private static Level level(Config.Log settings) {
    return Level.toLevel(settings.level(), Level.INFO);
  }
}

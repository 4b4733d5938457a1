package org.slugline.command;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Results go to standard output, everything else to standard error. */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean asks;

  Terminal(PrintStream out, PrintStream err) {
    this(out, err, false);
  }

  /**
   * @param asks whether somebody sits before it who can answer
   */
  Terminal(PrintStream out, PrintStream err, boolean asks) {
    this.out = out;
    this.err = err;
    this.asks = asks;
  }

  boolean asks() {
    return asks;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** A result. */
  void line(String text) {
    out.println(visible(text));
  }

  /** A result that a program reads; what is absent is left out. */
  void json(Map<String, ?> object) {
    out.println(Json.MAPPER.writeValueAsString(object));
  }

  /** Something to know that is no result. */
  void note(String text) {
    err.println(visible(text));
  }

  /** {@code slugline: WHAT, WHERE. NEXT STEP.} */
  void fault(String text) {
    err.println("slugline: " + visible(text));
  }

  /** What names and foreign texts could do to a terminal is shown instead: {@code \\x1b}. */
  static String visible(String text) {
    var shown = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        shown.append("\\x%02x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** A tenth of a second that only those pay who ask for JSON. */
  private static final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  }
}

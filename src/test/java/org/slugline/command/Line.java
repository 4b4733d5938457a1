package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slugline.Surroundings;

/** The command line as a user has it, in a directory of its own. */
final class Line {
  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private volatile ByteArrayOutputStream says = new ByteArrayOutputStream();
  private String input = "";
  private boolean asks;

  Line(Path home) {
    this.home = home;
  }

  /** What a command left behind. */
  record Ended(int status, String out, String err) {}

  Line with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Line input(String text) {
    input = text;
    return this;
  }

  /** Somebody sits before it, who types this. */
  Line typed(String text) {
    input = text;
    asks = true;
    return this;
  }

  Ended run(String... words) {
    return run(new Signals(), words);
  }

  /** What the command that runs has said to the terminal so far, results left aside. */
  String says() {
    return says.toString(UTF_8);
  }

  /** A command that runs until it is told to stop. */
  CompletableFuture<Ended> start(Signals signals, String... words) {
    return CompletableFuture.supplyAsync(() -> run(signals, words));
  }

  private Ended run(Signals signals, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    says = err;
    var terminal =
        new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), asks);
    var status =
        Main.run(
            new Surroundings(environment, home, InstantSource.system()),
            terminal,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            signals,
            words);
    return new Ended(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}

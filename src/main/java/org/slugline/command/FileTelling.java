package org.slugline.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slugline.desk.Fault;
import org.slugline.desk.FileOutcome;

/** One line for each file that was filed, and a last one that counts them. For one run. */
final class FileTelling {
  private static final long PAUSE = 10_000_000_000L;

  private final Root root;
  private final LongSupplier nanos;
  private final long began;
  private long told;
  private int created;
  private int changed;
  private int unchanged;
  private int refused;
  private int withdrawn;
  private int missing;

  FileTelling(Root root) {
    this(root, System::nanoTime);
  }

  /**
   * @param nanos a stopwatch
   */
  FileTelling(Root root, LongSupplier nanos) {
    this.root = root;
    this.nanos = nanos;
    began = nanos.getAsLong();
    told = began;
  }

  void tell(FileOutcome outcome) {
    count(outcome);
    say(outcome);
    progress();
  }

  /** A line every ten seconds, so that a long archive is seen to move. */
  private void progress() {
    var now = nanos.getAsLong();
    if (root.quiet() || now - told < PAUSE) {
      return;
    }
    told = now;
    var all = created + changed + unchanged + withdrawn + refused + missing;
    var seconds = (now - began) / 1_000_000_000L;
    root.terminal()
        .note("%,d done in %d s, %,d a second".formatted(all, seconds, all / Math.max(1, seconds)));
  }

  /**
   * @return the exit status
   */
  int end() {
    if (!root.quiet() && !root.json()) {
      root.terminal()
          .note(
              "%d created, %d changed, %d unchanged, %d withdrawn, %d refused"
                  .formatted(created, changed, unchanged, withdrawn, refused + missing));
    }
    if (missing > 0) {
      return Exit.NO_INPUT;
    }
    return refused > 0 ? Exit.REFUSED : Exit.OK;
  }

  /** Does what follows for all of them, which is seen to move too. */
  void follow(Runnable work) {
    if (root.quiet()) {
      work.run();
      return;
    }
    var since = nanos.getAsLong();
    try (var clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
      var _ =
          clock.scheduleAtFixedRate(
              () ->
                  root.terminal()
                      .note(
                          "all are stored; grouping and indexing them, %d s"
                              .formatted((nanos.getAsLong() - since) / 1_000_000_000L)),
              PAUSE,
              PAUSE,
              TimeUnit.NANOSECONDS);
      work.run();
    }
  }

  private void count(FileOutcome outcome) {
    switch (outcome.result()) {
      case CREATED -> created++;
      case CHANGED -> changed++;
      case UNCHANGED -> unchanged++;
      case REFUSED -> refused++;
      case WITHDRAWN -> withdrawn++;
      case MISSING -> missing++;
    }
  }

  private void say(FileOutcome outcome) {
    var word = outcome.result().name().toLowerCase(Locale.ROOT);
    if (outcome.result() == FileOutcome.Result.MISSING) {
      root.terminal().fault(name(outcome) + " is missing. Check its name.");
      return;
    }
    if (root.json()) {
      root.terminal().json(json(word, outcome));
      return;
    }
    root.terminal()
        .line(word + " " + name(outcome) + (outcome.slug().isEmpty() ? "" : " " + outcome.slug()));
    for (var fault : outcome.faults()) {
      var where = name(outcome) + (fault.line() > 0 ? ", line " + fault.line() : "");
      root.terminal().note("  " + where + ": " + fault.detail() + ".");
    }
  }

  /** On one line, whatever the file is called. */
  private static String name(FileOutcome outcome) {
    return outcome.file().toString().replace("\n", "\\x0a").replace("\t", "\\x09");
  }

  private static Map<String, Object> json(String word, FileOutcome outcome) {
    var object = new LinkedHashMap<String, Object>();
    object.put("file", outcome.file().toString());
    object.put("result", word);
    if (!outcome.slug().isEmpty()) {
      object.put("slug", outcome.slug());
    }
    if (!outcome.faults().isEmpty()) {
      object.put("faults", outcome.faults().stream().map(FileTelling::fault).toList());
    }
    return object;
  }

  private static Map<String, Object> fault(Fault fault) {
    var object = new LinkedHashMap<String, Object>();
    object.put("pointer", fault.pointer());
    if (fault.line() > 0) {
      object.put("line", fault.line());
    }
    object.put("detail", fault.detail());
    return object;
  }
}

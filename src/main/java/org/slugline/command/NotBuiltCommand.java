package org.slugline.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** A command whose name is final and behind which nothing stands yet: said plainly, exit 69. */
@Command(description = "Not built yet.")
@SuppressWarnings("UnusedVariable") // picocli needs somewhere to put what is given
final class NotBuiltCommand implements Callable<Integer> {
  static final List<String> NAMES =
      List.of("missing", "backup", "restore", "export", "dump", "load", "bench", "completion");

  /** Steering stories by hand. */
  static final List<String> CURATION =
      List.of("merge", "split", "move", "pin", "dismiss", "regroup");

  @Parameters(hidden = true, arity = "0..*")
  private List<String> words = List.of();

  @Unmatched private List<String> options = new java.util.ArrayList<>();

  private final Root root;
  private final String name;

  NotBuiltCommand(Root root, String name) {
    this.root = root;
    this.name = name;
  }

  @Override
  public Integer call() {
    root.terminal().fault(name + " is not built yet. See CHANGELOG.md for what is.");
    return Exit.UNAVAILABLE;
  }
}

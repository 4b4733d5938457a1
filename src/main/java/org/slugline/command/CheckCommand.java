package org.slugline.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.slugline.Configured;
import picocli.CommandLine.Command;

/** {@code check}: configuration, data directory, addresses; changes nothing. */
@Command(
    name = "check",
    description = "Check configuration, data directory and addresses; changes nothing.")
final class CheckCommand implements Callable<Integer> {
  private final Root root;

  CheckCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return switch (root.configured(Map.of())) {
      case Configured.Faulty(var faults) -> {
        root.tell(faults);
        yield Exit.CONFIG;
      }
      case Configured.Good(var config) -> {
        var wrong = config.faults();
        root.tell(wrong);
        if (wrong.isEmpty()) {
          root.terminal().note("Nothing is wrong.");
        }
        yield wrong.isEmpty() ? Exit.OK : Exit.WRONG;
      }
    };
  }
}

package org.slugline.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slugline.ConfigFault;
import org.slugline.Configured;
import org.slugline.Slugline;
import org.slugline.edition.Preflight.Remark;
import picocli.CommandLine.Command;

/**
 * {@code check}: configuration, data directory, addresses, what would be printed; changes nothing.
 */
@Command(
    name = "check",
    description =
        "Check configuration, data, addresses and what would be printed; changes nothing.")
final class CheckCommand implements Callable<Integer> {
  private final Root root;

  CheckCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return switch (root.configured(Map.of())) {
      case Configured.Faulty(var faults) -> {
        if (root.json()) {
          say(faults);
        } else {
          root.tell(faults); // as every command says it
        }
        yield Exit.CONFIG;
      }
      case Configured.Good(var config) -> {
        var wrong = config.faults();
        say(wrong);
        var remarks = wrong.isEmpty() ? Slugline.preflight(config) : List.<Remark>of();
        remarks.forEach(this::say);
        var well = wrong.isEmpty() && remarks.isEmpty();
        if (well && !root.json()) {
          root.terminal().line("Nothing is wrong.");
        }
        yield well ? Exit.OK : Exit.WRONG;
      }
    };
  }

  private void say(List<ConfigFault> faults) {
    for (var fault : faults) {
      if (root.json()) {
        root.terminal().json(Map.of("what", fault.what(), "where", fault.where()));
      } else {
        root.terminal().line(fault.what() + ", " + fault.where() + ".");
      }
    }
  }

  private void say(Remark remark) {
    if (root.json()) {
      root.terminal().json(Map.of("what", remark.what(), "next", remark.next()));
    } else {
      root.terminal().line(remark.what() + ". " + remark.next() + ".");
    }
  }
}

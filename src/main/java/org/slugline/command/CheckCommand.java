package org.slugline.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        root.tell(faults);
        yield Exit.CONFIG;
      }
      case Configured.Good(var config) -> {
        var wrong = config.faults();
        root.tell(wrong);
        var remarks = wrong.isEmpty() ? Slugline.preflight(config) : List.<Remark>of();
        remarks.forEach(
            remark -> root.terminal().fault(remark.what() + ". " + remark.next() + "."));
        var well = wrong.isEmpty() && remarks.isEmpty();
        if (well) {
          root.terminal().note("Nothing is wrong.");
        }
        yield well ? Exit.OK : Exit.WRONG;
      }
    };
  }
}

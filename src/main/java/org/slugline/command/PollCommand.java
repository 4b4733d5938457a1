package org.slugline.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slugline.Round;
import org.slugline.Slugline;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;
import org.slugline.wire.PollReport;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Subscriptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poll}: one round over what is due, for cron. */
@Command(
    name = "poll",
    description = "One round: release, poll what is due, group, index; then exit.")
final class PollCommand implements Callable<Integer> {
  @Option(
      names = "--budget",
      defaultValue = "50s",
      converter = Spans.class,
      description = "Begin no exchange after this long; what is left is due next time.")
  private Duration budget;

  @Option(
      names = "--outlet",
      paramLabel = "ID|URL",
      description = "Only this outlet, due or not; may be given several times.")
  private List<String> outlets = List.of();

  @Option(names = "--only-failing", description = "Only outlets that failed last time.")
  private boolean onlyFailing;

  @Option(
      names = "--strict",
      description = "Exit 1 when an outlet failed, 75 when another round was running.")
  private boolean strict;

  private final Root root;

  PollCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return root.with(this::round);
  }

  private int round(Slugline slugline) {
    var known =
        outlets.isEmpty()
            ? List.<Outlet>of()
            : slugline.database().read(Outlets.class, Outlets::all);
    Set<Long> only = new LinkedHashSet<>();
    var unknown = 0;
    for (var named : outlets) {
      var url = Subscriptions.address(named).orElse(named);
      var match =
          known.stream()
              .filter(
                  outlet -> named.equals(Long.toString(outlet.id())) || url.equals(outlet.url()))
              .findFirst();
      if (match.isEmpty()) {
        root.terminal().fault("no outlet is " + named + ". See slugline outlets list.");
        unknown++;
        continue;
      }
      only.add(match.get().id());
    }
    if (unknown > 0 && only.isEmpty()) {
      return Exit.REFUSED; // an empty choice would be all that are due
    }
    var status = poll(slugline, only);
    return unknown > 0 ? Exit.REFUSED : status;
  }

  private int poll(Slugline slugline, Set<Long> only) {
    return switch (slugline.round().run(new PollRequest(budget, only, onlyFailing, true))) {
      case Round.Outcome.Done(var report) -> {
        say(report);
        yield report.unstored().isEmpty()
            ? strict && report.failed() > 0 ? Exit.WRONG : Exit.OK
            : Exit.STORAGE;
      }
      case Round.Outcome.Locked() -> {
        sayLocked(only.isEmpty());
        yield strict ? Exit.BUSY : Exit.OK;
      }
    };
  }

  private void sayLocked(boolean all) {
    if (root.json()) {
      var nothing = json(PollReport.NOTHING);
      nothing.put("locked", true);
      root.terminal().json(nothing);
    } else if (!root.quiet()) {
      root.terminal()
          .note(
              all
                  ? "Another round is running; it does the work."
                  : "Another round is running; ask again when it has ended.");
    }
  }

  private void say(PollReport report) {
    var unstored = report.unstored();
    if (!unstored.isEmpty()) {
      root.terminal()
          .fault(
              "%s; nothing of %d outlets could be stored. See slugline check."
                  .formatted(unstored.getFirst().detail(), unstored.size()));
    }
    if (root.json()) {
      root.terminal().json(json(report));
      return;
    }
    if (!root.quiet()) {
      for (var failure : report.failures()) {
        if (unstored.contains(failure)) {
          continue;
        }
        root.terminal()
            .note(
                "outlet %d failed (%s): %s; %s"
                    .formatted(
                        failure.outlet(), failure.reason(), failure.detail(), failure.url()));
      }
    }
    root.terminal().line(line(report));
  }

  static String line(PollReport report) {
    return String.format(
        Locale.ROOT,
        "round: %d due, %d new, %d unchanged, %d failed, %d moved, %d gone, %d left; %d items, %s"
            + " in %.1f s",
        report.due(),
        report.fresh(),
        report.unchanged(),
        report.failed(),
        report.moved(),
        report.gone(),
        report.left(),
        report.items(),
        megabytes(report.bytes()),
        report.took().toMillis() / 1000.0);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static Map<String, Object> json(PollReport report) {
    var failures = new ArrayList<Map<String, Object>>();
    for (var failure : report.failures()) {
      var object = new LinkedHashMap<String, Object>();
      object.put("outlet", failure.outlet());
      object.put("url", failure.url());
      object.put("reason", failure.reason());
      object.put("detail", failure.detail());
      failure.next().ifPresent(next -> object.put("next", next.toString()));
      failures.add(object);
    }
    var object = new LinkedHashMap<String, Object>();
    object.put("due", report.due());
    object.put("new", report.fresh());
    object.put("unchanged", report.unchanged());
    object.put("failed", report.failed());
    object.put("moved", report.moved());
    object.put("gone", report.gone());
    object.put("left", report.left());
    object.put("items", report.items());
    object.put("edited", report.edited());
    object.put("bytes", report.bytes());
    object.put("seconds", Math.round(report.took().toMillis() / 100.0) / 10.0);
    object.put("locked", false);
    object.put("failures", failures);
    return object;
  }
}

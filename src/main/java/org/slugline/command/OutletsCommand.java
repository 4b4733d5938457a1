package org.slugline.command;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slugline.Slugline;
import org.slugline.feed.Opml;
import org.slugline.feed.OutletReading;
import org.slugline.wire.Finder;
import org.slugline.wire.Finding;
import org.slugline.wire.Outlet;
import org.slugline.wire.Outlets;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Subscribed;
import org.slugline.wire.Subscription;
import org.slugline.wire.Subscriptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outlets …}: whom we read. */
@Command(name = "outlets", description = "Whom we read: add, import, export, list, pause, remove …")
final class OutletsCommand implements Runnable {
  private static final Duration PROBE = Duration.ofSeconds(50);

  private final Root root;
  private final InputStream in;
  private final OutletTelling telling;
  private final FeedChoice choice;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  OutletsCommand(Root root, InputStream in) {
    this.root = root;
    this.in = in;
    telling = new OutletTelling(root);
    choice = new FeedChoice(root, in);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "outlets needs add, import, export, list or another act");
  }

  @Command(name = "add", description = "Store the addresses of feeds; fetches nothing.")
  int add(
      @Parameters(
              paramLabel = "URL",
              arity = "1..*",
              description = "- reads them from standard input.")
          List<String> urls,
      @Option(names = "--discover", description = "Look for the feed of a site first.")
          boolean discover,
      @Option(names = "--label", paramLabel = "LABEL", description = "Folders by slashes.")
          List<String> labels) {
    var wanted = new ArrayList<Subscription>();
    for (var url : urls) {
      var given = url.equals("-") ? lines() : List.of(url);
      given.forEach(
          one -> wanted.add(new Subscription(one, "", labels == null ? List.of() : labels)));
    }
    if (wanted.isEmpty()) {
      root.terminal().note("No address came by standard input: one a line is read.");
    }
    return root.with(slugline ->
        discover ? found(slugline, wanted) : told(slugline.subscriptions().add(wanted)));
  }

  private int found(Slugline slugline, List<Subscription> wanted) {
    var finder = slugline.finder();
    var status = Exit.OK;
    for (var one : wanted) {
      var known = slugline.subscriptions().known(one.url());
      if (known.isPresent()) {
        status = Math.max(status, told(slugline.subscriptions().add(List.of(one))));
        continue;
      }
      switch (finder.find(one.url())) {
        case Finder.Found.Feed feed -> {
          var taken = choice.of(feed);
          var wish = new Subscription(taken.url(), "", one.labels());
          switch (slugline.subscriptions().add(List.of(wish)).getFirst()) {
            case Subscribed.Added(_, var id, _) -> telling.found("added", id, taken);
            case Subscribed.Known(_, var id, _) -> telling.found("known", id, taken);
            case Subscribed.Refused(var typed, var why) -> {
              telling.refused(typed, why);
              status = Exit.REFUSED;
            }
          }
        }
        case Finder.Found.Nothing(var why, var tried, _) -> {
          telling.refused(
              one.url(),
              "no feed was found: "
                  + why
                  + (tried.isEmpty() ? "." : ". Asked: " + String.join(", ", tried)));
          status = Exit.REFUSED;
        }
      }
    }
    return status;
  }

  private List<String> lines() {
    try {
      return Documents.text(Documents.read(in))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private int told(List<Subscribed> outcomes) {
    var refused = 0;
    for (var outcome : outcomes) {
      switch (outcome) {
        case Subscribed.Added(_, var id, var url) -> telling.act("added", id, url);
        case Subscribed.Known(_, var id, var url) -> telling.act("known", id, url);
        case Subscribed.Refused(var typed, var why) -> {
          refused++;
          telling.refused(typed, why);
        }
      }
    }
    return refused == 0 ? Exit.OK : Exit.REFUSED;
  }

  @Command(name = "import", description = "Read the outlets of an OPML file; labels are kept.")
  int opml(@Parameters(paramLabel = "FILE.opml", description = "- is standard input.") Path file) {
    byte[] bytes;
    try {
      bytes = isStandard(file) ? Documents.read(in) : Documents.read(file);
    } catch (IOException _) {
      root.terminal().fault(file + " cannot be read. Check its name and rights.");
      return Exit.NO_INPUT;
    }
    return switch (Opml.read(bytes)) {
      case OutletReading.Illegible(var reason) -> {
        root.terminal().fault(reason + ", " + file + ". Export it as OPML where it comes from.");
        yield Exit.REFUSED;
      }
      case OutletReading.Legible(var list, var refused, var whole) -> {
        if (list.feeds().isEmpty()) {
          root.terminal().note("There is no feed in " + file + ".");
        }
        refused.forEach(
            url -> telling.refused(url, "only http and https are read. Find its new address."));
        var exit = root.with(slugline -> told(slugline.subscriptions().add(list)));
        if (!whole) {
          root.terminal()
              .fault("the list breaks off, " + file + ". Export it again for what is missing.");
        }
        yield exit == Exit.OK && !(refused.isEmpty() && whole) ? Exit.REFUSED : exit;
      }
    };
  }

  @Command(name = "export", description = "Write the outlets as OPML 2.0.")
  int export(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "Standard output unless given.")
          Path file) {
    return root.with(slugline -> {
      var bytes = Opml.write(OutletLists.of(slugline.config().masthead(), outlets(slugline)));
      if (file == null || isStandard(file)) {
        root.terminal().out().writeBytes(bytes);
        root.terminal().out().flush();
        return Exit.OK;
      }
      try {
        Files.write(file, bytes);
        return Exit.OK;
      } catch (IOException _) {
        root.terminal().fault(file + " cannot be written. Check its directory and rights.");
        return Exit.CANNOT_CREATE;
      }
    });
  }

  private static boolean isStandard(Path file) {
    return file.toString().equals("-");
  }

  private static List<Outlet> outlets(Slugline slugline) {
    return slugline.database().read(Outlets.class, Outlets::all);
  }

  @Command(
      name = "list",
      description = "One line an outlet: how it fares and when it is asked next.")
  int list() {
    return root.with(slugline -> {
      var outlets = outlets(slugline);
      for (var outlet : outlets) {
        telling.outlet(
            outlet, () -> slugline.database().read(Outlets.class, t -> t.items(outlet.id())));
      }
      if (outlets.isEmpty()) {
        root.terminal().note("No outlets yet. Add one: slugline outlets add URL");
      }
      return Exit.OK;
    });
  }

  @Command(name = "pause", description = "Ask it no more until it is resumed.")
  int pause(@Parameters(paramLabel = "ID", converter = OutletNumber.class) long id) {
    return act("paused", id, outlets -> outlets.pause(id));
  }

  @Command(name = "resume", description = "Ask it again, also one that was gone.")
  int resume(@Parameters(paramLabel = "ID", converter = OutletNumber.class) long id) {
    return act("resumed", id, outlets -> outlets.resume(id));
  }

  @Command(name = "confirm-move", description = "Take the address that it redirects to for good.")
  int confirmMove(@Parameters(paramLabel = "ID", converter = OutletNumber.class) long id) {
    return act("moved", id, outlets -> outlets.confirmMove(id));
  }

  @Command(name = "refuse-move", description = "Keep the old address.")
  int refuseMove(@Parameters(paramLabel = "ID", converter = OutletNumber.class) long id) {
    return act("kept", id, outlets -> outlets.refuseMove(id));
  }

  @Command(
      name = "set",
      description =
          "auth=NAME, user-agent=, proxy=, pace=, header.NAME=, title=; empty takes it away.")
  int set(
      @Parameters(paramLabel = "ID", index = "0", converter = OutletNumber.class) long id,
      @Parameters(paramLabel = "KEY=VALUE", index = "1..*", arity = "1..*") List<String> pairs) {
    var settings = new LinkedHashMap<String, String>();
    for (var pair : pairs) {
      var is = pair.indexOf('=');
      if (is < 1) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "'" + pair + "' is not KEY=VALUE");
      }
      settings.put(pair.substring(0, is), pair.substring(is + 1));
    }
    var status = act("set", id, outlets -> outlets.set(id, settings));
    if (status == Exit.OK) {
      missing(settings.getOrDefault("auth", "")).ifPresent(root.terminal()::note);
    }
    return status;
  }

  /** Cron may have what this shell has not: so it is said, not refused. */
  private Optional<String> missing(String secret) {
    return secret.isEmpty() || root.surroundings().secret(secret).isPresent()
        ? Optional.empty()
        : Optional.of(
            "SLUGLINE_SECRET_%s is not set here. Where the poll runs it must hold USER:PASSWORD; without it the outlet is not asked."
                .formatted(secret));
  }

  @Command(name = "remove", description = "Read it no more; what it published stays.")
  int remove(
      @Parameters(paramLabel = "ID", converter = OutletNumber.class) long id,
      @Option(
              names = "--items",
              description = "Remove its items too, but for those that a story of ours cites.")
          boolean items) {
    return act("removed", id, outlets -> outlets.remove(id, items));
  }

  @Command(
      name = "check",
      description =
          "The feed doctor: what is wrong, since when, and the next step; exit 1 when ill.")
  int check(
      @Parameters(paramLabel = "ID", arity = "0..1", converter = OutletNumber.class)
          Optional<Long> id,
      @Option(names = "--probe", description = "Ask now instead of going by what is stored.")
          boolean probe) {
    return root.with(slugline -> {
      var doctor = slugline.doctor();
      if (id.isPresent() && doctor.examine(id.get()).isEmpty()) {
        return unknown(id.get());
      }
      if (probe) {
        slugline.round().run(probe(slugline, id));
      }
      var findings =
          id.isPresent() ? List.of(doctor.examine(id.get()).orElseThrow()) : doctor.examine();
      findings.forEach(telling::finding);
      return findings.stream().anyMatch(Finding::ill) ? Exit.WRONG : Exit.OK;
    });
  }

  private static PollRequest probe(Slugline slugline, Optional<Long> id) {
    var all = outlets(slugline).stream().map(Outlet::id).collect(toSet());
    return new PollRequest(PROBE, id.map(Set::of).orElse(all), false, true);
  }

  private int unknown(long id) {
    root.terminal().fault("no outlet has the number " + id + ". See slugline outlets list.");
    return Exit.REFUSED;
  }

  private int act(String word, long id, Function<Subscriptions, Subscriptions.Act> order) {
    return root.with(slugline ->
        switch (order.apply(slugline.subscriptions())) {
          case Subscriptions.Act.Done(var outlet) -> {
            telling.act(word, id, outlet.url());
            yield Exit.OK;
          }
          case Subscriptions.Act.Nothing(var outlet) -> {
            telling.act("unchanged", id, outlet.url());
            yield Exit.OK;
          }
          case Subscriptions.Act.Refused(var why) -> {
            root.terminal().fault(why);
            yield Exit.REFUSED;
          }
          case Subscriptions.Act.Unknown() -> unknown(id);
        });
  }
}

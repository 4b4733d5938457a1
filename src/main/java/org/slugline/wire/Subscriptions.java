package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slugline.access.Audit;
import org.slugline.feed.OutletList;
import org.slugline.net.WebAddress;
import org.slugline.store.Database;
import org.slugline.text.Sanitizer;

/**
 * Whom we read: added, taken from lists, set, paused, moved and removed, each act with its audit.
 * Fetches nothing.
 */
public final class Subscriptions {
  private static final Pattern ENTITY = Pattern.compile("&(?:\\w+|#\\w+);");

  private final Database database;
  private final InstantSource clock;
  private final String who;

  /** For the command line. */
  public Subscriptions(Database database, InstantSource clock) {
    this(database, clock, "command");
  }

  private Subscriptions(Database database, InstantSource clock, String who) {
    this.database = database;
    this.clock = clock;
    this.who = who;
  }

  /**
   * The same in somebody's name.
   *
   * @param name a token's
   */
  public Subscriptions by(String name) {
    return new Subscriptions(database, clock, name);
  }

  /** An address in the form that it is stored in; empty when none of that kind can be stored. */
  public static Optional<String> address(String typed) {
    return WebAddress.of(typed) instanceof WebAddress.Good good
        ? Optional.of(good.url())
        : Optional.empty();
  }

  /** The outlet of an address as somebody typed it, if it is read already. */
  public Optional<Outlet> known(String typed) {
    return address(typed)
        .flatMap(url ->
            database.read(
                Outlets.class,
                outlets -> outlets.byUrl(url).filter(outlet -> outlets.isShown(outlet.id()))));
  }

  /** Stores addresses, all in one transaction; one outcome for each, in order. */
  public List<Subscribed> add(List<Subscription> wanted) {
    return database.write(handle -> {
      var printed = new Printed();
      var acts = new ArrayList<Audit.Line>();
      var outlets = handle.attach(Outlets.class);
      var outcomes = new ArrayList<Subscribed>();
      for (var subscription : wanted) {
        outcomes.add(add(outlets, subscription, printed, acts));
      }
      printed.bump(handle.attach(org.slugline.store.Revisions.class));
      Audit.add(handle, acts);
      return outcomes;
    });
  }

  /** At once, also for a round whose clock starts at the very moment that ours did. */
  private static Instant due(Instant now) {
    return now.minus(Duration.ofMinutes(1));
  }

  private Subscribed add(
      Outlets outlets, Subscription wanted, Printed printed, List<Audit.Line> acts) {
    var now = clock.instant();
    return switch (WebAddress.of(wanted.url())) {
      case WebAddress.Bad(var why) -> new Subscribed.Refused(wanted.url(), why);
      case WebAddress.Good good -> {
        var title = PlainWords.cut(PlainWords.folded(wanted.title()), 200);
        var labels = labels(wanted.labels());
        var added = outlets.add(good.url(), title, !title.isEmpty(), labels, now, due(now));
        if (added.isPresent()) {
          printed.outlet(added.get(), now);
          acts.add(line("added", added.get(), good.url()));
          yield new Subscribed.Added(wanted.url(), added.get(), good.url());
        }
        var outlet = outlets.byUrl(good.url()).orElseThrow();
        var back = outlets.unhide(outlet.id(), due(now)) > 0;
        // a title that it has is its own or the editor's: a list does not change it
        var renamed =
            outlet.title().isEmpty() && !title.isEmpty() && outlets.rename(outlet.id(), title) > 0;
        var labelled = outlets.label(outlet.id(), union(outlet.labels(), labels)) > 0;
        if (back || renamed || labelled) {
          printed.outlet(outlet.id(), now);
          acts.add(
              back
                  ? line("added", outlet.id(), good.url())
                  : line("set", outlet.id(), labelled ? named(labels) : "title=" + title));
        }
        yield back
            ? new Subscribed.Added(wanted.url(), outlet.id(), good.url())
            : new Subscribed.Known(wanted.url(), outlet.id(), good.url());
      }
    };
  }

  /** The feeds of an outlet list; folders become labels. */
  public List<Subscribed> add(OutletList list) {
    return add(
        list.feeds().stream()
            .map(feed ->
                new Subscription(
                    escapedOnce(feed.url()),
                    ENTITY.matcher(feed.title()).find()
                        ? Sanitizer.plain(feed.title())
                        : feed.title(),
                    feed.paths().stream().map(path -> String.join("/", path)).toList()))
            .toList());
  }

  /** Programs that escape twice are common, addresses that mean {@code &amp;} are not. */
  private static String escapedOnce(String url) {
    return url.replace("&amp;", "&");
  }

  private static String labels(List<String> labels) {
    return String.join(
        "\n",
        labels.stream()
            .map(PlainWords::folded)
            .filter(label -> !label.isEmpty() && label.length() <= 500)
            .distinct()
            .toList());
  }

  private static String union(String one, String other) {
    var all = new LinkedHashSet<>(one.lines().toList());
    all.addAll(other.lines().toList());
    return String.join("\n", all);
  }

  /** What became of an order about one outlet. */
  public sealed interface Act {
    record Done(Outlet outlet) implements Act {}

    /** It was so already. */
    record Nothing(Outlet outlet) implements Act {}

    /**
     * @param why in words, a whole sentence
     */
    record Refused(String why) implements Act {}

    record Unknown() implements Act {}
  }

  public Act pause(long id) {
    return act(id, "paused", _ -> "", (outlets, outlet) -> done(outlets.pause(outlet.id())));
  }

  /** Also brings back one that was gone. */
  public Act resume(long id) {
    return act(
        id,
        "resumed",
        _ -> "",
        (outlets, outlet) -> done(outlets.resume(outlet.id(), due(clock.instant()))));
  }

  public Act rename(long id, String title) {
    return set(id, "title", title);
  }

  /** Puts these labels in the place of all it had. */
  public Act label(long id, List<String> labels) {
    var lines = labels(labels);
    return act(
        id, "set", _ -> named(lines), (outlets, outlet) -> done(outlets.label(outlet.id(), lines)));
  }

  /** Takes the address that it permanently redirects to, at once. */
  public Act confirmMove(long id) {
    return act(
        id,
        "moved",
        outlet -> outlet.memory().movedTo(),
        (outlets, outlet) -> {
          var to = outlet.memory().movedTo();
          if (to.isEmpty()) {
            return Optional.of("Outlet " + id + " has not moved.");
          }
          var there = outlets.byUrl(to);
          if (there.isPresent()) {
            return Optional.of(
                to
                    + " is read already, as outlet "
                    + there.get().id()
                    + ". Remove one of the two.");
          }
          return done(outlets.move(id, to));
        });
  }

  /** Keeps the old address, and does not want to hear of the new one again. */
  public Act refuseMove(long id) {
    return act(
        id,
        "kept",
        Outlet::url,
        (outlets, outlet) -> {
          var to = outlet.memory().movedTo();
          return to.isEmpty()
              ? Optional.of("Outlet " + id + " has not moved.")
              : done(outlets.refuseMove(id, to));
        });
  }

  /**
   * @param key {@code auth} {@code user-agent} {@code proxy} {@code pace} {@code header.NAME}, or
   *     {@code title}
   * @param value {@code ""} takes the setting away
   */
  public Act set(long id, String key, String value) {
    return set(id, Map.of(key, value));
  }

  /** The same for several keys: all of them, or none where one cannot be. */
  public Act set(long id, Map<String, String> pairs) {
    for (var pair : pairs.entrySet()) {
      var fault =
          pair.getKey().equals("title")
              ? Optional.<String>empty()
              : Settings.fault(pair.getKey(), pair.getValue());
      if (fault.isPresent()) {
        return new Act.Refused(fault.get() + ".");
      }
    }
    var told = new TreeMap<>(pairs).entrySet().stream().map(Subscriptions::told).toList();
    return act(
        id,
        "set",
        _ -> String.join(", ", told),
        (outlets, outlet) -> {
          var changed = 0;
          var settings = Settings.parse(outlet.settings());
          for (var pair : pairs.entrySet()) {
            if (pair.getKey().equals("title")) {
              changed +=
                  outlets.rename(id, PlainWords.cut(PlainWords.folded(pair.getValue()), 200));
            } else {
              settings = settings.with(pair.getKey(), pair.getValue());
            }
          }
          return done(changed + outlets.set(id, settings.lines()));
        });
  }

  /** For the audit, which every editor may read: a header or a proxy may hold a secret. */
  private static String told(Map.Entry<String, String> pair) {
    return switch (pair.getKey()) {
      case "title", "pace" ->
          pair.getKey() + "=" + PlainWords.cut(PlainWords.folded(pair.getValue()), 200);
      default -> pair.getKey();
    };
  }

  /**
   * @param items whether what it published goes too; what one of our stories cites stays
   */
  public Act remove(long id, boolean items) {
    return act(
        id,
        "removed",
        Outlet::url,
        (outlets, outlet) -> {
          if (items) {
            outlets.deleteItems(id);
          }
          return done(
              outlets.items(id) == 0 ? outlets.delete(id) : outlets.hide(id, clock.instant()));
        },
        items);
  }

  private static Optional<String> done(int rows) {
    return rows > 0 ? Optional.empty() : NOTHING;
  }

  /** Stands for an order that changed nothing. */
  private static final Optional<String> NOTHING = Optional.of("");

  private Act act(
      long id,
      String verb,
      Function<Outlet, String> detail,
      BiFunction<Outlets, Outlet, Optional<String>> order) {
    return act(id, verb, detail, order, false);
  }

  /**
   * @param verb for the audit, with a detail of the outlet as it was
   */
  private Act act(
      long id,
      String verb,
      Function<Outlet, String> detail,
      BiFunction<Outlets, Outlet, Optional<String>> order,
      boolean items) {
    return database.write(handle -> {
      var outlets = handle.attach(Outlets.class);
      var before = outlets.byId(id).filter(outlet -> outlets.isShown(id));
      if (before.isEmpty()) {
        return new Act.Unknown();
      }
      var refused = order.apply(outlets, before.get());
      var after = outlets.byId(id).orElse(before.get());
      if (refused.isPresent()) {
        return refused.get().isEmpty() ? new Act.Nothing(after) : new Act.Refused(refused.get());
      }
      Audit.add(handle, List.of(line(verb, id, detail.apply(before.get()))));
      var printed = new Printed();
      printed.outlet(id, clock.instant());
      if (items) {
        printed.items(id, clock.instant());
      }
      printed.bump(handle.attach(org.slugline.store.Revisions.class));
      return new Act.Done(after);
    });
  }

  private Audit.Line line(String verb, long id, String detail) {
    return new Audit.Line(clock.instant(), who, verb, "outlet:" + id, detail);
  }

  private static String named(String labels) {
    return "labels=" + labels.replace("\n", ", ");
  }
}

package org.slugline;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slugline.access.Tokens;
import org.slugline.desk.Desk;
import org.slugline.desk.FolderWatch;
import org.slugline.edition.Editions;
import org.slugline.edition.Galley;
import org.slugline.edition.Preflight;
import org.slugline.edition.Printing;
import org.slugline.net.Exchange;
import org.slugline.search.Search;
import org.slugline.site.Newsroom;
import org.slugline.site.Site;
import org.slugline.site.desk.NewsDesk;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.story.Grouper;
import org.slugline.story.Neighbours;
import org.slugline.story.Outlook;
import org.slugline.wire.Doctor;
import org.slugline.wire.Finder;
import org.slugline.wire.Poller;
import org.slugline.wire.Retention;
import org.slugline.wire.Subscriptions;

/** Opens every room with {@code new}, in stair order, and closes them in reverse. */
public final class Slugline implements AutoCloseable {
  private final Config config;
  private final InstantSource clock;
  private final Database database;
  private final Tokens tokens;
  private final Desk desk;
  private final Subscriptions subscriptions;
  private final String agent;
  private final Exchange exchange;
  private final Poller poller;
  private final Grouper grouper;
  private final Search search;
  private final Neighbours neighbours;
  private final Round round;

  private Slugline(
      Config config, Surroundings surroundings, InstantSource clock, Database database) {
    this.config = config;
    this.clock = clock;
    this.database = database;
    tokens = new Tokens(database, clock, surroundings.variable("SLUGLINE_EDITOR_TOKEN"));
    desk = new Desk(database, config.desk());
    subscriptions = new Subscriptions(database, clock);
    var masthead = config.masthead();
    agent =
        config.wire().agent(Surroundings.version(), masthead.base().toString(), masthead.contact());
    exchange = config.wire().exchange();
    poller =
        new Poller(
            database,
            config.wire(),
            agent,
            exchange,
            surroundings::secret,
            clock,
            masthead.title());
    grouper = new Grouper(database, config.story());
    search = new Search(database, config.masthead().zone());
    neighbours = new Neighbours(database, grouper, clock);
    round =
        new Round(
            database, desk, poller, grouper, search, new Retention(database, config.keep()), clock);
  }

  /**
   * @param clock for every time that is stored; waiting and deadlines are real
   */
  public static Started open(Config config, Surroundings surroundings, InstantSource clock) {
    Logging.set(config.log());
    return switch (Database.open(config.store())) {
      case Opening.Refused(var what, var next) -> new Started.Refused(what, next);
      case Opening.Opened(var database) ->
          new Started.Open(new Slugline(config, surroundings, clock, database));
    };
  }

  /** The pre-flight of all that would be printed from the data as it lies there. */
  public static List<Preflight.Remark> preflight(Config config) {
    return Database.glance(config.store(), handle -> Editions.check(handle, printing(config)))
        .orElse(List.of());
  }

  /** No feed names a hub while there is none: its subscribers would wait for nothing. */
  private static Printing printing(Config config) {
    return new Printing(config.masthead(), config.edition(), List.of());
  }

  public Config config() {
    return config;
  }

  public InstantSource clock() {
    return clock;
  }

  public Database database() {
    return database;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Desk desk() {
    return desk;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  public Finder finder() {
    return new Finder(config.wire(), agent, exchange);
  }

  public Doctor doctor() {
    return new Doctor(database, clock);
  }

  public Grouper grouper() {
    return grouper;
  }

  public Search search() {
    return search;
  }

  public Round round() {
    return round;
  }

  /**
   * @param address of an article of ours or of an item of another outlet
   * @return empty when no such piece is stored
   */
  public Optional<Outlook> related(String address) {
    var base = config.masthead().url("/");
    return neighbours.of(address.startsWith(base) ? address.substring(base.length() - 1) : address);
  }

  /** Begins to serve and to follow the schedule; closing what it gives back ends both. */
  public Serving serve() {
    poller.besideReaders();
    desk.reprint(clock.instant()); // what is stored as printed names the address of the site
    var printing = printing(config);
    Editions.note(database, printing, clock.instant());
    var editions = new Editions(database, printing);
    var newsroom =
        new Newsroom(
            config.masthead(),
            config.edition(),
            database,
            tokens,
            desk,
            subscriptions,
            finder(),
            neighbours,
            config.story(),
            search,
            editions,
            config.wire(),
            agent,
            clock);
    var watch = config.watch().map(folder -> new FolderWatch(desk, folder));
    var newsDesk =
        new NewsDesk(
            config.site(),
            newsroom,
            new Galley(printing),
            () -> watch.map(FolderWatch::refused).orElse(List.of()));
    var site = new Site(config.site(), newsroom, newsDesk);
    return switch (site.start()) {
      case Site.Start.Refused(var what, var next) -> new Serving.Refused(what, next);
      case Site.Start.Listening(var port) -> {
        var scheduler = new Scheduler(database, round, clock, config.wire().enabled(), watch);
        scheduler.start();
        yield new Serving.Running(
            "http://localhost:" + port,
            () -> {
              site.close();
              scheduler.close();
            });
      }
    };
  }

  /** A link as the views have it: our own begin with a slash. */
  public String absolute(String link) {
    return link.startsWith("/") ? config.masthead().url(link) : link;
  }

  @Override
  public void close() {
    poller.stop();
    exchange.close();
    database.close();
  }
}

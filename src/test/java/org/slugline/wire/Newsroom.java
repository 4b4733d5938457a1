package org.slugline.wire;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slugline.net.Exchange;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/** A wire room on a real database, with a clock in hand. */
final class Newsroom implements AutoCloseable, InstantSource {
  static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  final Database database;
  final Manners manners;
  final Exchange exchange;
  final Poller poller;
  final Subscriptions subscriptions;
  final Map<String, String> secrets = new HashMap<>();
  private Instant now = START;

  Newsroom(Path dir, String... allowed) {
    this(dir, manners -> manners, allowed);
  }

  Newsroom(Path dir, UnaryOperator<Manners> change, String... allowed) {
    this(new StoreSettings(dir, Duration.ofSeconds(5)), change, allowed);
  }

  Newsroom(StoreSettings store, UnaryOperator<Manners> change, String... allowed) {
    database = ((Opening.Opened) Database.open(store)).database();
    manners =
        change.apply(with(Manners.USUAL, Duration.ofSeconds(5), Duration.ZERO, List.of(allowed)));
    exchange = manners.exchange();
    poller =
        new Poller(
            database,
            manners,
            manners.agent("0.1", "https://news.example", "desk@news.example"),
            exchange,
            name -> Optional.ofNullable(secrets.get(name)),
            this,
            "Our Own Paper");
    subscriptions = new Subscriptions(database, this);
  }

  static Manners with(Manners m, Duration patience, Duration spacing, List<String> allowed) {
    return new Manners(
        m.enabled(),
        m.pause(),
        m.longestPause(),
        patience,
        m.maxBytes(),
        m.maxEntries(),
        m.redirects(),
        m.workers(),
        m.hostConnections(),
        spacing,
        m.userAgent(),
        allowed,
        m.proxy());
  }

  static Manners sized(Manners m, int maxBytes, int redirects) {
    return new Manners(
        m.enabled(),
        m.pause(),
        m.longestPause(),
        m.patience(),
        maxBytes,
        m.maxEntries(),
        redirects,
        m.workers(),
        m.hostConnections(),
        m.hostSpacing(),
        m.userAgent(),
        m.allowInternal(),
        m.proxy());
  }

  @Override
  public Instant instant() {
    return now;
  }

  void later(Duration some) {
    now = now.plus(some);
  }

  long add(String url) {
    return switch (subscriptions.add(List.of(new Subscription(url, "", List.of()))).getFirst()) {
      case Subscribed.Added(_, var id, _) -> id;
      case Subscribed.Known(_, var id, _) -> id;
      case Subscribed.Refused(_, var why) -> throw new AssertionError(why);
    };
  }

  PollReport round() {
    return poller.round(PollRequest.due(Duration.ofSeconds(50)));
  }

  Outlet outlet(long id) {
    return database.read(Outlets.class, outlets -> outlets.byId(id)).orElseThrow();
  }

  List<Item> items(long id) {
    return database.read(Items.class, items -> items.newest(id, 100));
  }

  List<String> titles(long id) {
    return items(id).stream().map(Item::title).toList();
  }

  /** Until the outlet falls due. */
  void untilDue(long id) {
    var next = outlet(id).health().nextPoll();
    if (next.isAfter(now)) {
      now = next;
    }
  }

  @Override
  public void close() {
    exchange.close();
    database.close();
  }
}

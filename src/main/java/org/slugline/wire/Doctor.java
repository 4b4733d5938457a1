package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Database;

/** Says what ails a feed, from what is stored, and what to do about it. Asks nobody. */
public final class Doctor {
  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final Duration SILENT = Duration.ofDays(90);
  private static final int ENOUGH_POLLS = 10;

  private final Database database;
  private final InstantSource clock;

  public Doctor(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All outlets, the ill ones first. */
  public List<Finding> examine() {
    return database.read(handle -> {
      var findings = new ArrayList<Finding>();
      for (var outlet : handle.attach(Outlets.class).all()) {
        findings.add(examine(handle, outlet));
      }
      findings.sort((one, other) -> Boolean.compare(other.ill(), one.ill()));
      return findings;
    });
  }

  public Optional<Finding> examine(long id) {
    return database.read(
        handle -> handle.attach(Outlets.class).byId(id).map(outlet -> examine(handle, outlet)));
  }

  private Finding examine(Handle handle, Outlet outlet) {
    var now = clock.instant();
    var log = log(handle, outlet.id(), now.minus(LOOK_BACK));
    var health = outlet.health();
    var verdict = verdict(handle, outlet);
    return new Finding(
        outlet,
        !verdict.what().isEmpty(),
        verdict.what(),
        verdict.since(),
        health.error(),
        verdict.advice(),
        notes(outlet, log, now),
        outlet.memory().pace() > 0
            ? "an item every " + Cadence.words(Duration.ofMillis(outlet.memory().pace()))
            : "",
        log.polls(),
        log.spared(),
        log.idle(),
        log.wasted(),
        log.bytes());
  }

  private record Verdict(String what, Optional<Instant> since, String advice) {}

  private static Verdict verdict(Handle handle, Outlet outlet) {
    var health = outlet.health();
    var id = outlet.id();
    return switch (health.status()) {
      case Outlet.GONE ->
          new Verdict(
              "the outlet has ended this feed",
              health.failingSince(),
              "Look for another feed of it, or remove it: slugline outlets remove " + id);
      case Outlet.MOVED -> {
        var to = outlet.memory().movedTo();
        var there = handle.attach(Outlets.class).byUrl(to);
        yield new Verdict(
            "it says it has moved for good to " + to,
            outlet.memory().movedSince(),
            there.isPresent()
                ? "That address is read already, as outlet "
                    + there.get().id()
                    + ". Remove this one: slugline outlets remove "
                    + id
                : "Accept the new address: slugline outlets confirm-move "
                    + id
                    + " (or refuse-move; else it is learnt after three days)");
      }
      case Outlet.FAILING -> new Verdict(what(health), health.failingSince(), advice(outlet));
      default -> new Verdict("", Optional.empty(), "");
    };
  }

  private static String what(Outlet.Health health) {
    var times = health.failures() == 1 ? "once" : health.failures() + " times in a row";
    var trouble =
        switch (health.reason()) {
          case "timeout" -> "it does not answer in time";
          case "dns" -> "its name is not known";
          case "refused" -> "the connection cannot be made or breaks off";
          case "tls" -> "its certificate or encryption is not good";
          case "status" -> refusal(health.error());
          case "too-large" -> "it sends more than we take";
          case "not-a-feed" -> "what it sends is no feed";
          case "internal-address" -> "its address lies inside our own network";
          case "redirects" -> "its redirects lead nowhere";
          default -> "it fails";
        };
    return trouble + " (" + times + ")";
  }

  /**
   * @param said begins with the status, where the server was asked at all
   */
  private static String refusal(String said) {
    var status = said.length() >= 3 ? said.substring(0, 3) : "";
    return switch (status) {
      case "401", "403", "407" -> "its server keeps us out";
      case "404" -> "there is nothing at its address";
      case "429" -> "its server wants to be asked less often";
      case "SLU" -> "its password is missing here";
      default -> status.startsWith("5") ? "its server is in trouble" : "its server refuses";
    };
  }

  private static String advice(Outlet outlet) {
    var id = outlet.id();
    var error = outlet.health().error();
    return switch (outlet.health().reason()) {
      case "timeout", "refused" ->
          "Wait: it is tried again by itself. After some days look whether the site is still there";
      case "dns" ->
          "Check the address for a slip. If the site is gone: slugline outlets remove " + id;
      case "tls" ->
          "Tell the outlet to mend its certificate; if it has none any more, add its http address";
      case "too-large" -> "Raise wire.max-bytes, or ask the outlet for a shorter feed";
      case "not-a-feed" ->
          "Open the address in a browser. Look for its feed anew: slugline outlets add --discover "
              + outlet.url();
      case "internal-address" -> "If that is meant, name its host:port in wire.allow-internal";
      case "redirects" -> "Find the address that it ends at, and add that one";
      case "status" -> {
        if (error.startsWith("SLUGLINE_")) {
          yield "Give slugline the variable "
              + error.substring(0, error.indexOf(' '))
              + "=USER:PASSWORD, in the crontab or service too, or: slugline outlets set "
              + id
              + " auth=";
        }
        if (error.startsWith("401") || error.startsWith("403")) {
          yield "Does it want a password? slugline outlets set "
              + id
              + " auth=NAME. Does it keep us"
              + " out? Write to the outlet";
        }
        if (error.startsWith("404")) {
          yield "Look for its feed anew: slugline outlets add --discover "
              + outlet.url().replaceAll("^(https?://[^/]+/).*", "$1");
        }
        if (error.startsWith("429")) {
          yield "Ask it less often: slugline outlets set " + id + " pace=6h";
        }
        yield "Wait: it is tried again by itself";
      }
      default -> "Wait: it is tried again by itself";
    };
  }

  private static List<String> notes(Outlet outlet, Log log, Instant now) {
    var notes = new ArrayList<String>();
    var health = outlet.health();
    if (health.status().equals(Outlet.PAUSED)) {
      notes.add("It is paused: slugline outlets resume " + outlet.id());
    }
    health
        .lastNew()
        .filter(at -> at.plus(SILENT).isBefore(now))
        .ifPresent(at -> notes.add("Nothing new since " + at + "."));
    outlet
        .memory()
        .idsChanged()
        .ifPresent(at ->
            notes.add(
                "Most of its ids changed at once at " + at + "; its items were known again."));
    if (log.polls() >= ENOUGH_POLLS) {
      if (log.spared() == 0 && log.wasted() > 0) {
        notes.add(
            "Its server never answers 304: "
                + log.wasted() / 1024
                + " KiB in 30 days for nothing new. Tell the outlet.");
      }
      if (log.idle() * 10 >= log.polls() * 9) {
        notes.add(
            log.idle()
                + " of "
                + log.polls()
                + " polls brought nothing new; a longer pace would do.");
      }
    }
    return notes;
  }

  private record Log(int polls, int spared, int idle, long wasted, long bytes) {}

  private static Log log(Handle handle, long outlet, Instant since) {
    return handle
        .createQuery(
            """
            SELECT count(*) AS polls, coalesce(sum(status = 304), 0) AS spared,
                   coalesce(sum(outcome = 'unchanged'), 0) AS idle,
                   coalesce(sum(CASE WHEN outcome = 'unchanged' THEN bytes ELSE 0 END), 0) AS wasted,
                   coalesce(sum(bytes), 0) AS bytes
              FROM poll WHERE outlet = :outlet AND at >= :since
            """)
        .bind("outlet", outlet)
        .bind("since", since)
        .map(row ->
            new Log(
                row.getColumn("polls", Integer.class),
                row.getColumn("spared", Integer.class),
                row.getColumn("idle", Integer.class),
                row.getColumn("wasted", Long.class),
                row.getColumn("bytes", Long.class)))
        .one();
  }
}

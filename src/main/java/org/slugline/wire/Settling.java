package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.slugline.http.Freshness;
import org.slugline.net.Answer;
import org.slugline.net.WebAddress;
import org.slugline.store.Revisions;

/**
 * Writes down how polls ended: items, outlet, log and revisions of several polls in the caller's
 * one transaction.
 */
final class Settling {
  /** A permanent redirect is believed when it has been there for so long. */
  static final Duration LEARNT_AFTER = Duration.ofDays(3);

  private static final int LONGEST_VALIDATOR = 16_000;

  private final Cadence cadence;
  private final String ourTitle;

  Settling(Manners manners, String ourTitle) {
    this.ourTitle = ourTitle;
    cadence = new Cadence(manners);
  }

  /** One poll and how it ended. */
  record Ended(Outlet outlet, Fetched fetched, Instant at) {}

  /** What it comes to in the round's report. */
  record Settled(
      String outcome,
      int items,
      int edited,
      long bytes,
      boolean moved,
      Optional<PollReport.Failure> failure) {
    /** Asked in vain: our disk or file stood in the way. */
    boolean isUnstored() {
      return failure.map(PollReport.Failure::isStorage).orElse(false);
    }
  }

  List<Settled> settle(Handle handle, List<Ended> group) {
    var settled = new ArrayList<Settled>();
    var rows = new OutletRows(handle);
    var printed = new Printed();
    for (var ended : group) {
      settled.add(settle(handle, ended, rows, printed));
    }
    rows.write();
    printed.bump(handle.attach(Revisions.class));
    return settled;
  }

  private Settled settle(Handle handle, Ended ended, OutletRows rows, Printed printed) {
    var outlet = ended.outlet();
    var row = new OutletRow(outlet, ended.at());
    var settled =
        switch (ended.fetched()) {
          case Fetched.Fresh fresh -> fresh(handle, row, fresh, printed);
          case Fetched.Same same -> same(handle, row, same);
          case Fetched.Gone gone -> gone(row, gone);
          case Fetched.Failed failed -> failed(handle, row, failed);
          case Fetched.Left _ -> new Settled("left", 0, 0, 0, false, Optional.empty());
        };
    rows.add(row, settled, ended.fetched());
    if (row.isPrintedDifferently()) {
      printed.outlet(outlet.id(), ended.at());
    }
    return settled;
  }

  private Settled fresh(Handle handle, OutletRow row, Fetched.Fresh fresh, Printed printed) {
    var outlet = row.outlet;
    var tally = Intake.store(handle, outlet.id(), fresh.arrivals(), row.now);
    if (tally.printed()) {
      printed.items(outlet.id(), row.now);
    }
    row.introduce(fresh.about(), ourTitle);
    row.bodyDigest = fresh.bodyDigest();
    row.asks = fresh.about().wishes().lines();
    var pace = Intake.pace(fresh.arrivals(), row.now).toMillis();
    row.pace = pace > 0 ? pace : harvest(row, tally.fresh());
    if (tally.fresh() > 0) {
      row.lastNew = Optional.of(row.now);
    }
    if (tally.idsChanged()) {
      row.idsChanged = Optional.of(row.now);
    }
    validators(row, fresh.answer(), false);
    var moved = well(handle, row, fresh.answer());
    var outcome = tally.fresh() + tally.edited() > 0 ? "new" : "unchanged";
    return new Settled(
        outcome, tally.fresh(), tally.edited(), fresh.answer().wire(), moved, Optional.empty());
  }

  /** The pace of a feed without dates: what it brought since we last asked. */
  private static long harvest(OutletRow row, int fresh) {
    if (fresh == 0 || row.outlet.health().lastPoll().isEmpty()) {
      return row.pace;
    }
    var since = Duration.between(row.outlet.health().lastPoll().get(), row.now).toMillis() / fresh;
    return row.pace == 0 ? since : (row.pace + since) / 2;
  }

  private Settled same(Handle handle, OutletRow row, Fetched.Same same) {
    validators(row, same.answer(), same.answer().status() == 304);
    var moved = well(handle, row, same.answer());
    return new Settled("unchanged", 0, 0, same.answer().wire(), moved, Optional.empty());
  }

  /** Black boxes, kept byte for byte; a 304 that does not repeat one does not take it away. */
  private static void validators(OutletRow row, Answer.Received answer, boolean kept) {
    var etag = answer.header("etag");
    var modified = answer.header("last-modified");
    if (!kept || !etag.isEmpty()) {
      row.etag = whole(etag);
    }
    if (!kept || !modified.isEmpty()) {
      row.lastModified = whole(modified);
    }
    row.validatorsOf = answer.url();
    if (!kept) {
      row.lastFull = Optional.of(row.now);
    }
  }

  /**
   * One that cannot be sent back byte for byte is worth nothing: U+FFFD stands for odd bytes that
   * came by HTTP/2, and a carriage return or NUL may not be sent, RFC 9110 §5.5.
   */
  private static String whole(String validator) {
    var lost = validator.chars().anyMatch(c -> c == 0xfffd || c == '\r' || c == 0);
    return lost || validator.length() > LONGEST_VALIDATOR ? "" : validator;
  }

  /**
   * @return whether it answers at a new address
   */
  private boolean well(Handle handle, OutletRow row, Answer.Received answer) {
    row.status = Outlet.OK;
    row.failures = 0;
    row.reason = "";
    row.error = "";
    row.failingSince = Optional.empty();
    row.rest = Instant.EPOCH;
    var moved = moved(handle, row, answer);
    var settings = Settings.parse(row.outlet.settings());
    var next =
        cadence.well(
            row.now,
            row.pace > 0 ? Optional.of(Duration.ofMillis(row.pace)) : Optional.empty(),
            Duration.between(row.lastNew.orElse(row.now), row.now),
            Freshness.left(
                answer.header("cache-control"),
                answer.header("expires"),
                answer.header("date"),
                answer.header("age"),
                row.now),
            Wishes.parse(row.asks),
            settings.pace(),
            seed(row));
    row.nextPoll = next.at();
    row.nextWhy = next.why();
    return moved;
  }

  private static boolean moved(Handle handle, OutletRow row, Answer.Received answer) {
    var to = answer.url();
    if (!answer.permanent() || to.equals(row.url) || to.length() > WebAddress.LONGEST) {
      row.movedTo = "";
      row.movedSince = Optional.empty();
      return false;
    }
    if (to.equals(row.moveRefused)) {
      return false;
    }
    if (!to.equals(row.movedTo)) {
      row.movedTo = to;
      row.movedSince = Optional.of(row.now);
    }
    row.status = Outlet.MOVED;
    var since = row.movedSince.orElse(row.now);
    if (!since.plus(LEARNT_AFTER).isAfter(row.now)
        && handle.attach(Outlets.class).byUrl(to).isEmpty()) {
      row.url = to;
      row.movedTo = "";
      row.movedSince = Optional.empty();
      row.status = Outlet.OK;
    }
    return true;
  }

  private static Settled gone(OutletRow row, Fetched.Gone gone) {
    row.status = Outlet.GONE;
    row.reason = "status";
    row.error = "410 Gone: the outlet has ended this feed";
    row.failingSince = Optional.of(row.now);
    row.nextPoll = row.now;
    row.nextWhy = "never: the outlet has ended this feed";
    return new Settled("gone", 0, 0, gone.answer().wire(), false, Optional.empty());
  }

  private Settled failed(Handle handle, OutletRow row, Fetched.Failed failed) {
    row.status = Outlet.FAILING;
    row.failures++;
    row.reason = failed.reason();
    row.error = failed.detail();
    row.failingSince = Optional.of(row.failingSince.orElse(row.now));
    var next =
        cadence.ill(
            row.now, failed.fault(), row.failures, failed.asked(), failed.detail(), seed(row));
    row.nextPoll = next.at();
    row.nextWhy = next.why();
    var asked = failed.asked().isPresent() || !failed.fullHost().isEmpty();
    row.rest = asked ? next.at() : Instant.EPOCH;
    if (!failed.fullHost().isEmpty()) {
      handle.attach(Outlets.class).rest(failed.fullHost(), next.at());
    }
    return new Settled(
        "failed",
        0,
        0,
        failed.bytes(),
        false,
        Optional.of(
            new PollReport.Failure(
                row.outlet.id(),
                row.outlet.url(),
                failed.reason(),
                failed.detail(),
                Optional.of(next.at()))));
  }

  private static long seed(OutletRow row) {
    return row.outlet.id() * 31 + row.now.getEpochSecond();
  }

  static OptionalInt status(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Fresh fresh -> OptionalInt.of(fresh.answer().status());
      case Fetched.Same same -> OptionalInt.of(same.answer().status());
      case Fetched.Gone gone -> OptionalInt.of(gone.answer().status());
      case Fetched.Failed failed -> failed.status();
      case Fetched.Left _ -> OptionalInt.empty();
    };
  }

  static Duration took(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Fresh fresh -> fresh.answer().took();
      case Fetched.Same same -> same.answer().took();
      case Fetched.Gone gone -> gone.answer().took();
      case Fetched.Failed failed -> failed.took();
      case Fetched.Left _ -> Duration.ZERO;
    };
  }
}

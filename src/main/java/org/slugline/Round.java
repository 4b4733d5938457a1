package org.slugline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slugline.desk.Articles;
import org.slugline.desk.Desk;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.store.Lock;
import org.slugline.store.StorageException;
import org.slugline.story.Grouper;
import org.slugline.wire.Due;
import org.slugline.wire.Outlets;
import org.slugline.wire.PollReport;
import org.slugline.wire.PollRequest;
import org.slugline.wire.Poller;
import org.slugline.wire.Retention;

/**
 * Release, poll what is due, group, index, forget. Each step asks the database what is not yet
 * done, does it and commits: safe to run twice, twice at once, and after a crash in the middle.
 */
public final class Round {
  private final Database database;
  private final Desk desk;
  private final Poller poller;
  private final Grouper grouper;
  private final Search search;
  private final Retention retention;
  private final InstantSource clock;

  Round(
      Database database,
      Desk desk,
      Poller poller,
      Grouper grouper,
      Search search,
      Retention retention,
      InstantSource clock) {
    this.database = database;
    this.desk = desk;
    this.poller = poller;
    this.grouper = grouper;
    this.search = search;
    this.retention = retention;
    this.clock = clock;
  }

  /** How a round ended. */
  public sealed interface Outcome {
    record Done(PollReport polls) implements Outcome {}

    /** Another round holds the lock and does the same work. */
    record Locked() implements Outcome {}
  }

  /** One whole round; at most one runs on a data directory. */
  public Outcome run(PollRequest request) {
    release();
    return alone(() -> {
      var polls = poller.round(request);
      try {
        catchUp();
        forget();
      } catch (StorageException stuck) {
        if (polls.unstored().isEmpty()) {
          throw stuck;
        } // else the report says it
      }
      return polls;
    });
  }

  /** What a server does of a round when outlets fall due: it does the rest at its own times. */
  Outcome poll(PollRequest request) {
    return alone(() -> poller.round(request));
  }

  private Outcome alone(Supplier<PollReport> work) {
    var lock = database.take(Lock.Part.ROUND);
    if (lock.isEmpty()) {
      return new Outcome.Locked();
    }
    try (var _ = lock.get()) {
      return new Outcome.Done(work.get());
    }
  }

  /** Releases the pieces whose moment has come. */
  public int release() {
    return desk.release(clock.instant());
  }

  /** Groups and indexes what nobody has grouped and indexed yet. */
  public void catchUp() {
    grouper.catchUp(clock.instant());
    search.catchUp();
  }

  /** Lets go of what need not be kept. */
  public void forget() {
    retention.forget(clock.instant());
    desk.tidy(clock.instant());
    grouper.forget();
    search.catchUp();
  }

  /** Leaves nothing of what was erased: not in the index, the stories, the file or its log. */
  public void scrub() {
    catchUp();
    grouper.forget();
    search.scrub();
    database.scrub();
  }

  /** When the next piece is to be released; the end of time when none is. */
  Instant nextRelease() {
    return database.read(Articles.class, Articles::nextDue).orElse(Instant.MAX);
  }

  /** Which outlets fall due next. */
  Due nextPoll() {
    return database.read(Outlets.class, outlets -> Due.next(outlets, clock.instant()));
  }

  /** Lets the polls under way finish and begins no more. */
  public void stop() {
    poller.stop();
  }
}

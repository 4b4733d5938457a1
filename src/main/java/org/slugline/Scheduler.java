package org.slugline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.desk.FileOutcome;
import org.slugline.desk.FolderWatch;
import org.slugline.store.Database;
import org.slugline.store.StorageException;
import org.slugline.wire.Due;
import org.slugline.wire.PollRequest;

/**
 * What a running server does by itself, on two threads: one releases, groups and indexes within a
 * second of what it follows from, in this process or another; the other polls what falls due,
 * gathered into rounds. What falls due next is remembered until somebody writes.
 */
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration TICK = Duration.ofMillis(300);
  private static final Duration BUDGET = Duration.ofSeconds(50);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FORGET = Duration.ofHours(6);

  /** From the start of a round to the next: what falls due meanwhile is asked in one. */
  private static final Duration GATHERING = Duration.ofSeconds(5);

  private final Database database;
  private final Round round;
  private final InstantSource clock;
  private final Thread tidying;
  private final Thread polling;
  private final boolean polls;
  private final Optional<FolderWatch> watch;
  private final Remembered<Instant> release;
  private final Remembered<Due> due;
  private final Hindrance hindrance = new Hindrance(LOG, System::nanoTime);
  private final CountDownLatch closed = new CountDownLatch(1);
  private long seen = Long.MIN_VALUE;
  private Instant forgotten = Instant.MIN;
  private long watched = System.nanoTime() - LOOK.toNanos();
  private Instant polled = Instant.MIN;
  private boolean whole = true;

  /**
   * @param polls whether outlets are polled too
   * @param watch the folder that is followed
   */
  Scheduler(
      Database database,
      Round round,
      InstantSource clock,
      boolean polls,
      Optional<FolderWatch> watch) {
    this.database = database;
    this.round = round;
    this.clock = clock;
    this.polls = polls;
    this.watch = watch;
    release = new Remembered<>(database::dataVersion, round::nextRelease);
    due = new Remembered<>(database::dataVersion, round::nextPoll);
    tidying = Thread.ofPlatform().name("slugline-round").unstarted(() -> repeat(this::tidy));
    polling = Thread.ofPlatform().name("slugline-polls").unstarted(() -> repeat(this::poll));
  }

  void start() {
    tidying.start();
    if (polls) {
      polling.start();
    }
  }

  private void repeat(Runnable step) {
    while (closed.getCount() > 0) {
      try {
        step.run();
      } catch (StorageException storage) {
        hindrance.say(Objects.requireNonNullElse(storage.getMessage(), ""));
        rest(Duration.ofSeconds(5));
      } catch (RuntimeException | StackOverflowError broken) {
        LOG.error("a fault of ours; the next round goes on", broken);
        rest(Duration.ofSeconds(5));
      }
      rest(TICK);
    }
  }

  private void tidy() {
    database.stand();
    if (!release.value().isAfter(clock.instant())) {
      round.release();
      release.forget();
    }
    watch();
    var version = database.dataVersion();
    if (version != seen) {
      round.catchUp();
      seen = version; // our own commits change it once more, and then there is nothing to do
    }
    var now = clock.instant();
    if (forgotten.plus(FORGET).isBefore(now)) {
      round.forget();
      forgotten = now;
    }
  }

  private void watch() {
    if (watch.isEmpty() || System.nanoTime() - watched < LOOK.toNanos()) {
      return;
    }
    watched = System.nanoTime();
    for (var outcome : watch.get().look(clock.instant())) {
      if (outcome.result() == FileOutcome.Result.REFUSED) {
        outcome
            .faults()
            .forEach(
                fault -> LOG.warn("{}, line {}: {}", outcome.file(), fault.line(), fault.detail()));
      } else if (outcome.result() != FileOutcome.Result.UNCHANGED) {
        LOG.info("{} {}", outcome.result(), outcome.file());
      }
    }
  }

  private void poll() {
    var next = due.value();
    var now = clock.instant();
    // one that was never asked is waited for by whoever added it
    if (next.at().isAfter(now) || !(isGathered(now) || (next.isFirst() && whole))) {
      return;
    }
    switch (round.poll(new PollRequest(BUDGET, Set.of(), false, true))) {
      case Round.Outcome.Done(var report) -> {
        polled = now;
        whole = report.isWhole();
        LOG.debug("{}", report);
        report.unstored().stream().findFirst().ifPresent(one -> hindrance.say(one.detail()));
      }
      case Round.Outcome.Locked() -> rest(Duration.ofSeconds(1));
    }
    due.forget(); // a round that found nothing to do has written nothing
  }

  /** A clock that was set back holds nobody up. */
  private boolean isGathered(Instant now) {
    return now.isBefore(polled) || !now.isBefore(polled.plus(GATHERING));
  }

  private void rest(Duration span) {
    try {
      var _ = closed.await(span.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      closed.countDown();
    }
  }

  /** Lets what was begun finish: a poll in flight is stored or left for the next round. */
  @Override
  public void close() {
    closed.countDown();
    round.stop();
    join(tidying);
    join(polling);
  }

  private static void join(Thread thread) {
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(60));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

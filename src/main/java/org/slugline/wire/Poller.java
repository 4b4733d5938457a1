package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slugline.net.Exchange;
import org.slugline.net.Room;
import org.slugline.net.Turnstile;
import org.slugline.net.WebAddress;
import org.slugline.store.Database;
import org.slugline.store.StorageException;

/**
 * Asks outlets for news, a round at a time: claim what is due, ask each once, store, settle. Safe
 * to be run in two processes at once, and to be killed at any instant.
 */
public final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** Outlets of a host that wants to be left alone come back one after the other. */
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private static final Duration HANDICAP = Duration.ofHours(1);

  private final Database database;
  private final Manners manners;
  private final Fetching fetching;
  private final Turnstile turnstile;
  private final Exchange exchange;
  private final InstantSource clock;
  private final String ourTitle;
  private final ReentrantLock round = new ReentrantLock();
  private volatile boolean stopping;

  /**
   * @param userAgent see {@link Manners#agent}
   * @param exchange see {@link Manners#exchange}; one for the process
   * @param secrets what {@code SLUGLINE_SECRET_NAME} holds, by NAME: USER:PASSWORD
   * @param clock of what is stored; deadlines and waiting use real time
   */
  public Poller(
      Database database,
      Manners manners,
      String userAgent,
      Exchange exchange,
      Function<String, Optional<String>> secrets,
      InstantSource clock) {
    this(database, manners, userAgent, exchange, secrets, clock, "");
  }

  /**
   * @param ourTitle of our own newsroom: a feed that calls itself so is shown by its host instead
   */
  public Poller(
      Database database,
      Manners manners,
      String userAgent,
      Exchange exchange,
      Function<String, Optional<String>> secrets,
      InstantSource clock,
      String ourTitle) {
    this.database = database;
    this.manners = manners;
    this.clock = clock;
    this.ourTitle = ourTitle;
    turnstile = exchange.turnstile();
    this.exchange = exchange;
    fetching = new Fetching(manners, userAgent, exchange, secrets, clock);
  }

  /** The process serves pages too: memory is not worth making their readers wait. */
  public void besideReaders() {
    fetching.besideReaders();
  }

  /** Lets what is under way finish and begins nothing more, in this round and all after it. */
  public void stop() {
    stopping = true;
  }

  /** One round; a second one of this process waits for the first. */
  public PollReport round(PollRequest request) {
    round.lock();
    try {
      return new Round(request).run();
    } finally {
      round.unlock();
    }
  }

  /** The outlets of one host, waiting for their turns. */
  private static final class Lane {
    private final String host;
    private final ArrayDeque<Outlet> waiting = new ArrayDeque<>();
    private int inside;
    private boolean queued;
    private long ready = System.nanoTime();

    Lane(String host) {
      this.host = host;
    }
  }

  /**
   * @param full the host that had enough of us, else {@code ""}
   */
  private record Done(Lane lane, String full) {}

  /** Longest due first; one that kept us waiting last time lets the others go before it. */
  private static Instant turn(Outlet outlet) {
    var due = outlet.health().nextPoll();
    return outlet.health().reason().equals("timeout") ? due.plus(HANDICAP) : due;
  }

  private final class Round {
    private final PollRequest request;
    private final long begun = System.nanoTime();
    private final long end;
    private final PriorityQueue<Lane> ready =
        new PriorityQueue<>(Comparator.comparingLong((Lane lane) -> lane.ready - begun));
    private final LinkedBlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<Long, String> resting = new HashMap<>();
    private final List<Outlet> spared = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private int running;

    Round(PollRequest request) {
      this.request = request;
      end = begun + request.budget().toNanos();
    }

    PollReport run() {
      var claimed = claim();
      var due = claimed.size();
      claimed.forEach(outlet -> ids.add(outlet.id()));
      if (due == 0) {
        return report(0, List.of());
      }
      try (var clerk = new Clerk(database, new Settling(manners, ourTitle), clock)) {
        var workers =
            Executors.newFixedThreadPool(
                Math.min(manners.workers(), due),
                Thread.ofPlatform().daemon().name("slugline-poll-", 0).factory());
        try {
          Hosts.spareAsked(database, turnstile, manners.hostSpacing(), clock.instant());
          line(claimed);
          dispatch(workers, clerk);
        } finally {
          workers.shutdown();
        }
        var outcomes = clerk.finish();
        letGo(outcomes);
        putOff(spared);
        return report(due, outcomes);
      }
    }

    private List<Outlet> claim() {
      var now = clock.instant();
      var until = now.plus(request.budget()).plus(manners.patience()).plusSeconds(60);
      var claimed =
          database.write(handle -> {
            var outlets = handle.attach(Outlets.class);
            outlets.forgetHosts(now);
            if (!request.only().isEmpty()) {
              return outlets.claim(List.copyOf(request.only()), now, until, request.alone());
            }
            return request.onlyFailing()
                ? outlets.claimFailing(now, until, now.minus(manners.pause()), request.alone())
                : outlets.claimDue(now, until, request.alone());
          });
      return withoutResting(claimed, now);
    }

    /** Puts those off whose host asked to be left alone. */
    private List<Outlet> withoutResting(List<Outlet> claimed, Instant now) {
      var full = new HashSet<>(database.read(Outlets.class, outlets -> outlets.restingHosts(now)));
      if (full.isEmpty()) {
        return claimed;
      }
      var byRest = new ArrayList<Outlet>();
      var free = new ArrayList<Outlet>();
      for (var outlet : claimed) {
        var host = Hosts.of(outlet).stream().filter(full::contains).findFirst();
        host.ifPresent(name -> resting.put(outlet.id(), name));
        (host.isPresent() ? byRest : free).add(outlet);
      }
      putOff(byRest);
      return free;
    }

    private void putOff(List<Outlet> some) {
      if (some.isEmpty()) {
        return;
      }
      database.change(handle -> {
        var outlets = handle.attach(Outlets.class);
        for (var i = 0; i < some.size(); i++) {
          var outlet = some.get(i);
          var host = resting.getOrDefault(outlet.id(), WebAddress.host(outlet.url()));
          outlets.putOff(outlet.id(), host, BETWEEN.multipliedBy(i + 1L).toMillis());
        }
      });
    }

    private void line(List<Outlet> claimed) {
      claimed.stream()
          .sorted(Comparator.comparing(Poller::turn))
          .forEach(outlet ->
              lanes.computeIfAbsent(Hosts.of(outlet).getLast(), Lane::new).waiting.add(outlet));
      lanes.values().forEach(this::queue);
    }

    private void queue(Lane lane) {
      if (!lane.queued && !lane.waiting.isEmpty() && lane.inside < manners.hostConnections()) {
        lane.ready = System.nanoTime() + turnstile.wait(lane.host);
        lane.queued = true;
        ready.add(lane);
      }
    }

    private void dispatch(ExecutorService workers, Clerk clerk) {
      while (!ready.isEmpty() || running > 0) {
        var now = System.nanoTime();
        var over = stopping || clerk.isStuck() || now - end >= 0;
        if (over) {
          ready.forEach(this::abandon);
          ready.clear();
        } else if (!ready.isEmpty()
            && running < manners.workers()
            && ready.peek().ready - now <= 0) {
          start(ready.remove(), workers, clerk);
          continue;
        }
        await(now, over);
      }
    }

    /** Whoever has to do with a host that had enough waits for another round. */
    private void spare(String host) {
      for (var lane : lanes.values()) {
        lane.waiting.removeIf(outlet -> {
          var concerned = Hosts.of(outlet).contains(host);
          if (concerned) {
            resting.put(outlet.id(), host);
            spared.add(outlet);
          }
          return concerned;
        });
        if (lane.queued && lane.waiting.isEmpty()) {
          ready.remove(lane);
          lane.queued = false;
        }
      }
    }

    private void abandon(Lane lane) {
      lane.queued = false;
      lane.waiting.clear();
    }

    private void start(Lane lane, ExecutorService workers, Clerk clerk) {
      var outlet = lane.waiting.remove();
      lane.queued = false;
      lane.inside++;
      running++;
      workers.execute(() -> {
        var full = "";
        try (var room = exchange.room()) {
          var fetched = contained(outlet, room);
          if (!(fetched instanceof Fetched.Left)) {
            clerk.settle(outlet, fetched);
          }
          full = fetched instanceof Fetched.Failed failed ? failed.fullHost() : "";
        } finally {
          done.add(new Done(lane, full));
        }
      });
      queue(lane);
    }

    /** Whatever one feed does to us stays with it. */
    private Fetched contained(Outlet outlet, Room room) {
      try {
        return fetching.fetch(outlet, Duration.ofNanos(end - System.nanoTime()), room);
      } catch (Throwable broken) {
        LOG.error("the poll of {} broke", outlet.url(), broken);
        return Fetching.failed(
            "not-a-feed",
            "reading it broke our reader: " + broken.getClass().getSimpleName(),
            OptionalInt.empty(),
            Cadence.Fault.HARD,
            0,
            Duration.ZERO);
      }
    }

    private void await(long now, boolean over) {
      if (ready.isEmpty() && running == 0) {
        return;
      }
      var next =
          ready.isEmpty() || running >= manners.workers()
              ? Long.MAX_VALUE
              : ready.peek().ready - now;
      var wait = over ? TimeUnit.SECONDS.toNanos(1) : Math.min(next, Math.max(end - now, 1));
      try {
        // looked up now and then all the same: somebody may have called stop
        var ended =
            done.poll(
                Math.clamp(wait, 1, TimeUnit.MILLISECONDS.toNanos(250)), TimeUnit.NANOSECONDS);
        if (ended != null) {
          running--;
          ended.lane().inside--;
          if (!ended.full().isEmpty()) {
            spare(ended.full());
          }
          if (over) {
            abandon(ended.lane());
          }
          queue(ended.lane());
        }
      } catch (InterruptedException _) {
        stopping = true;
      }
    }

    /**
     * Leases of what was not asked: left for the next round. What was asked in vain is not asked
     * again at once: the disk stays full for a while, and the outlet is not to suffer from it.
     */
    private void letGo(List<Clerk.Outcome> outcomes) {
      var rest = new HashSet<>(ids);
      var vain = new ArrayList<Long>();
      for (var outcome : outcomes) {
        rest.remove(outcome.outlet().id());
        if (outcome.settled().isUnstored()) {
          vain.add(outcome.outlet().id());
        }
      }
      if (!rest.isEmpty() || !vain.isEmpty()) {
        try {
          database.change(handle -> {
            var outlets = handle.attach(Outlets.class);
            outlets.release(List.copyOf(rest));
            outlets.asked(vain, clock.instant().plus(manners.pause()));
          });
        } catch (StorageException broken) {
          LOG.debug("leases could not be given back; they end by themselves", broken);
        } catch (RuntimeException broken) {
          LOG.warn("leases could not be given back; they end by themselves", broken);
        }
      }
    }

    private PollReport report(int due, List<Clerk.Outcome> outcomes) {
      var sums = new Sums();
      outcomes.forEach(outcome -> sums.add(outcome.settled()));
      return new PollReport(
          due,
          sums.fresh,
          sums.unchanged,
          sums.failed,
          sums.moved,
          sums.gone,
          due - outcomes.size(),
          sums.items,
          sums.edited,
          sums.bytes,
          Duration.ofNanos(System.nanoTime() - begun),
          sums.failures);
    }
  }

  private static final class Sums {
    private int fresh;
    private int unchanged;
    private int failed;
    private int gone;
    private int moved;
    private int items;
    private int edited;
    private long bytes;
    private final List<PollReport.Failure> failures = new ArrayList<>();

    void add(Settling.Settled settled) {
      switch (settled.outcome()) {
        case "new" -> fresh++;
        case "unchanged" -> unchanged++;
        case "gone" -> gone++;
        default -> failed++;
      }
      moved += settled.moved() ? 1 : 0;
      items += settled.items();
      edited += settled.edited();
      bytes += settled.bytes();
      settled.failure().ifPresent(failures::add);
    }
  }
}

package org.slugline.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;
import org.slugline.http.Freshness;
import org.slugline.net.Answer;
import org.slugline.net.Ask;
import org.slugline.net.Exchange;
import org.slugline.net.Room;
import org.slugline.net.Trouble;
import org.slugline.net.Validators;
import org.slugline.net.WebAddress;

/** Asks one outlet and understands its answer. Stores nothing. Thread-safe. */
final class Fetching {
  static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, "
          + "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, "
          + "application/json;q=0.7, */*;q=0.1";

  /** A server that says 304 for longer than this is asked plainly once. */
  private static final Duration BELIEVED = Duration.ofDays(8);

  private static final int HUGE = 4 << 20;

  private final Manners manners;
  private final String userAgent;
  private final Exchange exchange;
  private final Function<String, Optional<String>> secrets;
  private final InstantSource clock;
  private volatile boolean besideReaders;

  /** What reading one takes is a multiple of its size: they are read one after the other. */
  private final ReentrantLock large = new ReentrantLock();

  Fetching(
      Manners manners,
      String userAgent,
      Exchange exchange,
      Function<String, Optional<String>> secrets,
      InstantSource clock) {
    this.manners = manners;
    this.userAgent = userAgent;
    this.exchange = exchange;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** From now on nobody may be made to wait while the heap is cleaned. */
  void besideReaders() {
    besideReaders = true;
  }

  /**
   * @param left of the round's budget
   * @param room held until what was fetched is no longer
   */
  Fetched fetch(Outlet outlet, Duration left, Room room) {
    var settings = Settings.parse(outlet.settings());
    var patience = left.compareTo(manners.patience()) < 0 ? left : manners.patience();
    if (patience.isNegative() || patience.isZero()) {
      return new Fetched.Left();
    }
    var login = login(settings);
    if (login.isEmpty() && !settings.auth().isEmpty()) {
      return failed(
          "status",
          "SLUGLINE_SECRET_" + settings.auth() + " is not set, so we did not ask",
          OptionalInt.empty(),
          Cadence.Fault.HARD,
          0,
          Duration.ZERO);
    }
    var answer = exchange.get(ask(outlet, settings, login), patience, room);
    return switch (answer) {
      case Answer.Failed failed -> {
        var cut = failed.trouble() == Trouble.TIMEOUT && patience.compareTo(manners.patience()) < 0;
        yield cut ? new Fetched.Left() : failed(failed);
      }
      case Answer.Received received -> understood(outlet, received);
    };
  }

  private Ask ask(Outlet outlet, Settings settings, Optional<String> login) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept", ACCEPT);
    headers.put("User-Agent", settings.userAgent().isEmpty() ? userAgent : settings.userAgent());
    var confided = new LinkedHashMap<>(settings.headers());
    login.ifPresent(pair ->
        confided.put(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    var memory = outlet.memory();
    var stale =
        memory.lastFull().map(at -> at.plus(BELIEVED).isBefore(clock.instant())).orElse(true);
    var validators =
        stale
            ? Validators.NONE
            : new Validators(memory.validatorsOf(), memory.etag(), memory.lastModified());
    var proxy = settings.proxy().isEmpty() ? manners.proxy() : settings.proxy();
    return new Ask(outlet.url(), headers, confided, validators, proxy);
  }

  /** USER:PASSWORD; empty when none is wanted or the secret is not set. */
  private Optional<String> login(Settings settings) {
    return settings.auth().isEmpty() ? Optional.empty() : secrets.apply(settings.auth());
  }

  private Fetched understood(Outlet outlet, Answer.Received answer) {
    var now = clock.instant();
    return switch (answer.status()) {
      case 200, 203 -> read(outlet, answer);
      case 304 ->
          answer.asked()
              ? new Fetched.Same(answer)
              : failed(answer, "304 although we have nothing of it", Cadence.Fault.SOFT, now);
      case 410 ->
          answer.permanent() || answer.url().equals(outlet.url())
              ? new Fetched.Gone(answer)
              : failed(answer, "410 Gone, where it redirects for now", Cadence.Fault.HARD, now);
      case 408, 425, 429, 503 ->
          failed(answer, phrase(answer.status()), Cadence.Fault.PASSING, now);
      default ->
          failed(
              answer,
              phrase(answer.status()),
              answer.status() >= 500 ? Cadence.Fault.SOFT : Cadence.Fault.HARD,
              now);
    };
  }

  private Fetched read(Outlet outlet, Answer.Received answer) {
    var body = answer.body();
    var digest = mark(body);
    if (digest.equals(outlet.memory().bodyDigest())) {
      return new Fetched.Same(answer.withoutBody());
    }
    if (body.length == 0) {
      return unreadable(answer, "the answer was empty");
    }
    if (body.length <= Room.LARGE) {
      return read(answer, digest);
    }
    large.lock();
    try {
      if (body.length > HUGE && !besideReaders) {
        System.gc(); // the heap would rather grow than look what the last one left
      }
      return read(answer, digest);
    } finally {
      large.unlock();
    }
  }

  /**
   * Tells a body from the last one of the same feed. A checksum is enough, whoever forges one
   * deceives us about nobody but himself; a digest of every body was a fiftieth of a first round.
   */
  private static String mark(byte[] body) {
    var one = new CRC32();
    one.update(body);
    var other = new CRC32C();
    other.update(body);
    return Long.toHexString((one.getValue() << 32) | other.getValue()) + "-" + body.length;
  }

  private Fetched read(Answer.Received answer, String digest) {
    var body = answer.body();
    var reading =
        FeedReader.read(
            body,
            type(answer),
            answer.header("content-language"),
            answer.url(),
            manners.maxEntries());
    return switch (reading) {
      case Reading.Unreadable(var reason) -> unreadable(answer, reason);
      case Reading.Readable(var feed) ->
          Truncation.breaksOff(body)
              ? unreadable(answer, "the document breaks off in the middle")
              : new Fetched.Fresh(
                  answer.withoutBody(), Fetched.About.of(feed), Arrival.of(feed), digest);
    };
  }

  private static Optional<String> type(Answer.Received answer) {
    var type = answer.header("content-type");
    return type.isEmpty() ? Optional.empty() : Optional.of(type);
  }

  private static Fetched unreadable(Answer.Received answer, String reason) {
    return failed(
        "not-a-feed",
        reason,
        OptionalInt.of(answer.status()),
        Cadence.Fault.HARD,
        answer.wire(),
        answer.took());
  }

  private static Fetched failed(
      Answer.Received answer, String detail, Cadence.Fault fault, Instant now) {
    return new Fetched.Failed(
        "status",
        detail,
        OptionalInt.of(answer.status()),
        fault,
        Freshness.retryAfter(answer.header("retry-after"), now).filter(Duration::isPositive),
        answer.status() == 429 ? WebAddress.host(answer.url()) : "",
        answer.wire(),
        answer.took());
  }

  private static Fetched failed(Answer.Failed answer) {
    var fault =
        switch (answer.trouble()) {
          case TIMEOUT, REFUSED, DNS -> Cadence.Fault.SOFT;
          case TLS, TOO_LARGE, INTERNAL_ADDRESS, REDIRECTS -> Cadence.Fault.HARD;
        };
    return failed(
        answer.trouble().word(),
        answer.detail(),
        OptionalInt.empty(),
        fault,
        answer.wire(),
        answer.took());
  }

  static Fetched failed(
      String reason,
      String detail,
      OptionalInt status,
      Cadence.Fault fault,
      long bytes,
      Duration took) {
    return new Fetched.Failed(reason, detail, status, fault, Optional.empty(), "", bytes, took);
  }

  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(402, "Payment Required"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(425, "Too Early"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(451, "Unavailable For Legal Reasons"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private static String phrase(int status) {
    var words = PHRASES.get(status);
    return words == null ? "status " + status : status + " " + words;
  }
}

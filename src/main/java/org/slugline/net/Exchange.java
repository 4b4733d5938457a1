package org.slugline.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A guarded GET: one deadline over all hops, caps on bytes, the address looked at where it is
 * dialled, our turn at each host waited for. No cookies, no Referer. Thread-safe; one for the whole
 * process.
 */
public final class Exchange implements AutoCloseable {
  private static final int LARGE_AT_ONCE = 2;

  private final AddressGuard guard;
  private final Turnstile turnstile;
  private final Limits limits;
  private final Names names = new Names();
  private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

  /** Made when the first address is asked: most commands ask none. */
  private Optional<OkHttpClient> direct = Optional.empty();

  private final Map<String, OkHttpClient> proxied = new ConcurrentHashMap<>();
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  public Exchange(AddressGuard guard, Turnstile turnstile, Limits limits) {
    this.guard = guard;
    this.turnstile = turnstile;
    this.limits = limits;
  }

  /**
   * @param patience for the whole exchange; waiting for our turn at a host does not count, but has
   *     the same end
   */
  public Answer get(Ask ask, Duration patience) {
    try (var room = room()) {
      return get(ask, patience, room);
    }
  }

  /**
   * The same, for who closes the room when the answer's body is done with, and all made of it.
   *
   * @param room of this exchange
   */
  public Answer get(Ask ask, Duration patience, Room room) {
    var home = HttpUrl.parse(ask.url());
    return home == null
        ? new Answer.Failed(Trouble.REFUSED, "the address cannot be read", 0, Duration.ZERO)
        : new Journey(ask, Literals.plain(home), patience, room).go();
  }

  public Room room() {
    return new Room(large);
  }

  /** Whose turn it is, for whoever plans a round. */
  public Turnstile turnstile() {
    return turnstile;
  }

  /**
   * OkHttp asks again on its own account after 408, 421 and a 503 with {@code Retry-After: 0}, and
   * when a connection broke. Only the last is wanted, and only where a kept connection was found
   * dead: so it is shown 200 in every case, and the true status is kept in the tag.
   */
  private Response once(Interceptor.Chain chain) throws IOException {
    var seen = chain.request().tag(Seen.class);
    var connection = chain.connection();
    if (seen == null || connection == null) {
      throw new IllegalStateException("a request of somebody else's");
    }
    var fresh = used.add(connection);
    if (seen.sent && !seen.stale) {
      throw new IOException("the connection broke off");
    }
    seen.sent = true;
    seen.stale = !fresh;
    var response = chain.proceed(sendable(chain.request(), connection.protocol()));
    seen.status = response.code();
    var length = response.header("Content-Length", "");
    if (length.startsWith("-")) {
      chain.call().cancel(); // the library would stumble over it
      throw new IOException("it says it has " + length + " bytes");
    }
    if (length.length() > 18 && length.chars().allMatch(Character::isDigit)) {
      chain.call().cancel(); // the library would read on for ever
      throw new TooLargeException("it says it has " + length + " bytes");
    }
    return response.newBuilder().code(200).build();
  }

  /** HTTP/2 has no way for {@link Octets}: what only they can say stays unsaid there. */
  private static Request sendable(Request request, Protocol protocol) {
    if (protocol != Protocol.HTTP_2) {
      return request;
    }
    var kept = request.newBuilder();
    for (var pair : request.headers()) {
      if (Octets.isRaw(pair.getSecond())) {
        kept.removeHeader(pair.getFirst());
      }
    }
    return kept.build();
  }

  private synchronized OkHttpClient direct() {
    var client = direct.orElseGet(this::client);
    direct = Optional.of(client);
    return client;
  }

  private OkHttpClient client() {
    var trusted = SecureDialling.trusted();
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(true)
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .connectionPool(new ConnectionPool(32, 15, TimeUnit.SECONDS))
        .proxy(Proxy.NO_PROXY)
        .dns(names)
        .socketFactory(new GuardedDialling(Optional.of(guard)))
        .sslSocketFactory(new SecureDialling(trusted), trusted)
        .addNetworkInterceptor(this::once)
        .build();
  }

  private OkHttpClient client(String proxy) {
    if (proxy.isEmpty()) {
      return direct();
    }
    return proxied.computeIfAbsent(
        proxy,
        _ -> {
          var at = HttpUrl.get(proxy);
          var address = new InetSocketAddress(at.host(), at.port());
          return direct()
              .newBuilder()
              .socketFactory(new GuardedDialling(Optional.empty()))
              .proxy(new Proxy(Proxy.Type.HTTP, address))
              .build();
        });
  }

  /** Before a target is handed to a proxy, which would dial it for us. */
  private Optional<String> refusedBehindProxy(HttpUrl url) {
    try {
      for (var address : names.lookup(url.host())) {
        var no = guard.refusal(url.host(), address, url.port());
        if (no.isPresent()) {
          return no;
        }
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      // only the proxy knows the name: then it has to look like one of the internet's
      var host = url.host().toLowerCase(Locale.ROOT);
      var inside =
          !host.contains(".")
              || List.of(".local", ".internal", ".localhost", ".lan", ".home.arpa", ".intranet")
                  .stream()
                  .anyMatch(host::endsWith);
      return inside ? Optional.of(host + " is a name inside our network") : Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    direct.ifPresent(client -> {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    });
  }

  /** What the network said to one request. */
  private static final class Seen {
    private boolean sent;
    private boolean stale;
    private int status;
  }

  /** One exchange under way, hop by hop. */
  private final class Journey {
    private final Ask ask;
    private final HttpUrl home;
    private final long patience;
    private final Room room;
    private long spent;
    private long wire;
    private boolean permanent = true;
    private boolean atHome = true;
    private final Set<String> visited = new HashSet<>();

    Journey(Ask ask, HttpUrl home, Duration patience, Room room) {
      this.room = room;
      this.ask = ask;
      this.home = home;
      this.patience = patience.toNanos();
    }

    Answer go() {
      var url = home;
      for (var hop = 0; ; hop++) {
        if (!visited.add(url.toString())) {
          return failed(Trouble.REDIRECTS, "it redirects in a circle, by " + shown(url));
        }
        switch (step(url, hop)) {
          case Step.End(var answer) -> {
            return answer;
          }
          case Step.On(var next) -> url = next;
        }
        if (hop >= limits.redirects()) {
          return failed(Trouble.REDIRECTS, "more than " + limits.redirects() + " redirects");
        }
      }
    }

    private Step step(HttpUrl url, int hop) {
      if (!ask.proxy().isEmpty()) {
        var no = refusedBehindProxy(url);
        if (no.isPresent()) {
          return new Step.End(failed(Trouble.INTERNAL_ADDRESS, no.get()));
        }
      }
      var host = WebAddress.host(url);
      try {
        if (!turnstile.enter(host, patience)) {
          return new Step.End(failed(Trouble.TIMEOUT, "our turn at " + host + " did not come"));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new Step.End(failed(Trouble.TIMEOUT, "we were told to stop"));
      }
      var begun = System.nanoTime();
      try {
        return asked(url, hop);
      } catch (IOException broken) {
        return new Step.End(failed(broken, url));
      } finally {
        spent += System.nanoTime() - begun;
        turnstile.leave(host);
      }
    }

    private Step asked(HttpUrl url, int hop) throws IOException {
      if (patience - spent <= 0) {
        throw new InterruptedIOException("timeout");
      }
      var seen = new Seen();
      var told = ask.validators().of().equals(url.toString()) && !ask.validators().isEmpty();
      atHome &= sameOrigin(url, home); // who sends us back could have chosen where to
      var call = client(ask.proxy()).newCall(request(url, told, seen));
      call.timeout().timeout(patience - spent, TimeUnit.NANOSECONDS);
      var end = System.nanoTime() + patience - spent;
      try (var response = ScopedValue.where(Names.DEADLINE, end).call(call::execute)) {
        var next = redirect(seen.status, response, url);
        if (next.isPresent()) {
          permanent &= seen.status == 301 || seen.status == 308;
          return next.get();
        }
        var bytes = seen.status == 200 || seen.status == 203 ? body(response, call) : new byte[0];
        return new Step.End(
            new Answer.Received(
                seen.status,
                headers(response),
                bytes,
                url.toString(),
                hop > 0 && permanent,
                told,
                wire,
                Duration.ofNanos(spent)));
      }
    }

    private Request request(HttpUrl url, boolean told, Seen seen) {
      var request = new Request.Builder().url(url).tag(Seen.class, seen);
      ask.headers().forEach(request::header);
      request.header("Accept-Encoding", "gzip");
      if (atHome) {
        ask.confided().forEach(request::header);
      }
      if (!told) {
        return request.build();
      }
      // byte for byte, whatever the server put in them
      var all = request.build().headers().newBuilder();
      if (!ask.validators().etag().isEmpty()) {
        all.addUnsafeNonAscii("If-None-Match", ask.validators().etag());
      }
      if (!ask.validators().lastModified().isEmpty()) {
        all.addUnsafeNonAscii("If-Modified-Since", ask.validators().lastModified());
      }
      return request.headers(all.build()).build();
    }

    private Optional<Step> redirect(int status, Response response, HttpUrl url) {
      if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
        return Optional.empty();
      }
      var field = response.header("Location");
      var location = field == null ? null : Octets.reference(field);
      var to = location == null ? null : url.resolve(location);
      if (to == null) {
        var said = location == null ? "nowhere" : "to " + Breakage.shortened(location);
        return Optional.of(
            new Step.End(failed(Trouble.REDIRECTS, "it redirects " + said + " (" + status + ")")));
      }
      return Optional.of(
          new Step.On(
              Literals.plain(to.newBuilder().username("").password("").fragment(null).build())));
    }

    private byte[] body(Response response, Call call) throws IOException {
      var reader = new Body(limits.maxBytes());
      var body = response.body();
      if (body.contentLength() > limits.maxBytes()) {
        call.cancel();
        throw new TooLargeException("it says it has " + body.contentLength() + " bytes");
      }
      try {
        return reader.read(
            body.byteStream(), response.header("Content-Encoding", ""), room, patience - spent);
      } catch (IOException | RuntimeException broken) {
        call.cancel(); // what is left is not worth reading
        throw broken;
      } finally {
        wire += reader.wire();
      }
    }

    private Map<String, String> headers(Response response) {
      var first = new HashMap<String, String>();
      for (var pair : response.headers()) {
        var name = pair.getFirst().toLowerCase(Locale.ROOT);
        var list = name.equals("cache-control"); // a list, whose parts may come one a line
        first.merge(
            name, Octets.text(pair.getSecond()), (one, other) -> list ? one + ", " + other : one);
      }
      return first;
    }

    private Answer failed(Trouble trouble, String detail) {
      return new Answer.Failed(trouble, detail, wire, Duration.ofNanos(spent));
    }

    private Answer failed(IOException broken, HttpUrl url) {
      var why = Breakage.of(broken, url, Duration.ofNanos(patience));
      return failed(why.trouble(), why.detail());
    }
  }

  private sealed interface Step {
    record On(HttpUrl url) implements Step {}

    record End(Answer answer) implements Step {}
  }

  private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  private static String shown(HttpUrl url) {
    return Breakage.shortened(url.toString());
  }
}

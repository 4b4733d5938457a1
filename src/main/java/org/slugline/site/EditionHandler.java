package org.slugline.site;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slugline.edition.Edition;
import org.slugline.edition.Editions;
import org.slugline.http.Conditional;

/**
 * Answers every address of a feed before Javalin's servlet is reached: finished bytes, or 304.
 * Stands inside {@link Gate}, which limits, counts and dresses answers.
 */
final class EditionHandler extends Handler.Wrapper {
  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
  private static final HttpField ANYBODY =
      new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
  private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD");
  private static final String PREFLIGHT = "Access-Control-Request-Method";
  private static final String READ_ONLY = "A feed can be read with GET and HEAD, nothing else.";

  private static final String TOO_SOON =
      "You had this feed a moment ago. Send If-None-Match, and ask again later.";

  /** What a cache in between may do while we are slow or away, RFC 5861. */
  private static final Duration STALE_WHILE_ASKING = Duration.ofMinutes(10);

  private static final Duration STALE_WHILE_BROKEN = Duration.ofDays(7);

  private final Editions editions;
  private final String base;
  private final Pace pace;
  private final Clients clients;
  private final HttpField kept;
  private final LongAdder full = new LongAdder();
  private final LongAdder spared = new LongAdder();

  /**
   * @param base public address without a slash at its end
   * @param maxAge for which a copy may be used without asking; zero asks every time
   * @param pace at which one client is given one feed
   */
  EditionHandler(Editions editions, String base, Duration maxAge, Pace pace, Clients clients) {
    this.editions = editions;
    this.base = base;
    this.pace = pace;
    this.clients = clients;
    kept =
        new PreEncodedHttpField(
            HttpHeader.CACHE_CONTROL,
            "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                    maxAge.toSeconds(),
                    STALE_WHILE_ASKING.toSeconds(),
                    STALE_WHILE_BROKEN.toSeconds()));
  }

  /** How many whole bodies were sent. */
  long full() {
    return full.sum();
  }

  /** How many times a client had it already. */
  long spared() {
    return spared.sum();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = request.getHttpURI().getCanonicalPath();
    if (path == null || !isDocument(path)) {
      return super.handle(request, response, callback);
    }
    return switch (editions.look(path)) {
      case Editions.Copy.Printed(var edition) -> answer(edition, request, response, callback);
      case Editions.Copy.Moved(var to) -> moved(to, response, callback);
      case Editions.Copy.Unknown() -> super.handle(request, response, callback);
    };
  }

  // a glance, before anything is looked up
  private static boolean isDocument(String path) {
    return path.endsWith(".rss")
        || path.endsWith(".atom")
        || path.endsWith("/feed.json")
        || path.endsWith(".xml")
        || path.equals("/robots.txt");
  }

  private boolean answer(Edition edition, Request request, Response response, Callback callback) {
    var method = request.getMethod();
    var headers = response.getHeaders();
    headers.put(ANYBODY);
    var asked = request.getHeaders();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return other(method.equals("OPTIONS") && asked.contains(PREFLIGHT), response, callback);
    }
    var zipped = Accepts.gzip(joined(asked, HttpHeader.ACCEPT_ENCODING));
    var tag = zipped ? edition.zippedTag() : edition.tag();
    headers.put(HttpHeader.ETAG, tag.toString());
    headers.put(HttpHeader.LAST_MODIFIED, edition.dated());
    headers.put(kept);
    headers.put(VARY);
    return switch (conditions(asked).judge(true, tag, edition.lastModified())) {
      case NOT_MODIFIED -> {
        spared.increment();
        yield empty(304, response, callback);
      }
      case FAILED -> empty(412, response, callback);
      case PROCEED -> {
        var head = method.equals("HEAD");
        var wait = head || pace.isOff() ? 0 : pace.claim(client(request), edition.name());
        if (wait > 0) {
          yield tooSoon(wait, response, callback);
        }
        full.increment();
        yield body(edition, zipped, head, response, callback);
      }
    };
  }

  private static boolean body(
      Edition edition, boolean zipped, boolean head, Response response, Callback callback) {
    var headers = response.getHeaders();
    var bytes = zipped ? edition.zipped() : edition.plain();
    headers.put(HttpHeader.CONTENT_TYPE, edition.mediaType());
    headers.put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
    if (zipped) {
      headers.put(GZIP);
    }
    response.setStatus(200);
    response.write(true, head ? ByteBuffer.allocate(0) : bytes, callback);
    return true;
  }

  private String client(Request request) {
    var headers = request.getHeaders();
    return clients.of(
        Request.getRemoteAddr(request),
        joined(headers, HttpHeader.FORWARDED),
        joined(headers, HttpHeader.X_FORWARDED_FOR));
  }

  // RFC 6585 §4
  private static boolean tooSoon(long wait, Response response, Callback callback) {
    var headers = response.getHeaders();
    headers.remove(HttpHeader.LAST_MODIFIED);
    headers.put(HttpHeader.RETRY_AFTER, wait);
    return Refusal.plainly(429, TOO_SOON, response, callback);
  }

  private static boolean empty(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  // pages elsewhere that send conditions with fetch() ask first; nothing else is done to a feed
  private static boolean other(boolean preflight, Response response, Callback callback) {
    var headers = response.getHeaders();
    headers.put(ALLOW);
    if (preflight) {
      headers.put("Access-Control-Allow-Methods", "GET, HEAD");
      headers.put("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since");
      headers.put("Access-Control-Max-Age", "86400");
      return empty(204, response, callback);
    }
    return Refusal.plainly(405, READ_ONLY, response, callback);
  }

  private boolean moved(String to, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.LOCATION, base + to);
    response.getHeaders().put(kept);
    response.getHeaders().put(ANYBODY);
    return empty(308, response, callback);
  }

  private static Conditional conditions(HttpFields asked) {
    return Conditional.of(
        joined(asked, HttpHeader.IF_MATCH),
        joined(asked, HttpHeader.IF_NONE_MATCH),
        joined(asked, HttpHeader.IF_MODIFIED_SINCE),
        joined(asked, HttpHeader.IF_UNMODIFIED_SINCE));
  }

  /** Fields of one name are one list, RFC 9110 §5.3. */
  private static String joined(HttpFields fields, HttpHeader name) {
    var first = fields.get(name);
    if (first == null) {
      return "";
    }
    var all = fields.getValuesList(name);
    return all.size() == 1 ? first : String.join(", ", all);
  }
}

package org.slugline.site;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The outermost handler: every request passes it, whoever answers. Sets the headers as an answer
 * leaves, turns away what is too much at once, and folds slashes that say nothing.
 */
final class Gate extends Handler.Wrapper {
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final String BUSY =
      "The newsroom is busy. Load this page again in a few seconds: what you sent goes with it.";

  private final Headers headers;
  private final String base;
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();

  /**
   * @param base public address without a slash at its end
   * @param most requests at once
   */
  Gate(Headers headers, String base, int most) {
    this.headers = headers;
    this.base = base;
    this.most = most;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = request.getHttpURI().getPath();
    var desk = path != null && (path.equals("/desk") || path.startsWith("/desk/"));
    request.addHttpStreamWrapper(stream -> new Dressed(stream, headers, desk));
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      return busy(request, response, callback);
    }
    Request.addCompletionListener(request, _ -> inside.decrementAndGet());
    if (path != null && path.length() > 1 && (path.endsWith("/") || path.contains("//"))) {
      return withoutSlashes(request, path, response, callback);
    }
    return super.handle(request, response, callback);
  }

  private static boolean busy(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
    return Refusal.plainly(503, BUSY, response, Scales.heardOut(request, response, callback));
  }

  /** Without one at the end, and without two in a row. */
  private boolean withoutSlashes(
      Request request, String path, Response response, Callback callback) {
    var single = SLASHES.matcher(path).replaceAll("/");
    var end = single.length() > 1 && single.endsWith("/") ? single.length() - 1 : single.length();
    var query = request.getHttpURI().getQuery();
    response.setStatus(308);
    response
        .getHeaders()
        .put(
            HttpHeader.LOCATION,
            base + single.substring(0, end) + (query == null ? "" : "?" + query));
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=86400");
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  /** The answer as it leaves, with the headers on. */
  private static final class Dressed extends HttpStream.Wrapper {
    private final Headers headers;
    private final boolean desk;

    Dressed(HttpStream stream, Headers headers, boolean desk) {
      super(stream);
      this.headers = headers;
      this.desk = desk;
    }

    @Override
    public void send(
        MetaData.Request request,
        MetaData.Response response,
        boolean last,
        ByteBuffer content,
        Callback callback) {
      // null for the later parts of a body; 1xx answers are the protocol's own
      if (response == null || response.getStatus() < 200) {
        super.send(request, response, last, content, callback);
        return;
      }
      if (!response.getHttpFields().contains(HttpHeader.CONNECTION, "close")) {
        // RFC 9112 §9.6: a line that will end, since its body was not read, is said to end
        consumeAvailable();
      }
      super.send(request, dressed(response), last, content, callback);
    }

    private MetaData.Response dressed(MetaData.Response response) {
      var status = response.getStatus();
      // RFC 9110 §8.6: nought would be said of the body that a 200 has
      var bare = status == 304 || status == 204;
      return new MetaData.Response(
          status,
          response.getReason(),
          response.getHttpVersion(),
          headers.on(response.getHttpFields(), desk, bare),
          bare ? -1 : response.getContentLength(),
          response.getTrailersSupplier());
    }
  }
}

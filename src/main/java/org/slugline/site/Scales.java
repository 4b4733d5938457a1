package org.slugline.site;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Weighs a request to the API by the length that it announces: one that is too large is told so at
 * once, not when its last byte has come.
 */
final class Scales extends Handler.Wrapper {
  /**
   * Bytes that are still heard out: who is sending would else see a broken line, not the answer.
   */
  static final long HEARD_OUT = 16 << 20;

  private final Paper paper;
  private final long maxBody;
  private final long maxMedia;

  Scales(Paper paper, long maxBody, long maxMedia) {
    this.paper = paper;
    this.maxBody = maxBody;
    this.maxMedia = maxMedia;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith("/api/")) {
      return super.handle(request, response, callback);
    }
    var most = path.equals("/api/media") ? maxMedia : maxBody;
    if (request.getLength() <= most) {
      return super.handle(request, response, callback);
    }
    response.setStatus(Trouble.TOO_LARGE.status());
    var problem =
        Problem.of(Trouble.TOO_LARGE, "It may have " + (most >> 10) + " KiB here at most.");
    Refusal.answer(paper, problem, request, response, heardOut(request, response, callback));
    return true;
  }

  /** For an answer that did not wait for its request: ends both when the rest has come. */
  static Callback heardOut(Request request, Response response, Callback callback) {
    var sends =
        request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    if (!sends) {
      return callback;
    }
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    var waits = request.getHeaders().contains(HttpHeader.EXPECT);
    return waits
        ? callback
        : Callback.from(() -> hearOut(request, callback, HEARD_OUT), callback::failed);
  }

  private static void hearOut(Request request, Callback callback, long most) {
    var left = most;
    while (true) {
      var chunk = request.read();
      if (chunk == null) {
        var rest = left;
        request.demand(() -> hearOut(request, callback, rest));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        callback.succeeded(); // it has gone away itself
        return;
      }
      left -= chunk.remaining();
      chunk.release();
      if (chunk.isLast() || left < 0) {
        callback.succeeded();
        return;
      }
    }
  }
}

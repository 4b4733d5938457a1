package org.slugline.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An error answered before any route has the request: in the same look as all others. */
final class Refusal {
  private Refusal() {}

  /** JSON for programs, a page for people, as {@link Paper#answer} chooses. */
  static void answer(
      Paper paper, Problem problem, Request request, Response response, Callback callback) {
    var json = isForPrograms(request);
    var text =
        json
            ? paper.json(problem.members(paper.url(""), paper.title(problem)))
            : Print.problem(paper, problem);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var fields = response.getHeaders();
    fields.put(
        HttpHeader.CONTENT_TYPE, json ? "application/problem+json" : "text/html; charset=utf-8");
    fields.put(HttpHeader.CACHE_CONTROL, "private, no-store");
    fields.put(HttpHeader.ETAG, '"' + Answers.digest(bytes) + '"');
    fields.put(HttpHeader.VARY, "Accept, Accept-Encoding");
    fields.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /**
   * One sentence, where nothing more can be had. What is to be asked for again soon has no tag: a
   * careless client would keep it in place of its document's.
   */
  static boolean plainly(int status, String sentence, Response response, Callback callback) {
    var bytes = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    var fields = response.getHeaders();
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    fields.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    if (fields.contains(HttpHeader.RETRY_AFTER)) {
      fields.remove(HttpHeader.ETAG);
    } else {
      fields.put(HttpHeader.ETAG, '"' + Answers.digest(bytes) + '"');
    }
    fields.put(HttpHeader.VARY, "Accept-Encoding");
    fields.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.setStatus(status);
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return true;
  }

  private static boolean isForPrograms(Request request) {
    var path = String.valueOf(request.getHttpURI().getPath());
    var said = request.getHeaders().get(HttpHeader.ACCEPT);
    var accept = said == null ? "" : said;
    // a line that could not be read has no address: browsers write readable ones, and say HTML
    var unread = path.equals("/badMessage") && !accept.contains("text/html");
    return Paper.isApi(path) || unread || Accepts.json(accept);
  }
}

package org.slugline.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, such as a request that is not HTTP: in the same look. */
final class Unhandled implements Request.Handler {
  private final Paper paper;
  private final Headers headers;

  Unhandled(Paper paper, Headers headers) {
    this.paper = paper;
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = response.getStatus();
    var trouble = Trouble.of(status < 400 ? 500 : status);
    var page = Print.problem(paper, Problem.of(trouble, "")).getBytes(StandardCharsets.UTF_8);
    var fields = response.getHeaders();
    headers.on(fields.asImmutable(), false).forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    fields.put(HttpHeader.ETAG, '"' + Answers.digest(page) + '"');
    fields.put(HttpHeader.VARY, "Accept-Encoding");
    response.write(true, ByteBuffer.wrap(page), callback);
    return true;
  }
}

package org.slugline.site;

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
    var fields = response.getHeaders();
    headers.on(fields.asImmutable(), false, false).forEach(fields::put);
    Refusal.answer(paper, Problem.of(trouble, ""), request, response, callback);
    return true;
  }
}

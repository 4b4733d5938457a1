package org.slugline.site;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Bounds how many requests wait for the rest of their bodies, for each client and in all, since
 * each holds a thread. Of too many, the one that has sent nothing for longest is broken off: a body
 * that is already here waits for nothing, and a slow line that still sends is never the longest.
 */
final class SlowSenders extends Handler.Wrapper {
  /** Of one client. */
  static final int MOST_OF_ONE = 16;

  private final Clients clients;
  private final int most;

  /** The longest without a byte first. */
  private final Set<Watched> waiting = new LinkedHashSet<>();

  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param most in all
   */
  SlowSenders(Clients clients, int most) {
    this.clients = clients;
    this.most = most;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() == 0) {
      return super.handle(request, response, callback);
    }
    var watched = new Watched(request, client(request));
    Request.addCompletionListener(request, _ -> goesOn(watched));
    return super.handle(watched, response, callback);
  }

  private String client(Request request) {
    var fields = request.getHeaders();
    return clients.of(
        Request.getRemoteAddr(request),
        String.join(",", fields.getValuesList(HttpHeader.FORWARDED)),
        String.join(",", fields.getValuesList(HttpHeader.X_FORWARDED_FOR)));
  }

  private void waits(Watched request) {
    tooMany(request).ifPresent(Watched::breakOff);
  }

  /** Notes that a request waits, and takes out the one that is too many. */
  private Optional<Watched> tooMany(Watched request) {
    synchronized (waiting) {
      goesOn(request);
      waiting.add(request);
      var ofOne = counts.merge(request.client, 1, Integer::sum) > MOST_OF_ONE;
      if (!ofOne && waiting.size() <= most) {
        return Optional.empty();
      }
      var longest =
          waiting.stream()
              .filter(other -> !ofOne || other.client.equals(request.client))
              .findFirst();
      longest.ifPresent(this::goesOn);
      return longest;
    }
  }

  private void goesOn(Watched request) {
    synchronized (waiting) {
      if (waiting.remove(request)) {
        counts.computeIfPresent(request.client, (_, count) -> count == 1 ? null : count - 1);
      }
    }
  }

  /** A request that says when it waits. */
  private final class Watched extends Request.Wrapper {
    private final String client;

    Watched(Request request, String client) {
      super(request);
      this.client = client;
    }

    @Override
    public void demand(Runnable then) {
      waits(this);
      super.demand(
          Invocable.from(
              Invocable.getInvocationType(then),
              () -> {
                goesOn(this);
                then.run();
              }));
    }

    private void breakOff() {
      getConnectionMetaData().getConnection().getEndPoint().close();
    }
  }
}

package org.slugline.site;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Bounds how many connections stand open, since each holds one of the system's files, and with none
 * left nobody is let in and no picture is read. Of too many, the oldest that nobody waits on an
 * answer over is broken off: who sends the head of a request letter by letter grows old, everybody
 * else's is here at once.
 */
final class OpenLines implements Connection.Listener, LifeCycle.Listener {
  private final int most;

  /** The oldest first. */
  private final Set<Connection> open = new LinkedHashSet<>();

  OpenLines(int most) {
    this.most = most;
  }

  /** The server has its connectors only now. */
  @Override
  public void lifeCycleStarting(LifeCycle server) {
    if (server instanceof Server whole) {
      for (Connector connector : whole.getConnectors()) {
        connector.addEventListener(this);
      }
    }
  }

  @Override
  public void onOpened(Connection connection) {
    tooMany(connection).ifPresent(oldest -> oldest.getEndPoint().close());
  }

  @Override
  public void onClosed(Connection connection) {
    synchronized (open) {
      open.remove(connection);
    }
  }

  private Optional<Connection> tooMany(Connection newest) {
    synchronized (open) {
      open.add(newest);
      if (open.size() <= most) {
        return Optional.empty();
      }
      var oldest =
          open.stream().filter(other -> other != newest && !isAnswering(other)).findFirst();
      oldest.ifPresent(open::remove);
      return oldest;
    }
  }

  private static boolean isAnswering(Connection connection) {
    return connection.getMessagesIn() > connection.getMessagesOut();
  }
}

package org.slugline.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * The system's resolver with an end to its patience: it cannot be interrupted, only left behind.
 */
final class Names implements Dns {
  /** By when, on the clock of {@link System#nanoTime}, whoever asks must have an answer. */
  static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var literal = Literals.parse(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    var task = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
    Thread.ofPlatform().daemon().name("slugline-names").start(task);
    try {
      var left = DEADLINE.isBound() ? DEADLINE.get() - System.nanoTime() : PATIENCE;
      return task.get(Math.min(left, PATIENCE), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new UnknownHostException(host + ": the name server did not answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host + ": interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownHostException) {
        throw new UnknownHostException(host);
      }
      throw new IllegalStateException(failed);
    }
  }
}

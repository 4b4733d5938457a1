package org.slugline.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for one document, from its bytes until nothing of it is held any more. Small ones always
 * have it; of large ones few are held at once, so that memory does not grow with what feeds send.
 */
public final class Room implements AutoCloseable {
  /** A document above this is a large one. */
  public static final int LARGE = 1 << 20;

  /** So long a large one may take to come while others wait for its room. */
  private static final long SLOW = TimeUnit.SECONDS.toNanos(10);

  private final Semaphore large;
  private boolean held;
  private long since;

  Room(Semaphore large) {
    this.large = large;
  }

  /**
   * Called when a document turned out to be large, and again while it comes.
   *
   * @param patience for others to make room, in nanoseconds
   */
  void want(long patience) throws IOException {
    if (held) {
      if (System.nanoTime() - since > SLOW && large.hasQueuedThreads()) {
        throw new TooSlowException("sends much, and slowly, while others wait");
      }
      return;
    }
    try {
      held = large.tryAcquire(patience, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("we were told to stop");
    }
    if (!held) {
      throw new TooSlowException("sends much while there was no room beside others that do");
    }
    since = System.nanoTime();
  }

  @Override
  public void close() {
    if (held) {
      held = false;
      large.release();
    }
  }
}

package org.slugline.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is at a host: so many requests at once, so much real time between two. Thread-safe.
 * One for the whole process.
 */
public final class Turnstile {
  private final int connections;
  private final long spacing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Map<String, Queue> hosts = new HashMap<>();

  /**
   * @param connections at once to one host
   * @param spacing between the end of one request and the start of the next; with several
   *     connections between two starts
   */
  public Turnstile(int connections, Duration spacing) {
    this.connections = connections;
    this.spacing = spacing.toNanos();
  }

  /** How long the next request to a host has to wait at least, in nanoseconds; 0 for not at all. */
  public long wait(String host) {
    lock.lock();
    try {
      var queue = hosts.get(host);
      return queue == null ? 0 : Math.max(0, queue.free - System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** Somebody else has just asked there: nobody does for the length of the spacing. */
  public void spare(String host) {
    lock.lock();
    try {
      var queue = hosts.computeIfAbsent(host, _ -> new Queue());
      var free = System.nanoTime() + spacing;
      queue.free = free - queue.free > 0 ? free : queue.free;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for our turn, the spacing and so much longer; to be followed by {@link #leave} if it
   * came.
   *
   * @param patience in nanoseconds
   * @return whether it came
   */
  boolean enter(String host, long patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var end = System.nanoTime() + spacing + patience;
      var queue = hosts.computeIfAbsent(host, _ -> new Queue());
      while (true) {
        var now = System.nanoTime();
        var pause = queue.free - now;
        if (queue.inside < connections && pause <= 0) {
          queue.inside++;
          queue.free = now + spacing;
          return true;
        }
        if (end - now <= 0) {
          return false;
        }
        moved.await(
            queue.inside < connections ? Math.min(pause, end - now) : end - now,
            TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  void leave(String host) {
    lock.lock();
    try {
      var queue = hosts.get(host);
      if (queue != null) {
        queue.inside--;
        if (connections == 1) {
          queue.free = System.nanoTime() + spacing;
        }
        forget();
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void forget() {
    if (hosts.size() > 4096) {
      var now = System.nanoTime();
      hosts.values().removeIf(queue -> queue.inside == 0 && queue.free - now < 0);
    }
  }

  private static final class Queue {
    private int inside;
    private long free = System.nanoTime();
  }
}

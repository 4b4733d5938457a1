package org.slugline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM and SIGINT: what runs is told to finish, and is waited for. Thread-safe. */
final class Signals {
  /** Longer than any exchange with an outlet may take. */
  private static final int PATIENCE_SECONDS = 75;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<Runnable> told = new ArrayList<>();

  /** Of this process: its end waits until {@link #finish} was called. */
  static Signals ofProcess() {
    var signals = new Signals();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("slugline-stop").unstarted(signals::stopAndWait));
    return signals;
  }

  /** Something that ends its registration when it is closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param quick tells work to come to its end; must not wait for it
   */
  synchronized Registration onStop(Runnable quick) {
    told.add(quick);
    return () -> forget(quick);
  }

  private synchronized void forget(Runnable quick) {
    told.remove(quick);
  }

  /** Tells all that runs to finish. */
  void stop() {
    stop.countDown();
    List<Runnable> all;
    synchronized (this) {
      all = List.copyOf(told);
    }
    all.forEach(Runnable::run);
  }

  private void stopAndWait() {
    if (finished.getCount() == 0) {
      return; // the command came to its end by itself
    }
    stop();
    try {
      var _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  boolean told() {
    return stop.getCount() == 0;
  }

  void awaitStop() {
    try {
      stop.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing runs any more. */
  void finish() {
    finished.countDown();
  }
}

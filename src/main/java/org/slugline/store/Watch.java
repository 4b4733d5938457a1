package org.slugline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Knows whether somebody, in this process or another, has committed. Thread-safe. */
final class Watch implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final Connection connection;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicReference<Look> look = new AtomicReference<>(new Look(0, -1, 0));

  /**
   * @param connection its own: only what others commit changes the version that it sees
   */
  Watch(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param written what {@link #writes} stood at before
   * @param at on the clock of {@link System#nanoTime}
   */
  private record Look(long version, long written, long at) {}

  /** This process has ended a transaction. */
  void wrote() {
    writes.incrementAndGet();
  }

  /** One pragma, no query. */
  long version() throws SQLException {
    synchronized (connection) {
      return Migrations.pragma(connection, "data_version");
    }
  }

  /** What this process wrote is seen at once, what another one did within {@link #GLANCE}. */
  long recentVersion() throws SQLException {
    var written = writes.get();
    var last = Objects.requireNonNull(look.get());
    var now = System.nanoTime();
    if (last.written == written && now - last.at < GLANCE.toNanos()) {
      return last.version;
    }
    var version = version();
    look.set(new Look(version, written, now));
    return version;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

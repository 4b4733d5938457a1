package org.slugline.store;

/**
 * A {@link Part} of the file {@code lock} in the data directory, held until closed; the system lets
 * go of it when the process dies. Taken by {@link Database#take}.
 */
public final class Lock implements AutoCloseable {
  /** What can be held, a byte of the file each. */
  public enum Part {
    ROUND(1);

    final long position;

    Part(long position) {
      this.position = position;
    }
  }

  private final Locks from;
  private final Part part;

  Lock(Locks from, Part part) {
    this.from = from;
    this.part = part;
  }

  @Override
  public void close() {
    from.letGo(part);
  }
}

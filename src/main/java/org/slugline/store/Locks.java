package org.slugline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code lock}, opened once: where locks are POSIX's, closing any channel of a file lets
 * go of all that the process holds on it, so that a second try in vain would free the first.
 * Thread-safe.
 */
final class Locks implements AutoCloseable {
  private static final byte[] MARK =
      "slugline.db lies beside this.\n".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final FileChannel channel;
  private final Map<Lock.Part, FileLock> held = new EnumMap<>(Lock.Part.class);

  Locks(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException broken) {
      throw StorageException.of(broken, file);
    }
  }

  /** Leaves word that there is a database, for the day when it is missing. */
  void mark() {
    try {
      if (channel.size() == 0) {
        channel.write(ByteBuffer.wrap(MARK), 0);
      }
    } catch (IOException _) {
      // the next one does it
    }
  }

  synchronized Optional<Lock> take(Lock.Part part) {
    if (held.containsKey(part)) {
      return Optional.empty();
    }
    try {
      var lock = channel.tryLock(part.position, 1, false);
      if (lock == null) {
        return Optional.empty();
      }
      held.put(part, lock);
      return Optional.of(new Lock(this, part));
    } catch (OverlappingFileLockException _) {
      return Optional.empty(); // another database of this process on the same directory
    } catch (IOException broken) {
      throw StorageException.of(broken, file);
    }
  }

  synchronized void letGo(Lock.Part part) {
    try {
      var lock = held.remove(part);
      if (lock != null && channel.isOpen()) {
        lock.release();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

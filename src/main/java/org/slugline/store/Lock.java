package org.slugline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the file {@code lock} in the data directory, held by one process; the system lets go of
 * it when the process dies.
 */
public final class Lock implements AutoCloseable {
  /** What can be held, a byte of the file each. */
  public enum Part {
    SERVER(0),
    ROUND(1);

    private final long position;

    Part(long position) {
      this.position = position;
    }
  }

  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @return empty when somebody else holds it, in this process or another
   */
  public static Optional<Lock> take(Path data, Part part) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(part.position, 1, false);
      if (lock != null) {
        return Optional.of(new Lock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException _) {
      close(channel);
      return Optional.empty();
    } catch (IOException broken) {
      close(channel);
      throw new StorageException(StorageException.Kind.READ_ONLY, broken);
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}

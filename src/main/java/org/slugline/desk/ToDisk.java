package org.slugline.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slugline.store.StorageException;

/**
 * A file of ours that is being written. Where that fails it is the disk's fault and no reader's or
 * sender's, and nothing is left of it.
 */
final class ToDisk extends OutputStream {
  private final Path file;
  private final OutputStream out;

  ToDisk(Path file) {
    this.file = file;
    try {
      out = Files.newOutputStream(file);
    } catch (IOException broken) {
      throw StorageException.of(broken, file);
    }
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException broken) {
      throw undone(broken);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException broken) {
      throw undone(broken);
    }
  }

  private StorageException undone(IOException broken) {
    try (out) {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // it is half written, and found a day later
    }
    return StorageException.of(broken, file.resolveSibling(""));
  }
}

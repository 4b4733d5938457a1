package org.slugline.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents to parse, whole and yet bounded: a device or a pipe has no size to ask for. */
final class Documents {
  /** Bytes of one document, decoded or not. */
  static final int LONGEST = 64 << 20;

  private Documents() {}

  /**
   * @return one byte more than {@link #LONGEST} where there were more
   */
  static byte[] read(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return read(bytes);
    }
  }

  static byte[] read(InputStream bytes) throws IOException {
    return bytes.readNBytes(LONGEST + 1);
  }
}

package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a sound at any place of its file, read through a window that moves along. */
final class Reel {
  private static final int WINDOW = 1 << 16;

  private final FileChannel file;
  private final long size;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long from;

  Reel(FileChannel file) throws IOException {
    this.file = file;
    size = file.size();
  }

  long size() {
    return size;
  }

  /**
   * @return 0 to 255; -1 where the file is not so long
   */
  int at(long place) throws IOException {
    if (place < 0 || place >= size) {
      return -1;
    }
    if (place < from || place >= from + window.limit()) {
      from = place;
      window = whole(place, (int) Math.min(WINDOW, size - place));
    }
    return window.get((int) (place - from)) & 0xFF;
  }

  /** So many bytes; a fault of the file where it has not so many. */
  ByteBuffer read(long at, int bytes) throws IOException {
    if (at < 0 || at + bytes > size) {
      throw new IllegalArgumentException("its own lengths lead out of it");
    }
    return whole(at, bytes);
  }

  private ByteBuffer whole(long at, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.flip();
  }

  /** {@code ""} where the file is not so long. */
  String text(long at, int bytes) throws IOException {
    return at < 0 || at + bytes > size ? "" : ISO_8859_1.decode(whole(at, bytes)).toString();
  }
}

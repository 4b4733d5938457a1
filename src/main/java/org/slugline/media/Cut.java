package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a file that is not served as it is.
 *
 * @param blank what takes its place, zeros behind it, because others count on what follows to stay
 *     where it is; empty: it is left out
 */
record Cut(long from, long to, Optional<String> blank) {
  private static final int AT_ONCE = 1 << 16;

  static Cut out(long from, long to) {
    return new Cut(from, to, Optional.empty());
  }

  /**
   * The file without its cuts.
   *
   * @param cuts in order, none overlapping
   * @return how many bytes were written
   */
  static long write(Path file, List<Cut> cuts, OutputStream out) throws IOException {
    var bytes = 0L;
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var at = 0L;
      for (var cut : cuts) {
        bytes += pass(in, out, cut.from - at);
        var length = cut.to - cut.from;
        in.skipNBytes(length);
        if (cut.blank.isPresent()) {
          fill(out, cut.blank.get().getBytes(ISO_8859_1), length);
          bytes += length;
        }
        at = cut.to;
      }
      return bytes + pass(in, out, Long.MAX_VALUE);
    }
  }

  private static void fill(OutputStream out, byte[] first, long length) throws IOException {
    out.write(first);
    for (var left = length - first.length; left > 0; left -= AT_ONCE) {
      out.write(new byte[(int) Math.min(left, AT_ONCE)]);
    }
  }

  /**
   * @return how many bytes came
   */
  private static long pass(InputStream in, OutputStream out, long most) throws IOException {
    var buffer = new byte[AT_ONCE];
    var left = most;
    while (left > 0) {
      var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        break;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    return most - left;
  }
}

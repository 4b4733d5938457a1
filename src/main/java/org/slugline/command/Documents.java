package org.slugline.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

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

  /**
   * One that was packed with gzip is unpacked; of a broken one it is what came before the break.
   */
  static byte[] read(InputStream bytes) throws IOException {
    var document = bytes.readNBytes(LONGEST + 1);
    if (document.length < 2 || (document[0] & 0xff) != 0x1f || (document[1] & 0xff) != 0x8b) {
      return document;
    }
    var plain = new ByteArrayOutputStream();
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(document))) {
      var some = new byte[1 << 16];
      for (var n = packed.read(some); n >= 0 && plain.size() <= LONGEST; n = packed.read(some)) {
        plain.write(some, 0, n);
      }
    } catch (IOException _) {
      return plain.size() == 0 ? document : plain.toByteArray();
    }
    return plain.toByteArray();
  }

  /** In UTF-8, or in what its byte order mark says. */
  static String text(byte[] bytes) {
    var first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    var text =
        new String(
            bytes,
            first == 0xfeff || first == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}

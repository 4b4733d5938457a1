package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** GIF 89a: blocks without comments and foreign extensions; loops stay. */
final class GifFile {
  private GifFile() {}

  static Cleaning.Cleaned clean(byte[] bytes, ByteArrayOutputStream out) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var width = in.getShort(6) & 0xFFFF;
    var height = in.getShort(8) & 0xFFFF;
    var at = 13 + table(bytes[10]);
    out.write(bytes, 0, at);
    var frames = new Cleaning.Frames();
    while (bytes[at] != 0x3B) {
      var start = at;
      var kept = true;
      if (bytes[at] == 0x2C) {
        frames.count(true);
        at += 10 + table(bytes[at + 9]) + 1;
      } else if (bytes[at] == 0x21) {
        kept = isKept(bytes, at);
        at += 2;
      } else {
        throw new IllegalArgumentException("no block");
      }
      while (bytes[at] != 0) {
        at += 1 + (bytes[at] & 0xFF);
      }
      at++;
      if (kept) {
        out.write(bytes, start, at - start);
      }
    }
    out.write(0x3B);
    return new Cleaning.Cleaned(width, height, PictureWords.NONE);
  }

  /** The bytes of a colour table, by the flags that announce it. */
  private static int table(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static boolean isKept(byte[] bytes, int at) {
    return switch (bytes[at + 1] & 0xFF) {
      case 0xF9 -> true;
      case 0xFF -> new String(bytes, at + 3, 11, ISO_8859_1).matches("NETSCAPE2\\.0|ANIMEXTS1\\.0");
      default -> false;
    };
  }
}

package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** PNG: chunks; only those that draw the picture are kept, and of Exif how it is turned. */
final class PngFile {
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "iCCP", "cICP",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");
  private static final int LARGEST_PROFILE = 4 << 20;
  private static final String XMP = "XML:com.adobe.xmp\0";

  private PngFile() {}

  static Cleaning.Cleaned clean(byte[] bytes, ByteArrayOutputStream out) {
    var in = ByteBuffer.wrap(bytes);
    out.write(bytes, 0, 8);
    in.position(8);
    var width = 0;
    var height = 0;
    var words = PictureWords.NONE;
    var type = "";
    var turned = Turning.NONE;
    var drawn = false;
    var frames = new Cleaning.Frames();
    while (!type.equals("IEND")) {
      var start = in.position();
      var size = in.getInt();
      type = ISO_8859_1.decode(in.slice(start + 4, 4)).toString();
      var data = in.slice(start + 8, size);
      if (type.equals("IHDR")) {
        width = data.getInt(0);
        height = data.getInt(4);
      } else if (type.equals("iTXt")) {
        words = words.or(words(UTF_8.decode(data).toString()));
      }
      if (type.equals("eXIf") && Turning.read(data) != Turning.NONE) {
        turned = Turning.read(data);
        out.writeBytes(chunk(type, Turning.write(turned)));
      }
      drawn |= type.equals("IDAT");
      frames.count(type.equals("fcTL"));
      if (KEPT.contains(type) && !(type.equals("iCCP") && isBomb(data))) {
        out.write(bytes, start, size + 12);
      }
      in.position(start + size + 12);
    }
    if (!drawn) {
      throw new IllegalArgumentException("no pixels");
    }
    return Turning.cleaned(turned, width, height, words);
  }

  /** Whether what is packed in it, behind a name, is more than any profile of colours. */
  private static boolean isBomb(ByteBuffer data) {
    var packed = new byte[data.remaining()];
    data.get(packed);
    var name = 0;
    while (packed[name] != 0) {
      name++;
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(packed, name + 2, packed.length - name - 2);
      var some = new byte[1 << 16];
      while (inflater.getTotalOut() <= LARGEST_PROFILE) {
        if (inflater.inflate(some) == 0) {
          return !inflater.finished();
        }
      }
      return true;
    } catch (DataFormatException _) {
      return true;
    } finally {
      inflater.end();
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    var chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    chunk.put(type.getBytes(ISO_8859_1)).put(data);
    var checksum = new CRC32();
    checksum.update(chunk.array(), 4, data.length + 4);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  /** An uncompressed XMP packet; compressed ones are seldom and left unread. */
  private static PictureWords words(String text) {
    return text.startsWith(XMP + "\0") ? PictureWords.ofXmp(text) : PictureWords.NONE;
  }
}

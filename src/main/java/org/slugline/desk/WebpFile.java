package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** WebP, RFC 9649: RIFF chunks without EXIF and XMP. */
final class WebpFile {
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final int SAYS_EXIF_OR_XMP = 0x0C;

  private WebpFile() {}

  static Cleaning.Cleaned clean(byte[] bytes, ByteArrayOutputStream out) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var body = new ByteArrayOutputStream();
    var end = Math.min(bytes.length, 8 + in.getInt(4));
    var size = new int[2];
    var words = PictureWords.NONE;
    for (var start = 12; start + 8 <= end; ) {
      var type = ISO_8859_1.decode(in.slice(start, 4)).toString();
      var length = in.getInt(start + 4);
      var data = in.slice(start + 8, length).order(ByteOrder.LITTLE_ENDIAN);
      if (size[0] == 0) {
        measure(type, data, size);
      }
      if (type.equals("XMP ")) {
        words = PictureWords.ofXmp(UTF_8.decode(data.duplicate()).toString());
      }
      if (KEPT.contains(type)) {
        body.write(bytes, start, 8);
        var flags = type.equals("VP8X") ? bytes[start + 8] & ~SAYS_EXIF_OR_XMP : -1;
        if (flags >= 0) {
          body.write(flags);
        }
        body.write(bytes, start + (flags >= 0 ? 9 : 8), length - (flags >= 0 ? 1 : 0));
        if (length % 2 == 1) {
          body.write(0);
        }
      }
      start += 8 + length + length % 2;
    }
    var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put(bytes, 0, 4).putInt(body.size() + 4).put(bytes, 8, 4);
    out.writeBytes(head.array());
    out.writeBytes(body.toByteArray());
    return new Cleaning.Cleaned(size[0], size[1], words);
  }

  private static void measure(String type, ByteBuffer data, int[] size) {
    switch (type) {
      case "VP8X" -> {
        size[0] = 1 + (data.getInt(4) & 0xFFFFFF);
        size[1] = 1 + (data.getInt(6) >>> 8);
      }
      case "VP8 " -> {
        size[0] = data.getShort(6) & 0x3FFF;
        size[1] = data.getShort(8) & 0x3FFF;
      }
      case "VP8L" -> {
        var bits = data.getInt(1);
        size[0] = 1 + (bits & 0x3FFF);
        size[1] = 1 + (bits >>> 14 & 0x3FFF);
      }
      default -> {}
    }
  }
}

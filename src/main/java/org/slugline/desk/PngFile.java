package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** PNG: chunks; only those that draw the picture are kept. */
final class PngFile {
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "iCCP", "cICP",
          "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
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
      if (KEPT.contains(type)) {
        out.write(bytes, start, size + 12);
      }
      in.position(start + size + 12);
    }
    return new Cleaning.Cleaned(width, height, words);
  }

  /** An uncompressed XMP packet; compressed ones are seldom and left unread. */
  private static PictureWords words(String text) {
    return text.startsWith(XMP + "\0") ? PictureWords.ofXmp(text) : PictureWords.NONE;
  }
}

package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * AVIF: measured by its {@code ispe} property. One that carries Exif or XMP is refused, as these
 * are woven into its index.
 */
final class AvifFile {
  private AvifFile() {}

  static Optional<Cleaning.Cleaned> clean(byte[] bytes, ByteArrayOutputStream out) {
    var in = ByteBuffer.wrap(bytes);
    for (var start = 0; start + 8 <= bytes.length; ) {
      var size = in.getInt(start);
      var type = ISO_8859_1.decode(in.slice(start + 4, 4)).toString();
      if (size < 8) {
        return Optional.empty();
      }
      if (type.equals("meta")) {
        var cleaned = meta(in.slice(start, size));
        cleaned.ifPresent(_ -> out.writeBytes(bytes));
        return cleaned;
      }
      start += size;
    }
    return Optional.empty();
  }

  private static Optional<Cleaning.Cleaned> meta(ByteBuffer meta) {
    var text = ISO_8859_1.decode(meta.duplicate()).toString();
    if (text.contains("Exif") || text.contains("application/rdf+xml")) {
      return Optional.empty();
    }
    var width = 0;
    var height = 0;
    for (var at = text.indexOf("ispe"); at >= 0; at = text.indexOf("ispe", at + 4)) {
      width = Math.max(width, meta.getInt(at + 8));
      height = Math.max(height, meta.getInt(at + 12));
    }
    return width > 0 && height > 0
        ? Optional.of(new Cleaning.Cleaned(width, height, PictureWords.NONE))
        : Optional.empty();
  }
}

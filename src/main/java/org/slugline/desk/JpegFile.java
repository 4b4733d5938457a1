package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** JPEG, ITU-T T.81 annex B: segments up to the end of the image; what follows it is dropped. */
final class JpegFile {
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  private final ByteBuffer in;
  private final ByteArrayOutputStream out;
  private int width;
  private int height;
  private int turned = 1;
  private PictureWords words = PictureWords.NONE;

  private JpegFile(byte[] bytes, ByteArrayOutputStream out) {
    in = ByteBuffer.wrap(bytes);
    this.out = out;
  }

  static Cleaning.Cleaned clean(byte[] bytes, ByteArrayOutputStream out) {
    return new JpegFile(bytes, out).clean();
  }

  private Cleaning.Cleaned clean() {
    marker(0xD8);
    in.position(2);
    var body = new ByteArrayOutputStream();
    segments(body);
    if (turned != 1) {
      out.writeBytes(orientation(turned));
    }
    out.writeBytes(body.toByteArray());
    return turned >= 5
        ? new Cleaning.Cleaned(height, width, words)
        : new Cleaning.Cleaned(width, height, words);
  }

  private void segments(ByteArrayOutputStream body) {
    while (true) {
      var code = nextMarker();
      if (code == 0xD9) {
        body.write(0xFF);
        body.write(code);
        return;
      }
      var start = in.position();
      var size = in.getShort() & 0xFFFF;
      var data = in.slice(start + 2, size - 2);
      if (isFrame(code)) {
        height = data.getShort(1) & 0xFFFF;
        width = data.getShort(3) & 0xFFFF;
      }
      if (isKept(code, data)) {
        body.write(0xFF);
        body.write(code);
        body.write(in.array(), start, size);
      }
      in.position(start + size);
      if (code == 0xDA) {
        scan(body);
      }
    }
  }

  private int nextMarker() {
    if ((in.get() & 0xFF) != 0xFF) {
      throw new IllegalArgumentException("no marker");
    }
    var code = in.get() & 0xFF;
    while (code == 0xFF) {
      code = in.get() & 0xFF;
    }
    return code;
  }

  /** Entropy-coded data up to the next marker that is neither stuffing nor a restart. */
  private void scan(ByteArrayOutputStream body) {
    var bytes = in.array();
    var start = in.position();
    var at = start;
    while (bytes[at] != (byte) 0xFF || isData(bytes[at + 1] & 0xFF)) {
      at++;
    }
    body.write(bytes, start, at - start);
    in.position(at);
  }

  private static boolean isData(int next) {
    return next == 0 || (next >= 0xD0 && next <= 0xD7) || next == 0xFF;
  }

  private static boolean isFrame(int code) {
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
  }

  /** Of the application segments only those that say how the pixels are to be shown. */
  private boolean isKept(int code, ByteBuffer data) {
    if (code == 0xFE) {
      return false;
    }
    if (code < 0xE0 || code > 0xEF) {
      return true;
    }
    var text = ISO_8859_1.decode(data.duplicate().limit(Math.min(data.limit(), 64))).toString();
    if (code == 0xE1 && text.startsWith(EXIF)) {
      turned = turn(data.slice(EXIF.length(), data.limit() - EXIF.length()));
    } else if (code == 0xE1 && text.startsWith(XMP)) {
      var packet = data.slice(XMP.length(), data.limit() - XMP.length());
      words = words.or(PictureWords.ofXmp(UTF_8.decode(packet).toString()));
    } else if (code == 0xED && text.startsWith(PHOTOSHOP)) {
      var resources = data.slice(PHOTOSHOP.length(), data.limit() - PHOTOSHOP.length());
      words = PictureWords.ofResources(resources).or(words);
    }
    return (code == 0xE0 && text.startsWith("JFIF\0"))
        || (code == 0xE2 && text.startsWith("ICC_PROFILE\0"))
        || (code == 0xEE && text.startsWith("Adobe"));
  }

  /** Exif 2.32 §4.6.4, tag 0x0112: 1 to 8. */
  private static int turn(ByteBuffer tiff) {
    if (tiff.limit() < 14) {
      return 1;
    }
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    var entries = tiff.getShort(directory) & 0xFFFF;
    for (var i = 0; i < entries; i++) {
      var entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return 1;
      }
      if (tiff.getShort(entry) == 0x0112) {
        var turn = tiff.getShort(entry + 8) & 0xFFFF;
        return turn >= 1 && turn <= 8 ? turn : 1;
      }
    }
    return 1;
  }

  /** An Exif segment that says nothing but how to turn the picture. */
  private static byte[] orientation(int turn) {
    return ByteBuffer.allocate(36)
        .putShort((short) 0xFFE1)
        .putShort((short) 34)
        .put(EXIF.getBytes(ISO_8859_1))
        .putShort((short) 0x4D4D)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) turn)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private void marker(int code) {
    out.write(0xFF);
    out.write(code);
  }
}

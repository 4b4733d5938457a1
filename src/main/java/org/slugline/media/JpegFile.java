package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** JPEG, ITU-T T.81 annex B: segments up to the end of the image; what follows it is dropped. */
final class JpegFile {
  private static final String JFIF = "JFIF\0";
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
    return Turning.cleaned(turned, width, height, words);
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
      if (code == 0xE0 && text(data).startsWith(JFIF)) {
        body.writeBytes(jfif(data));
      } else if (isKept(code, data)) {
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
    if (code < 0xE0 || code > 0xEF) {
      return code >= 0xC0 && code < 0xE0; // else a comment, or reserved: nobody knows for what
    }
    var text = text(data);
    if (code == 0xE1 && text.startsWith(EXIF)) {
      turned = Turning.read(data.slice(EXIF.length(), data.limit() - EXIF.length()));
    } else if (code == 0xE1 && text.startsWith(XMP)) {
      var packet = data.slice(XMP.length(), data.limit() - XMP.length());
      words = words.or(PictureWords.ofXmp(UTF_8.decode(packet).toString()));
    } else if (code == 0xED && text.startsWith(PHOTOSHOP)) {
      var resources = data.slice(PHOTOSHOP.length(), data.limit() - PHOTOSHOP.length());
      words = PictureWords.ofResources(resources).or(words);
    }
    return (code == 0xE2 && text.startsWith("ICC_PROFILE\0"))
        || (code == 0xEE && text.startsWith("Adobe"));
  }

  private static String text(ByteBuffer data) {
    return ISO_8859_1.decode(data.duplicate().limit(Math.min(data.limit(), 64))).toString();
  }

  /** How large a dot is; the small picture that may follow can show what was cropped away. */
  private static byte[] jfif(ByteBuffer data) {
    var segment = ByteBuffer.allocate(18).putShort((short) 0xFFE0).putShort((short) 16);
    return segment.put(data.slice(0, 12)).array();
  }

  /** An Exif segment that says nothing but how to turn the picture. */
  private static byte[] orientation(int turn) {
    var tiff = Turning.write(turn);
    return ByteBuffer.allocate(4 + EXIF.length() + tiff.length)
        .putShort((short) 0xFFE1)
        .putShort((short) (2 + EXIF.length() + tiff.length))
        .put(EXIF.getBytes(ISO_8859_1))
        .put(tiff)
        .array();
  }

  private void marker(int code) {
    out.write(0xFF);
    out.write(code);
  }
}

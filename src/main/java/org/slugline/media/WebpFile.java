package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/** WebP, RFC 9649: RIFF chunks without XMP, and of Exif no more than how the picture is turned. */
final class WebpFile {
  private static final Set<String> KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", "ALPH");
  private static final int FRAME_HEAD = 16;
  private static final int SAYS_EXIF = 0x08;
  private static final int SAYS_XMP = 0x04;

  private WebpFile() {}

  static Cleaning.Cleaned clean(byte[] bytes, ByteArrayOutputStream out) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var body = new ByteArrayOutputStream();
    var end = Math.min(bytes.length, 8 + in.getInt(4));
    var size = new int[2];
    var frames = new Cleaning.Frames();
    var words = PictureWords.NONE;
    var turned = turned(in, end);
    for (var start = 12; start + 8 <= end; ) {
      var type = text(in, start);
      var length = in.getInt(start + 4);
      var data = in.slice(start + 8, length).order(ByteOrder.LITTLE_ENDIAN);
      measure(type, data, size);
      frames.count(type.equals("ANMF"));
      if (type.equals("XMP ")) {
        words = PictureWords.ofXmp(UTF_8.decode(data.duplicate()).toString());
      }
      if (KEPT.contains(type)) {
        var kept = Arrays.copyOfRange(bytes, start + 8, start + 8 + length);
        if (type.equals("ANMF")) {
          kept = frame(kept);
        }
        if (type.equals("VP8X")) {
          kept[0] &= (byte) ~(turned == Turning.NONE ? SAYS_EXIF | SAYS_XMP : SAYS_XMP);
        }
        write(body, type, kept);
      }
      start += 8 + length + length % 2;
    }
    if (turned != Turning.NONE) {
      var tiff = Turning.write(turned);
      var chunk = ByteBuffer.allocate(8 + tiff.length).order(ByteOrder.LITTLE_ENDIAN);
      body.writeBytes(chunk.put(bytes("EXIF")).putInt(tiff.length).put(tiff).array());
    }
    var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put(bytes, 0, 4).putInt(body.size() + 4).put(bytes, 8, 4);
    out.writeBytes(head.array());
    out.writeBytes(body.toByteArray());
    return Turning.cleaned(turned, size[0], size[1], words);
  }

  private static void write(ByteArrayOutputStream out, String type, byte[] data) {
    var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(head.put(bytes(type)).putInt(data.length).array());
    out.writeBytes(data);
    if (data.length % 2 == 1) {
      out.write(0);
    }
  }

  /** A frame of an animation: its place and pace, and of its chunks those that are picture. */
  private static byte[] frame(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, FRAME_HEAD);
    for (var start = FRAME_HEAD; start + 8 <= bytes.length; ) {
      var type = text(in, start);
      var length = in.getInt(start + 4);
      var data =
          Arrays.copyOfRange(bytes, start + 8, start + 8 + in.slice(start + 8, length).limit());
      if (PICTURE.contains(type)) {
        write(out, type, data);
      }
      start += 8 + length + length % 2;
    }
    return out.toByteArray();
  }

  /** What its Exif says, which stands at the end; only the extended form may have one. */
  private static int turned(ByteBuffer in, int end) {
    if (!text(in, 12).equals("VP8X")) {
      return Turning.NONE;
    }
    for (var start = 12; start + 8 <= end; ) {
      var length = in.getInt(start + 4);
      var data = in.slice(start + 8, length);
      if (text(in, start).equals("EXIF")) {
        var headed = length > 6 && text(in, start + 8).equals("Exif"); // as some cameras' tools do
        return Turning.read(headed ? data.slice(6, length - 6) : data);
      }
      start += 8 + length + length % 2;
    }
    return Turning.NONE;
  }

  private static String text(ByteBuffer in, int at) {
    return ISO_8859_1.decode(in.slice(at, 4)).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** A picture within a canvas of another size is a trap: one of the two is a lie. */
  private static void measure(String type, ByteBuffer data, int[] size) {
    var width = 0;
    var height = 0;
    switch (type) {
      case "VP8X" -> {
        width = 1 + (data.getInt(4) & 0xFFFFFF);
        height = 1 + (data.getInt(6) >>> 8);
      }
      case "VP8 " -> {
        width = data.getShort(6) & 0x3FFF;
        height = data.getShort(8) & 0x3FFF;
      }
      case "VP8L" -> {
        var bits = data.getInt(1);
        width = 1 + (bits & 0x3FFF);
        height = 1 + (bits >>> 14 & 0x3FFF);
      }
      default -> {
        return;
      }
    }
    if (size[0] > 0 && (size[0] != width || size[1] != height)) {
      throw new IllegalArgumentException("two sizes");
    }
    size[0] = width;
    size[1] = height;
  }
}

package org.slugline.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a picture is to be turned, the one thing of its Exif that readers must keep. */
final class Turning {
  /** As it lies. */
  static final int NONE = 1;

  private Turning() {}

  /** Exif 2.32 §4.6.4, tag 0x0112: 1 to 8. */
  static int read(ByteBuffer tiff) {
    if (tiff.limit() < 14) {
      return NONE;
    }
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return NONE;
    }
    var entries = tiff.getShort(directory) & 0xFFFF;
    for (var i = 0; i < entries; i++) {
      var entry = directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        return NONE;
      }
      if (tiff.getShort(entry) == 0x0112) {
        var turn = tiff.getShort(entry + 8) & 0xFFFF;
        return turn >= 1 && turn <= 8 ? turn : NONE;
      }
    }
    return NONE;
  }

  /** A TIFF that says nothing else. */
  static byte[] write(int turn) {
    return ByteBuffer.allocate(26)
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

  /**
   * @param width as it lies
   */
  static Cleaning.Cleaned cleaned(int turn, int width, int height, PictureWords words) {
    return turn >= 5
        ? new Cleaning.Cleaned(height, width, words)
        : new Cleaning.Cleaned(width, height, words);
  }
}

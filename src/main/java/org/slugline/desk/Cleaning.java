package org.slugline.desk;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * Pictures without what they need not say: place, device and time of the shot go, the pixels stay
 * as they are, bit for bit. Nothing is decoded.
 */
final class Cleaning {
  private Cleaning() {}

  /**
   * @param width in pixels as it is seen, after turning
   * @param words what the file says of itself
   */
  record Cleaned(int width, int height, PictureWords words) {}

  /** Counts what a picture that moves is made of; a device unfolds each. */
  static final class Frames {
    private static final int MOST = 10_000;

    private int frames;

    void count(boolean isOne) {
      frames += isOne ? 1 : 0;
      if (frames > MOST) {
        throw new Unservable("a picture that moves may have " + MOST + " frames at most");
      }
    }
  }

  /**
   * @param out receives the picture
   * @return empty where the file is broken, or does not let go of what it says
   */
  static Optional<Cleaned> clean(Sort sort, byte[] bytes, ByteArrayOutputStream out) {
    try {
      return switch (sort) {
        case JPEG -> Optional.of(JpegFile.clean(bytes, out));
        case PNG -> Optional.of(PngFile.clean(bytes, out));
        case WEBP -> Optional.of(WebpFile.clean(bytes, out));
        case GIF -> Optional.of(GifFile.clean(bytes, out));
        case AVIF -> AvifFile.clean(bytes, out);
        default -> Optional.empty();
      };
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
      return Optional.empty(); // its own lengths lead out of it
    }
  }
}

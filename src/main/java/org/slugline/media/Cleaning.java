package org.slugline.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pictures and sounds without what they need not say: place, device and time go, what is seen and
 * heard stays as it is, bit for bit. Nothing is decoded. Stateless.
 */
public final class Cleaning {
  /** A picture may have this many pixels, whatever its bytes: a reader's device must unfold it. */
  public static final long MOST_PIXELS = 100_000_000;

  private Cleaning() {}

  /**
   * @param width in pixels as it is seen, after turning
   * @param words what the file says of itself
   */
  public record Cleaned(int width, int height, PictureWords words) {}

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
   * @throws Unservable where it is whole and yet cannot be served
   */
  public static Optional<Cleaned> picture(Sort sort, byte[] bytes, ByteArrayOutputStream out) {
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

  /**
   * @param out receives the sound
   * @return how many bytes it has; empty where the file is broken, and nothing was written
   * @throws Unservable where it is whole and yet cannot be served
   */
  public static OptionalLong sound(Path file, Sort sort, OutputStream out) throws IOException {
    var cuts = SoundFile.cuts(file, sort);
    return cuts.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Cut.write(file, cuts.get(), out));
  }
}

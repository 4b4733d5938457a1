package org.slugline.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a body to its end, counted before and after decoding. */
final class Body {
  private static final int LAYERS = 3;
  private static final int CHUNK = 64 << 10;

  /** So long a body may come as slowly as it likes; after that it must have this much a second. */
  private static final long SLOW_FOR = TimeUnit.SECONDS.toNanos(10);

  private static final long LEAST = 256;

  private final int cap;
  private final LongSupplier nanos;
  private final long begun;
  private long wire;

  Body(int cap) {
    this(cap, System::nanoTime);
  }

  /**
   * @param nanos a clock like {@link System#nanoTime}
   */
  Body(int cap, LongSupplier nanos) {
    this.cap = cap;
    this.nanos = nanos;
    begun = nanos.getAsLong();
  }

  /** Bytes that came so far, also when {@link #read} failed. */
  long wire() {
    return wire;
  }

  /**
   * @param patience for room to be made, in nanoseconds
   * @param encodings the value of Content-Encoding; a body that is gzip without saying so is
   *     decoded too, one that says so and is not is taken as it is
   */
  byte[] read(InputStream raw, String encodings, Room room, long patience) throws IOException {
    InputStream in = new Counted(raw);
    var codings = encodings.toLowerCase(Locale.ROOT).split(",");
    if (codings.length > LAYERS) {
      throw new IOException("it is encoded " + codings.length + " times over");
    }
    for (var i = codings.length - 1; i >= 0; i--) {
      in = decoded(in, codings[i].strip());
    }
    var whole = new ArrayDeque<byte[]>();
    var size = 0;
    var chunk = in.readNBytes(CHUNK);
    for (; chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
      size += chunk.length;
      if (size > cap) {
        throw new TooLargeException("it is larger than " + cap + " bytes when decoded");
      }
      if (size > Room.LARGE) {
        room.want(patience);
      }
      whole.add(chunk);
    }
    return joined(whole, size);
  }

  /** Each piece is let go once it is copied. */
  private static byte[] joined(ArrayDeque<byte[]> pieces, int size) {
    if (pieces.size() == 1) {
      return pieces.remove();
    }
    var whole = new byte[size];
    for (var at = 0; !pieces.isEmpty(); ) {
      var piece = pieces.remove();
      System.arraycopy(piece, 0, whole, at, piece.length);
      at += piece.length;
    }
    return whole;
  }

  private static InputStream decoded(InputStream in, String coding) throws IOException {
    return switch (coding) {
      case "", "identity", "gzip", "x-gzip" -> gunzipped(in);
      case "deflate" -> inflated(in);
      case "br", "zstd", "compress", "x-compress", "dcb", "dcz" ->
          throw new IOException("it is encoded as " + coding + ", which was not asked for");
      default -> in; // "none", "utf-8": a word in the wrong field
    };
  }

  private static InputStream gunzipped(InputStream in) throws IOException {
    var peek = new PushbackInputStream(in, 2);
    var start = peek.readNBytes(2);
    peek.unread(start);
    var magic = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    return magic ? new GZIPInputStream(peek, 8 << 10) : peek;
  }

  /** With or without zlib's header: servers do both, RFC 9110 §8.4.1.2. */
  private static InputStream inflated(InputStream in) throws IOException {
    var peek = new PushbackInputStream(in, 2);
    var start = peek.readNBytes(2);
    peek.unread(start);
    var zlib =
        start.length == 2
            && (start[0] & 0x0f) == 8
            && (((start[0] & 0xff) << 8) | (start[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(peek, new Inflater(!zlib));
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream raw) {
      super(raw);
    }

    @Override
    public int read() throws IOException {
      var one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var n = in.read(into, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) throws IOException {
      wire += n;
      if (wire > cap) {
        throw new TooLargeException("it is larger than " + cap + " bytes");
      }
      var took = nanos.getAsLong() - begun;
      if (n > 0 && took > SLOW_FOR && wire < LEAST * TimeUnit.NANOSECONDS.toSeconds(took)) {
        throw new TooSlowException(
            "sent only " + wire + " bytes in " + TimeUnit.NANOSECONDS.toSeconds(took) + " s");
      }
    }
  }
}

package org.slugline.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.slugline.http.EntityTag;
import org.slugline.http.HttpDate;

/** The finished bytes of a document, plain and zipped, with a strong tag each. */
public final class Edition {
  private static final int TAG_BYTES = 18;

  private final String name;
  private final String mediaType;
  private final ByteBuffer plain;
  private final ByteBuffer zipped;
  private final EntityTag tag;
  private final EntityTag zippedTag;
  private final Instant lastModified;
  private final String dated;

  private Edition(String name, String mediaType, byte[] plain, Instant lastModified) {
    this.name = name;
    this.mediaType = mediaType;
    this.lastModified = lastModified;
    dated = HttpDate.format(lastModified);
    this.plain = outside(plain);
    zipped = outside(zip(plain));
    var digest = digest(plain);
    tag = EntityTag.strong(digest);
    zippedTag = EntityTag.strong(digest + "-gz");
  }

  /**
   * @param name its address from the root, such as {@code /feed.rss}
   * @param plain not changed any more by the caller
   */
  static Edition of(String name, String mediaType, byte[] plain, Instant lastModified) {
    return new Edition(name, mediaType, plain, lastModified);
  }

  public String name() {
    return name;
  }

  /** With its charset. */
  public String mediaType() {
    return mediaType;
  }

  /** A view of its own, at the beginning. */
  public ByteBuffer plain() {
    return plain.duplicate();
  }

  /** The same through gzip: no name, no time. */
  public ByteBuffer zipped() {
    return zipped.duplicate();
  }

  /** How many bytes are kept of it. */
  public int size() {
    return plain.capacity() + zipped.capacity();
  }

  /** Of the plain bytes: the beginning of their SHA-256. */
  public EntityTag tag() {
    return tag;
  }

  /** Of the zipped bytes: made of the plain ones' digest, so that two machines agree on it. */
  public EntityTag zippedTag() {
    return zippedTag;
  }

  /** When the rows changed; never goes back. */
  public Instant lastModified() {
    return lastModified;
  }

  /** {@link #lastModified} as its header has it. */
  public String dated() {
    return dated;
  }

  // outside of the heap: what is sent many times is then not copied to the socket each time
  private static ByteBuffer outside(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  private static byte[] zip(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out, 8192)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      var sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      var beginning = java.util.Arrays.copyOf(sum, TAG_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(beginning);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

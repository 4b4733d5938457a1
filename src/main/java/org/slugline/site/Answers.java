package org.slugline.site;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.slugline.http.EntityTag;

/**
 * Finished bytes as an answer: validators, gzip under a tag of its own, 304, {@code Vary}.
 *
 * @param maxAge how long a page may be kept without asking; zero asks every time
 */
public record Answers(Duration maxAge) {
  private static final int WORTH_ZIPPING = 860;

  /** A page, the same for everyone. */
  public void page(Context ctx, String html) {
    var sheet = Sheet.of(html);
    Stock.printed(ctx, sheet);
    sheet(ctx, sheet);
  }

  /** A page that was printed, perhaps for somebody else. */
  void sheet(Context ctx, Sheet sheet) {
    var zipped = sheet.plain().length >= WORTH_ZIPPING && wantsGzip(ctx);
    if (!validated(ctx, 200, sheet.digest(), zipped, kept())) {
      deliver(
          ctx, 200, "text/html; charset=utf-8", zipped, zipped ? sheet.zipped() : sheet.plain());
    }
  }

  /** Any other document, the same for everyone. */
  void text(Context ctx, String type, String text) {
    body(ctx, 200, type, text.getBytes(StandardCharsets.UTF_8), kept());
  }

  /** Like {@link #text}, of bytes. */
  void document(Context ctx, String type, byte[] bytes) {
    body(ctx, 200, type, bytes, kept());
  }

  /** What must not be kept: errors, and all that is an editor's. */
  public void unkept(Context ctx, int status, String type, String text) {
    body(ctx, status, type, text.getBytes(StandardCharsets.UTF_8), "private, no-store");
  }

  /**
   * @param control {@code Cache-Control}
   */
  void body(Context ctx, int status, String type, byte[] plain, String control) {
    var digest = digest(plain);
    var zipped = plain.length >= WORTH_ZIPPING && wantsGzip(ctx);
    if (!validated(ctx, status, digest, zipped, control)) {
      deliver(ctx, status, type, zipped, zipped ? gzip(plain) : plain);
    }
  }

  private static void deliver(Context ctx, int status, String type, boolean zipped, byte[] bytes) {
    ctx.status(status);
    if (zipped) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.res().setContentType(type);
    ctx.res().setContentLength(bytes.length);
    if (status == 200) {
      ctx.result(bytes);
    } else {
      past(ctx, bytes);
    }
  }

  private static boolean wantsGzip(Context ctx) {
    return Accepts.gzip(header(ctx, "Accept-Encoding"));
  }

  /** Puts the validators on, and answers 304 where the client has the same already. */
  private static boolean validated(
      Context ctx, int status, String digest, boolean zipped, String control) {
    ctx.header("ETag", '"' + digest + (zipped ? "-gz\"" : "\""));
    ctx.header("Cache-Control", control);
    vary(ctx);
    if (status != 200 || !spared(header(ctx, "If-None-Match"), digest)) {
      return false;
    }
    ctx.status(304);
    return true;
  }

  /** Javalin would make a 304 of any result whose tag the client has, of an error too. */
  static void past(Context ctx, byte[] bytes) {
    if (bytes.length == 0) {
      return; // an answer of no length is closed already
    }
    SentBody.hearOut(ctx);
    try {
      ctx.res().getOutputStream().write(bytes);
    } catch (IOException _) {
      // the reader has gone
    }
  }

  /** {@code Cache-Control} of what is the same for everyone. */
  String kept() {
    return maxAge.isZero() ? "public, no-cache" : "public, max-age=" + maxAge.toSeconds();
  }

  static void vary(Context ctx) {
    var before = ctx.res().getHeader("Vary");
    ctx.header("Vary", before == null ? "Accept-Encoding" : before + ", Accept-Encoding");
  }

  // RFC 9110 §13.1.2: weakly, and the two encodings are one page
  private static boolean spared(String ifNoneMatch, String digest) {
    return ifNoneMatch.strip().equals("*")
        || EntityTag.list(ifNoneMatch).stream()
            .anyMatch(tag -> tag.opaque().equals(digest) || tag.opaque().equals(digest + "-gz"));
  }

  public static String header(Context ctx, String name) {
    var value = ctx.header(name);
    return value == null ? "" : value;
  }

  /** A parameter of the query; "" when it was not given. */
  public static String query(Context ctx, String name) {
    var value = ctx.queryParam(name);
    return value == null ? "" : value;
  }

  /** The first half of the SHA-256 of these bytes, in hex: plenty for a validator or an address. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 3);
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

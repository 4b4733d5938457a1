package org.slugline.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which charset the bytes are in, and their letters. */
final class Decoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']?([\\w.:-]+)");

  private final byte[] bytes;
  private final int start;
  private final Charset charset;
  private final String name;

  private Decoding(byte[] bytes, int start, Charset charset, String name) {
    this.bytes = bytes;
    this.start = start;
    this.charset = charset;
    this.name = name;
  }

  static Decoding of(byte[] bytes, String contentType) {
    var start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
    while (start < bytes.length && bytes[start] <= ' ' && bytes[start] > 0) {
      start++;
    }
    var head =
        new String(bytes, start, Math.min(200, bytes.length - start), StandardCharsets.ISO_8859_1);
    var declared = DECLARED.matcher(head);
    var name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "utf-8";
    try {
      return new Decoding(bytes, start, Charset.forName(name), name);
    } catch (IllegalArgumentException e) {
      return new Decoding(bytes, start, StandardCharsets.UTF_8, "utf-8");
    }
  }

  boolean plainUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  boolean startsWith(char sign) {
    return start < bytes.length && bytes[start] == sign;
  }

  int start() {
    return start;
  }

  String name() {
    return name;
  }

  String text() {
    return new String(bytes, start, bytes.length - start, charset);
  }
}

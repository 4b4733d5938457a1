package org.slugline.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The charset of an HTML page: byte order mark, then HTTP, then {@code meta}, then UTF-8. */
final class PageText {
  private static final Pattern NAMED =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{2,40})", Pattern.CASE_INSENSITIVE);

  private PageText() {}

  static String decode(byte[] page, int length, String contentType) {
    var head = new String(page, 0, Math.min(length, 2_048), ISO_8859_1);
    var charset =
        head.startsWith("\u00ef\u00bb\u00bf")
            ? UTF_8
            : head.startsWith("\u00fe\u00ff")
                ? UTF_16BE
                : head.startsWith("\u00ff\u00fe")
                    ? UTF_16LE
                    : named(contentType).or(() -> named(head)).orElse(UTF_8);
    return new String(page, 0, length, charset);
  }

  private static Optional<Charset> named(String text) {
    var named = NAMED.matcher(text);
    try {
      return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}

package org.slugline.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which charset the bytes are in: by BOM, then HTTP, then XML declaration, then what the bytes look
 * like. A label is believed unless the bytes disprove it.
 */
final class Decoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\W{0,3}([\\w.:+-]+)");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*([\"']?[^;,\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset EBCDIC = Charset.forName("IBM037");

  /** Labels that any bytes obey, and that servers give without having looked. */
  private static final List<String> GIVEN_BLINDLY =
      List.of("ISO-8859-1", "windows-1252", "US-ASCII", "ISO-8859-15");

  private final byte[] bytes;
  private int start;
  private boolean sure;
  private Charset charset = StandardCharsets.UTF_8;
  private String name = "utf-8";
  private Optional<String> text = Optional.empty();

  private Decoding(byte[] bytes) {
    this.bytes = bytes;
  }

  static Decoding of(byte[] bytes, String contentType) {
    var decoding = new Decoding(bytes);
    if (!decoding.mark() && !decoding.wideWithoutMark(contentType)) {
      decoding.label(contentType);
    }
    decoding.skipBlanks();
    return decoding;
  }

  /** Whether the bytes may be read as UTF-8 as they stand. */
  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  boolean isJson() {
    if (isUtf8()) {
      return start < bytes.length && (bytes[start] == '{' || bytes[start] == '[');
    }
    var letters = text().stripLeading();
    return letters.startsWith("{") || letters.startsWith("[");
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte after BOM and blanks. */
  int start() {
    return start;
  }

  /** IANA name; to be asked after {@link #text}, which may find that the label lies. */
  String name() {
    return name;
  }

  /** All letters, whatever it takes. */
  String text() {
    if (text.isEmpty()) {
      text = Optional.of(decoded());
    }
    return text.orElseThrow();
  }

  private boolean mark() {
    if (starts(0xEF, 0xBB, 0xBF)) {
      start = 3;
      return true;
    }
    if (starts(0, 0, 0xFE, 0xFF)) {
      return is(UTF_32BE, "utf-32be", 4);
    }
    if (starts(0xFF, 0xFE, 0, 0)) {
      return is(UTF_32LE, "utf-32le", 4);
    }
    if (starts(0xFE, 0xFF)) {
      return is(StandardCharsets.UTF_16BE, "utf-16be", 2);
    }
    return starts(0xFF, 0xFE) && is(StandardCharsets.UTF_16LE, "utf-16le", 2);
  }

  /** The first sign of a feed is one of ASCII: the zeros around it tell, XML 1.0 appendix F. */
  private boolean wideWithoutMark(String contentType) {
    if (bytes.length < 4) {
      return false;
    }
    var zeros = (zero(0) ? 8 : 0) + (zero(1) ? 4 : 0) + (zero(2) ? 2 : 0) + (zero(3) ? 1 : 0);
    return switch (zeros) {
      case 0b1110 -> is(UTF_32BE, "utf-32be", 0);
      case 0b0111 -> is(UTF_32LE, "utf-32le", 0);
      case 0b1010 -> is(StandardCharsets.UTF_16BE, "utf-16be", 0);
      case 0b0101 -> is(StandardCharsets.UTF_16LE, "utf-16le", 0);
      default -> starts(0x4C, 0x6F, 0xA7, 0x94) && mainframe(contentType);
    };
  }

  private boolean mainframe(String contentType) {
    var head = new String(bytes, 0, Math.min(200, bytes.length), EBCDIC);
    var declared = DECLARED.matcher(head);
    var http = CHARSET.matcher(contentType);
    var label = http.find() ? http.group(1) : declared.find() ? declared.group(1) : "ibm037";
    var known = Charsets.of(label).filter(Decoding::isWide).orElse(EBCDIC);
    return is(known, Charsets.name(known, label), 0);
  }

  private boolean is(Charset known, String itsName, int from) {
    charset = known;
    name = itsName;
    start = from;
    sure = true;
    return true;
  }

  private void label(String contentType) {
    skipBlanks();
    var http = CHARSET.matcher(contentType);
    if (http.find() && believed(http.group(1))) {
      return;
    }
    var end = Math.min(bytes.length, start + 200);
    var from = Math.min(start, end);
    var head = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    var declared = DECLARED.matcher(head);
    if (declared.find()) {
      believed(declared.group(1));
    }
  }

  private boolean believed(String label) {
    var known = Charsets.of(label);
    if (known.isEmpty() || isWide(known.get())) {
      // a label in ASCII letters cannot truly say UTF-16
      return false;
    }
    charset = known.get();
    name = Charsets.name(charset, label);
    return true;
  }

  private static boolean isWide(Charset charset) {
    return !"<rss".equals(new String("<rss".getBytes(StandardCharsets.US_ASCII), charset));
  }

  private void skipBlanks() {
    if (!sure) {
      while (start < bytes.length && bytes[start] >= 0 && bytes[start] <= ' ') {
        start++;
      }
    }
  }

  private String decoded() {
    if (isUtf8() || GIVEN_BLINDLY.contains(charset.name())) {
      var unicode = strictly(StandardCharsets.UTF_8);
      if (unicode.isPresent()) {
        if (!isUtf8() && hasHighBytes()) {
          charset = StandardCharsets.UTF_8;
          name = "utf-8";
        }
        return unicode.get();
      }
    }
    if (charset.equals(StandardCharsets.US_ASCII) || isUtf8()) {
      return mixed();
    }
    return strictly(charset)
        .or(() -> strictly(Charsets.wider(charset)))
        .or(() -> sure ? Optional.empty() : strictly(StandardCharsets.UTF_8).map(this::utf8))
        .orElseGet(() -> new String(bytes, start, bytes.length - start, Charsets.wider(charset)));
  }

  private String utf8(String letters) {
    charset = StandardCharsets.UTF_8;
    name = "utf-8";
    return letters;
  }

  private boolean hasHighBytes() {
    for (var one : bytes) {
      if (one < 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> strictly(Charset candidate) {
    if (candidate.equals(StandardCharsets.UTF_8) && !hasHighBytes()) {
      return Optional.of(
          new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1));
    }
    try {
      return Optional.of(
          candidate
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Broken UTF-8. Where the broken bytes are fewer than the whole letters they alone are taken for
   * windows-1252, else all of it is.
   */
  private String mixed() {
    var out = new StringBuilder(bytes.length - start);
    var whole = 0;
    var broken = 0;
    var at = start;
    while (at < bytes.length) {
      var length = sequence(at);
      if (length == 0) {
        broken++;
        out.append(new String(bytes, at, 1, Charsets.WINDOWS_1252));
        at++;
      } else {
        whole += length > 1 ? 1 : 0;
        var run = at + length;
        while (run < bytes.length && bytes[run] >= 0) {
          run++;
        }
        out.append(new String(bytes, at, run - at, StandardCharsets.UTF_8));
        at = run;
      }
    }
    if (whole > broken) {
      return out.toString();
    }
    charset = Charsets.WINDOWS_1252;
    name = "windows-1252";
    return new String(bytes, start, bytes.length - start, charset);
  }

  /**
   * @return the length of the whole UTF-8 sequence that starts here, or 0; RFC 3629 §4
   */
  private int sequence(int at) {
    var first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    var length = first >= 0xC2 && first < 0xE0 ? 2 : first < 0xE0 ? 0 : first < 0xF0 ? 3 : 4;
    if (length == 0 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (var i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    var second = bytes[at + 1] & 0xFF;
    var wrong =
        (first == 0xE0 && second < 0xA0)
            || (first == 0xED && second > 0x9F)
            || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second > 0x8F);
    return wrong ? 0 : length;
  }

  private boolean zero(int at) {
    return bytes[at] == 0;
  }

  private boolean starts(int... head) {
    return bytes.length >= head.length
        && Arrays.equals(toBytes(head), 0, head.length, bytes, 0, head.length);
  }

  private static byte[] toBytes(int[] values) {
    var out = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      out[i] = (byte) values[i];
    }
    return out;
  }
}

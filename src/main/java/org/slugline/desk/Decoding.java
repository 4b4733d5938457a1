package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes of a file to text: byte order mark, else UTF-8, else windows-1252. */
final class Decoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoding() {}

  /**
   * @param guessed whether the bytes were not UTF-8, so that windows-1252 was taken
   */
  record Decoded(String text, boolean guessed) {}

  /** Ends of lines become one line feed each. */
  static Decoded decode(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return plain(new String(bytes, 3, bytes.length - 3, UTF_8), false);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return strict(bytes, UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return strict(bytes, UTF_16BE);
    }
    try {
      return plain(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), false);
    } catch (CharacterCodingException _) {
      return plain(new String(bytes, WINDOWS), true);
    }
  }

  private static Decoded strict(byte[] bytes, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 2, bytes.length - 2));
      return plain(text.toString(), false);
    } catch (CharacterCodingException _) {
      return plain("\0", false); // half a character is refused like a NUL
    }
  }

  private static Decoded plain(String text, boolean guessed) {
    return new Decoded(lines(text), guessed);
  }

  /** With one sign for the end of a line, and a blank where a word processor broke one. */
  static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace('\u000B', ' ');
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (var i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** No NUL and no half of a surrogate pair: neither XML nor a database takes them. */
  static boolean isWhole(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}

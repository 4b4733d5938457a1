package org.slugline.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Mends letters that went through the wrong charset. */
final class Letters {
  /** What windows-1252 has at 0x80–0x9F; 0 where nothing. */
  private static final String C1 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

  private Letters() {}

  /**
   * @param unicode whether the document was UTF-8: only then may text have been encoded twice
   */
  static String mended(String text, boolean unicode) {
    var i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    var single = unicode ? onceDecoded(text) : text;
    return Directions.tame(withoutControls(single));
  }

  /**
   * UTF-8 that was taken for Latin-1 or windows-1252 and encoded again, if it is that throughout.
   */
  private static String onceDecoded(String text) {
    if (!isSequence(text)) {
      return text;
    }
    var bytes = new byte[text.length()];
    for (var i = 0; i < bytes.length; i++) {
      var code = byteOf(text.charAt(i));
      if (code < 0) {
        return text;
      }
      bytes[i] = (byte) code;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /**
   * Whether every high letter is part of a sequence of UTF-8, RFC 3629 §3: costs nothing to ask.
   */
  private static boolean isSequence(String text) {
    var following = 0;
    for (var i = 0; i < text.length(); i++) {
      var code = text.charAt(i) < 0x80 ? text.charAt(i) : byteOf(text.charAt(i));
      var follows = code >= 0x80 && code < 0xC0;
      if (follows != (following > 0)) {
        return false;
      }
      if (follows) {
        following--;
      } else if (code >= 0xC0) {
        following = code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3;
      } else if (code < 0) {
        return false;
      }
    }
    return following == 0;
  }

  private static int byteOf(char letter) {
    if (letter <= 0xFF) {
      return letter;
    }
    var at = C1.indexOf(letter);
    return at < 0 ? -1 : 0x80 + at;
  }

  private static String withoutControls(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isC1(text.charAt(i))) {
        var mended = text.toCharArray();
        for (var j = i; j < mended.length; j++) {
          if (isC1(mended[j]) && C1.charAt(mended[j] - 0x80) != 0) {
            mended[j] = C1.charAt(mended[j] - 0x80);
          }
        }
        return new String(mended);
      }
    }
    return text;
  }

  private static boolean isC1(char letter) {
    return letter >= 0x80 && letter <= 0x9F;
  }
}

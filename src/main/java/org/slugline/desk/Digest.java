package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in small hexadecimal digits. */
final class Digest {
  private Digest() {}

  static String of(byte[] bytes) {
    return hex(sha256().digest(bytes));
  }

  static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}

package org.slugline.site;

import java.nio.charset.StandardCharsets;

/**
 * A printed page.
 *
 * @param digest of the plain bytes: its tag without the encoding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sheet(byte[] plain, byte[] zipped, String digest) {
  static Sheet of(String html) {
    var plain = html.getBytes(StandardCharsets.UTF_8);
    return new Sheet(plain, Answers.gzip(plain), Answers.digest(plain));
  }

  int size() {
    return plain.length + zipped.length;
  }
}

package org.slugline.media;

import java.io.IOException;
import java.nio.ByteOrder;

/** Tags that programs put before and behind a sound, whatever its own format has for that. */
final class SoundTags {
  private static final int LONGEST_OLD_LYRICS = 5_100;

  private final Reel reel;

  SoundTags(Reel reel) {
    this.reel = reel;
  }

  /**
   * @return where what follows the tags begins that stand here, one upon another
   */
  long behind(long from) throws IOException {
    var at = from;
    for (var length = headed(at); length > 0; length = headed(at)) {
      at += length;
      if (at > reel.size()) {
        throw new IllegalArgumentException("the tag is longer than the file");
      }
    }
    return at;
  }

  /**
   * @return where the tags begin that end here, one upon another
   */
  long before(long from, long end) throws IOException {
    var at = end;
    while (at > from) {
      var length = tailed(at);
      if (length == 0) {
        break;
      }
      if (length > at - from) {
        throw new IllegalArgumentException("the tag is longer than the file");
      }
      at -= length;
    }
    return at;
  }

  /** The length of the tag that begins here: ID3v2 or APEv2. */
  private long headed(long at) throws IOException {
    if (reel.text(at, 3).equals("ID3")) {
      var footed = (reel.at(at + 5) & 0x10) != 0;
      return 10 + sevens(at + 6) + (footed ? 10 : 0);
    }
    return reel.text(at, 8).equals("APETAGEX") ? 32 + little(at + 12) : 0;
  }

  /** The length of the tag that ends here: ID3v1 and its larger kin, APE, ID3v2.4 or Lyrics3. */
  private long tailed(long end) throws IOException {
    if (reel.text(end - 128, 3).equals("TAG")) {
      return reel.text(end - 128 - 227, 4).equals("TAG+") ? 128 + 227 : 128;
    }
    if (reel.text(end - 32, 8).equals("APETAGEX")) {
      var headed = (little(end - 12) & 0x80000000L) != 0;
      return Math.max(32, little(end - 20)) + (headed ? 32 : 0);
    }
    if (reel.text(end - 10, 3).equals("3DI")) {
      return 20 + sevens(end - 4);
    }
    var lyrics = reel.text(end - 9, 9);
    if (lyrics.equals("LYRICS200")) {
      var size = reel.text(end - 15, 6);
      return size.matches("\\d{6}") ? 15 + Long.parseLong(size) : 15;
    }
    return lyrics.equals("LYRICSEND") ? oldLyrics(end) : 0;
  }

  /** Lyrics3 before its second version says no length: it is looked for. */
  private long oldLyrics(long end) throws IOException {
    var from = Math.max(0, end - 9 - 11 - LONGEST_OLD_LYRICS);
    var begin = reel.text(from, (int) (end - from)).lastIndexOf("LYRICSBEGIN");
    return begin < 0 ? 9 : end - from - begin;
  }

  /** Four bytes of seven bits each. */
  private long sevens(long at) throws IOException {
    var number = 0L;
    for (var i = 0; i < 4; i++) {
      number = number << 7 | (reel.at(at + i) & 0x7F);
    }
    return number;
  }

  private long little(long at) throws IOException {
    return reel.read(at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
  }
}

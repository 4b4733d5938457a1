package org.slugline.feed;

/**
 * Tags with hundreds of attributes: no feed has them, and the parsers need the square of their
 * number. Looked for before anything is parsed; almost free where tags are short.
 */
final class HugeTags {
  /** Letters between two tags' ends from which on it is worth a look. */
  private static final int LONG = 2_048;

  private static final int MOST_ATTRIBUTES = 200;

  /** Bytes or characters. */
  private interface Letters {
    int size();

    int at(int index);
  }

  private HugeTags() {}

  static boolean in(byte[] bytes) {
    return in(
        new Letters() {
          @Override
          public int size() {
            return bytes.length;
          }

          @Override
          public int at(int index) {
            return bytes[index];
          }
        });
  }

  static boolean in(String text) {
    return in(
        new Letters() {
          @Override
          public int size() {
            return text.length();
          }

          @Override
          public int at(int index) {
            return text.charAt(index);
          }
        });
  }

  /**
   * @param start of a tag
   * @param end of it
   */
  static boolean isOne(String text, int start, int end) {
    if (end - start < LONG) {
      return false;
    }
    var signs = 0;
    for (var i = start; i < end; i++) {
      signs += text.charAt(i) == '=' ? 1 : 0;
    }
    return signs > MOST_ATTRIBUTES;
  }

  /** Goes from one tag's end to the last within reach: between near ones nothing can be hidden. */
  private static boolean in(Letters letters) {
    var last = -1;
    while (last + LONG < letters.size()) {
      var next = last + LONG;
      while (next > last && letters.at(next) != '>') {
        next--;
      }
      if (next == last) {
        next = last + LONG;
        while (next < letters.size() && letters.at(next) != '>') {
          next++;
        }
        if (crowded(letters, last + 1, next)) {
          return true;
        }
      }
      last = next;
    }
    return false;
  }

  private static boolean crowded(Letters letters, int from, int to) {
    var inTag = false;
    var signs = 0;
    for (var i = from; i < to; i++) {
      var letter = letters.at(i);
      inTag |= letter == '<';
      signs += inTag && letter == '=' ? 1 : 0;
    }
    return signs > MOST_ATTRIBUTES;
  }
}

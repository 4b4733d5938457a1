package org.slugline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a document that breaks off from a whole one: half a feed must change nothing. */
final class Truncation {
  private static final int HEAD = 8 << 10;
  private static final Pattern ROOT =
      Pattern.compile("<((?:[a-z_][\\w.-]*:)?(?:rss|feed|rdf|channel))[\\s/>]");

  private Truncation() {}

  /** Whether it begins as a feed and its root element or object is never closed. */
  static boolean breaksOff(byte[] bytes) {
    var letters = letters(bytes, 0, Math.min(bytes.length, HEAD)).strip();
    if (letters.startsWith("{")) {
      return !isBalanced(bytes);
    }
    var root = root(letters);
    if (root.isEmpty()) {
      return false;
    }
    return !isClosed(wide(bytes) ? narrowed(bytes) : bytes, root.get());
  }

  /** Whether the root ends where it is neither a comment's nor a CDATA section's word. */
  private static boolean isClosed(byte[] markup, String root) {
    var end = "</" + root;
    for (var i = 0; i < markup.length; i++) {
      if (markup[i] != '<') {
        continue;
      }
      if (stands(markup, i, "<!--")) {
        i = last(markup, i + 4, "-->");
      } else if (stands(markup, i, "<![cdata[")) {
        i = last(markup, i + 9, "]]>");
      } else if (stands(markup, i, end)) {
        return true;
      }
    }
    return false;
  }

  /** Where a closing stands, its last letter; the end of all where it never does. */
  private static int last(byte[] markup, int from, String closing) {
    for (var i = from; i < markup.length; i++) {
      if (markup[i] == closing.charAt(0) && stands(markup, i, closing)) {
        return i + closing.length() - 1;
      }
    }
    return markup.length;
  }

  /**
   * @param word in lower case
   */
  private static boolean stands(byte[] markup, int at, String word) {
    if (at + word.length() > markup.length) {
      return false;
    }
    for (var i = 0; i < word.length(); i++) {
      if (lower(markup[at + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  private static boolean wide(byte[] bytes) {
    return bytes.length > 3 && (bytes[0] == 0 || bytes[1] == 0 || bytes[2] == 0 || bytes[3] == 0);
  }

  /** Without the noughts of UTF-16. */
  private static byte[] narrowed(byte[] bytes) {
    var out = new byte[bytes.length];
    var kept = 0;
    for (var letter : bytes) {
      if (letter != 0) {
        out[kept++] = letter;
      }
    }
    return Arrays.copyOf(out, kept);
  }

  /** Whether every object and array of a JSON document is closed. */
  private static boolean isBalanced(byte[] json) {
    var depth = 0;
    var quoted = false;
    for (var i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '\\' -> i += quoted ? 1 : 0;
        case '"' -> quoted = !quoted;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
    }
    return depth == 0 && !quoted;
  }

  private static Optional<String> root(String head) {
    var found = ROOT.matcher(head);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** In lower case; without the noughts of UTF-16 and a byte order mark. */
  private static String letters(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    var plain = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
    return plain.replaceFirst("^(ï»¿|þÿ|ÿþ)", "").toLowerCase(Locale.ROOT);
  }
}

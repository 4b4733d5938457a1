package org.slugline.wire;

import java.nio.charset.StandardCharsets;
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
    // searched for in growing pieces from the end: it usually stands there
    var step = 512;
    for (var end = bytes.length; end > 0; end -= step) {
      step = Math.min(step * 8, 1 << 20);
      var piece = letters(bytes, Math.max(0, end - step - 128), end);
      if (piece.contains("</" + root.get())) {
        return false;
      }
    }
    return true;
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

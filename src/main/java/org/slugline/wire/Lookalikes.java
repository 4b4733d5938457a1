package org.slugline.wire;

import java.text.Normalizer;
import java.util.Locale;

/** Names that a reader takes for one: letters of other alphabets, wide or invisible ones. */
final class Lookalikes {
  private static final String OTHERS =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u043a\u043c\u0442\u03b1\u03bf\u03c1\u03bd\u03b9\u03ba\u03c5\u0131\u0261\u04cf\u0570\u0578\u057d";
  private static final String LATIN = "aeopcyxijsdqwhkmtaopvikuiglhnu";

  private Lookalikes() {}

  static boolean same(String one, String other) {
    return !other.isBlank() && (one.equalsIgnoreCase(other) || shape(one).equals(shape(other)));
  }

  /** What is left of a name when one only looks. */
  private static String shape(String name) {
    var shape = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(letter -> !Character.isSpaceChar(letter) && !isUnseen(letter))
        .map(letter -> letter <= Character.MAX_VALUE ? latin((char) letter) : letter)
        .forEach(shape::appendCodePoint);
    return shape.toString();
  }

  private static boolean isUnseen(int letter) {
    var kind = Character.getType(letter);
    return kind == Character.FORMAT
        || kind == Character.CONTROL
        || kind == Character.UNASSIGNED
        || (letter >= 0xfe00 && letter <= 0xfe0f)
        || letter == 0x3164
        || letter == 0x115f
        || letter == 0x1160
        || letter == 0x34f;
  }

  private static char latin(char letter) {
    var at = OTHERS.indexOf(letter);
    return at < 0 ? letter : LATIN.charAt(at);
  }
}

package org.slugline.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A headline as part of an address: {@code [a-z0-9-]{1,80}}. */
public final class Slug {
  private static final int LONGEST = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Slug() {}

  /** Whether it can stand in an address as it is. */
  public static boolean is(String text) {
    return text.matches("[a-z0-9-]{1,80}");
  }

  /**
   * @return the slug, cut between words at 80 characters; empty where the text has no letter or
   *     digit that Latin script can spell
   */
  public static String of(String text) {
    var folded = joined(spelt(text).toLowerCase(Locale.ROOT));
    if (folded.length() <= LONGEST) {
      return folded;
    }
    var cut = folded.lastIndexOf('-', LONGEST);
    return folded.substring(0, cut > 0 ? cut : LONGEST);
  }

  private static String spelt(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text.replace("'", "");
    }
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("'", "")
        .replace("’", "");
  }

  /** Words and numbers, a hyphen between each two. */
  private static String joined(String text) {
    var joined = new StringBuilder(text.length());
    var apart = false;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        joined.append(apart && !joined.isEmpty() ? "-" : "").append(c);
        apart = false;
      } else {
        apart = true;
      }
    }
    return joined.toString();
  }
}

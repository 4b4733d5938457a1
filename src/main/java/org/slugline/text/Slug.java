package org.slugline.text;

import java.text.Normalizer;
import java.util.Locale;

/** A headline as part of an address: {@code [a-z0-9-]{1,80}}. */
public final class Slug {
  private static final int LONGEST = 80;

  private Slug() {}

  /**
   * @return the slug, cut between words at 80 characters; empty where the text has no letter or
   *     digit that Latin script can spell
   */
  public static String of(String text) {
    var folded =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("ø", "o")
            .replace("ł", "l")
            .replaceAll("['’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (folded.length() <= LONGEST) {
      return folded;
    }
    var cut = folded.lastIndexOf('-', LONGEST);
    return folded.substring(0, cut > 0 ? cut : LONGEST);
  }
}

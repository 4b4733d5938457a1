package org.slugline.text;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text, cut where a reader would stop. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * @param limit in characters, 1 or more
   * @return whole sentences of the plain text up to the limit; where the first is longer, its first
   *     words and an ellipsis
   */
  public static String of(String plain, int limit, Locale locale) {
    var text = plain.strip().replaceAll("\\s+", " ");
    if (text.length() <= limit) {
      return text;
    }
    var sentences = BreakIterator.getSentenceInstance(locale);
    sentences.setText(text);
    var end = 0;
    for (var at = sentences.next();
        at != BreakIterator.DONE && at <= limit;
        at = sentences.next()) {
      end = at;
    }
    if (end > 0) {
      return text.substring(0, end).strip();
    }
    var words = BreakIterator.getWordInstance(locale);
    words.setText(text);
    var cut = words.preceding(limit);
    return text.substring(0, cut > 0 ? cut : whole(text, limit - 1)).strip() + "…";
  }

  /** The place, or the one before it where a character of two halves would be cut. */
  private static int whole(String text, int at) {
    return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}

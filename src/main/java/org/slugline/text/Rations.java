package org.slugline.text;

/**
 * How many tags, attributes and references of one piece of markup are read: each costs a parser a
 * hundred times what another letter does, and no article has so many.
 */
final class Rations {
  /** So short a text cannot have too much of anything. */
  private static final int UNCOUNTED = 100_000;

  private static final int MOST_TAGS = 100_000;

  /** Blanks and slashes within tags: they stand between attributes. */
  private static final int MOST_ATTRIBUTES = 120_000;

  private static final int MOST_REFERENCES = 200_000;

  private final String from;
  private final int spared;
  private int tags;
  private int attributes;
  private int references;
  private boolean inTag;

  private Rations(String from, int spared) {
    this.from = from;
    this.spared = spared;
  }

  /**
   * @param spared so many fewer of each, for what is still to be added
   * @return the same where it is within bounds; else without the attributes that are too many, and
   *     up to the tag or reference that is
   */
  static String of(String markup, int spared) {
    return markup.length() <= UNCOUNTED ? markup : new Rations(markup, spared).served();
  }

  private String served() {
    for (var i = 0; i < from.length(); i++) {
      count(from.charAt(i));
      if (tags > MOST_TAGS - spared || references > MOST_REFERENCES - spared) {
        return from.substring(0, i);
      }
      if (attributes > MOST_ATTRIBUTES - spared) {
        return bare(i);
      }
    }
    return from;
  }

  private void count(char letter) {
    switch (letter) {
      case '<' -> {
        inTag = true;
        tags++;
      }
      case '>' -> inTag = false;
      case '&' -> references++;
      case ' ', '\n', '\t', '\r', '\f', '/' -> attributes += inTag ? 1 : 0;
      default -> {}
    }
  }

  /** From here on tags have their names only. */
  private String bare(int at) {
    var out = new StringBuilder(from.length()).append(from, 0, at);
    var skipped = true;
    for (var i = at; i < from.length(); i++) {
      var letter = from.charAt(i);
      var first = letter == '/' && from.charAt(i - 1) == '<';
      count(letter);
      if (tags > MOST_TAGS - spared || references > MOST_REFERENCES - spared) {
        return out.toString();
      }
      if (letter == '<' || letter == '>') {
        skipped = false;
      } else if (inTag && !first && !Character.isLetterOrDigit(letter)) {
        skipped = true;
      }
      if (!skipped) {
        out.append(letter);
      }
    }
    return out.toString();
  }
}

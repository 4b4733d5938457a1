package org.slugline.search;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What filters ask for, as words of the index: so a filter costs what a word costs. They begin with
 * a letter for private use, which {@link Folding} takes out of every text and query.
 */
final class Facts {
  /** What no text begins a word with. */
  static final String SIGN = "\uE000";

  /** Every piece has it: what all but some are asked for with. */
  static final String ANY = fact("any");

  static final String OURS = fact("ours");

  /** Of no piece. */
  static final String TOP = fact("top");

  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");

  private Facts() {}

  static String of(Index.Piece piece, String section) {
    var facts = new StringBuilder(ANY);
    piece
        .outlet()
        .ifPresentOrElse(
            id -> facts.append(' ').append(outlet(id)), () -> facts.append(' ').append(OURS));
    if (LANGUAGE.matcher(piece.language()).matches()) {
      facts.append(' ').append(language(piece.language()));
      var dash = piece.language().indexOf('-');
      if (dash > 0) {
        facts.append(' ').append(language(piece.language().substring(0, dash)));
      }
    }
    if (!section.isEmpty()) {
      facts.append(' ').append(section(section));
    }
    return facts.toString();
  }

  /** Of no piece. */
  static String hour(long hour) {
    return fact("h" + hour);
  }

  static String outlet(long id) {
    return fact("o" + id);
  }

  static boolean isLanguage(String tag) {
    return LANGUAGE.matcher(tag).matches();
  }

  /**
   * @param tag BCP 47
   */
  static String language(String tag) {
    return fact("l" + tag.toLowerCase(Locale.ROOT).replace('-', 'ø'));
  }

  /**
   * @param slug {@code [a-z0-9-]}, so that ø is free to stand for what would end a word
   */
  static String section(String slug) {
    return fact("s" + slug.replace('-', 'ø'));
  }

  private static String fact(String name) {
    return SIGN + name;
  }
}

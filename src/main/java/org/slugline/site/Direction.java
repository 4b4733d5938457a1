package org.slugline.site;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written, for {@code dir}. */
final class Direction {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn",
          "nqo", "pnb", "ps", "rhg", "sd", "syr", "ug", "ur", "yi", "ji");
  private static final Set<String> SCRIPTS =
      Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg");

  private Direction() {}

  /**
   * @param language BCP 47; its script, where said, wins
   * @return {@code ltr}, {@code rtl}, or {@code auto} where no language is given
   */
  static String of(String language) {
    if (language.isBlank()) {
      return "auto";
    }
    var locale = Locale.forLanguageTag(language.strip());
    var rightToLeft =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT.contains(locale.getLanguage())
            : SCRIPTS.contains(locale.getScript());
    return rightToLeft ? "rtl" : "ltr";
  }
}

package org.slugline.desk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who took a picture, as newspapers of an article's language say it below one: with a word before
 * the name, or the name alone where we do not know how they do.
 */
final class CreditLine {
  private static final String ENGLISH = "Credit: ";

  private static final Map<String, String> BEFORE =
      Map.ofEntries(
          Map.entry("en", ENGLISH),
          Map.entry("ar", "الصورة: "),
          Map.entry("bg", "Снимка: "),
          Map.entry("cs", "Foto: "),
          Map.entry("da", "Foto: "),
          Map.entry("de", "Foto: "),
          Map.entry("el", "Φωτογραφία: "),
          Map.entry("es", "Foto: "),
          Map.entry("et", "Foto: "),
          Map.entry("fa", "عکس: "),
          Map.entry("fi", "Kuva: "),
          Map.entry("fr", "Photo\u00a0: "),
          Map.entry("he", "צילום: "),
          Map.entry("hr", "Foto: "),
          Map.entry("hu", "Fotó: "),
          Map.entry("it", "Foto: "),
          Map.entry("ja", "写真："),
          Map.entry("lt", "Nuotrauka: "),
          Map.entry("lv", "Foto: "),
          Map.entry("nb", "Foto: "),
          Map.entry("nl", "Foto: "),
          Map.entry("nn", "Foto: "),
          Map.entry("no", "Foto: "),
          Map.entry("pl", "Fot. "),
          Map.entry("pt", "Foto: "),
          Map.entry("ro", "Foto: "),
          Map.entry("ru", "Фото: "),
          Map.entry("sk", "Foto: "),
          Map.entry("sl", "Foto: "),
          Map.entry("sv", "Foto: "),
          Map.entry("tr", "Fotoğraf: "),
          Map.entry("uk", "Фото: "));

  /** What may stand before a credit, in any language, as a pattern. */
  static final String ANY =
      Stream.concat(BEFORE.values().stream(), Stream.of("Photo: "))
          .map(String::strip)
          .distinct()
          .sorted()
          .map(Pattern::quote)
          .collect(joining("|"));

  private CreditLine() {}

  /**
   * @param language BCP 47
   */
  static String of(String language, String credit) {
    return BEFORE.getOrDefault(language.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT), "")
        + credit;
  }

  /** All that it was ever printed as: once in English, whatever the language. */
  static List<String> everOf(String language, String credit) {
    return List.of(of(language, credit), ENGLISH + credit);
  }
}

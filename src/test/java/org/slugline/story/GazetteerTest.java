package org.slugline.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Country names are written down once, so that a start need not ask the JDK for them. */
class GazetteerTest {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu",
          "ro", "el", "tr", "ru", "uk", "bg", "sr", "hr", "sl", "lt", "lv", "et", "ar", "he", "fa",
          "hi", "id", "vi", "ca", "eu", "ga", "zh", "zh-TW", "ja", "ko", "th");

  /** Country names that are common words, first names or parts of other names. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "jordan",
          "georgia",
          "chad",
          "turkey",
          "guinea",
          "niger",
          "mali",
          "dominica",
          "jersey",
          "man",
          "oman",
          "togo",
          "us",
          "island",
          "guam",
          "peru",
          "benin",
          "monaco",
          "sudan",
          "korea");

  private static final Path KEPT = Path.of("src/main/resources/org/slugline/story/countries.tsv");

  private static final int LONGEST = 5;

  /** Languages that decline the names of countries. */
  private static final Set<String> INFLECTED =
      Set.of("pl", "cs", "sk", "hu", "fi", "uk", "ru", "bg", "sr", "hr", "sl", "lt", "lv", "et");

  private static final int LEAST_STEM = 5;
  private static final String VOWELS = "aeiouyаяоеиіїюυ";

  /** {@code -Dcountries=write} mends it, after a change of folding or of the two lists above. */
  @Test
  void theCountriesAreCalledWhatTheJdkCallsThem() throws IOException {
    assumeTrue(Runtime.version().feature() == 25, "another JDK may have other names");
    var named = named();
    if (System.getProperty("countries", "").equals("write")) {
      Files.writeString(KEPT, named, UTF_8);
    }
    assertThat(Files.readString(KEPT, UTF_8)).isEqualTo(named);
    assertThat(Gazetteer.shipped().place("deutschland")).isEqualTo("DE");
    assertThat(Gazetteer.shipped().place(Tokens.fold("Україна"))).isEqualTo("UA");
    assertThat(Gazetteer.shipped().place("jordan")).isEmpty();
  }

  /** A name of one word without the vowel it ends in: Латві* is Латвія, Латвії, латвійський. */
  private static String stem(String words) {
    var end = words.length() - 1;
    return end >= LEAST_STEM && words.indexOf(' ') < 0 && VOWELS.indexOf(words.charAt(end)) >= 0
        ? words.substring(0, end)
        : "";
  }

  /** In the form of {@code places.tsv}; of two countries of one name the first has it. */
  static String named() {
    var taken = new HashMap<String, String>();
    var names = new TreeMap<String, List<String>>();
    for (var language : LANGUAGES) {
      for (var country : Locale.getISOCountries()) {
        var name = Locale.of("", country).getDisplayCountry(Locale.forLanguageTag(language));
        var words = String.join(" ", Tokens.of(name, LONGEST + 1));
        if ((words.length() > 3 || (words.length() > 1 && Tokens.isUnspaced(words)))
            && !AMBIGUOUS.contains(words)
            && taken.putIfAbsent(words, country) == null) {
          names.computeIfAbsent(country, _ -> new ArrayList<>()).add(words.replace(' ', '_'));
          var stem = stem(words);
          if (INFLECTED.contains(language)
              && !stem.isEmpty()
              && taken.putIfAbsent(stem + "*", country) == null) {
            names.get(country).add(stem + "*");
          }
        }
      }
    }
    var out = new StringBuilder();
    names.forEach((country, all) ->
        out.append(country).append('\t').append(String.join(" ", all)).append('\n'));
    return out.toString();
  }
}

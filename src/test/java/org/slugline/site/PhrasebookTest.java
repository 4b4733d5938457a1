package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other rooms say in English stands on the pages in the newsroom's language. */
class PhrasebookTest {
  private static final Pattern SLOT = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "its name is not known (3 times in a row) | sein Name ist unbekannt (3-mal hintereinander)",
        "it brings an item every 11.7 hours, the longest pause is 1 days"
            + " | er bringt einen Eintrag alle 11,7 Stunden, der längste Abstand ist 1 Tage",
        "Nothing new since 2026-03-04T09:00:00Z." + " | Nichts Neues seit 4. März 2026, 10:00 MEZ.",
        "There is no field `lede`. Remove it. | Ein Feld `lede` gibt es nicht. Entfernen.",
        "`a.svg` cannot be taken: SVG can carry scripts. Save it as JPEG, PNG or WebP."
            + " | `a.svg` kann nicht angenommen werden: SVG kann Skripte enthalten. Als JPEG, PNG"
            + " oder WebP speichern.",
        "503 Service Unavailable; it asked for 20 minutes"
            + " | 503 Service Unavailable; er bat um 20 Minuten",
        "withdrew | zog zurück:",
        "Something nobody ever said. | Something nobody ever said.",
      })
  void aSentenceIsSaidInTheNewsroomsLanguageWithAllThatItNames(String english, String german) {
    assertThat(in("de-AT", "Europe/Vienna").say(english)).isEqualTo(german);
    assertThat(in("en", "UTC").say(english)).isEqualTo(english);
  }

  @Test
  void whatIsNotTranslatedKeepsToItselfFromRightToLeft() {
    assertThat(in("he", "UTC").say("It is lost.")).isEqualTo("\u2066It is lost.\u2069");
  }

  /** A sentence that was reworded would silently stay English. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void everyPhraseIsStillSaidSomewhereAndFillsItsOwnSlots(String language) throws IOException {
    var said = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        said.append(Files.readString(file).replaceAll("\"\\s*\\+ \"", "").replace("\\\"", "\""));
      }
    }
    var code = said.toString();
    var unsaid = new TreeSet<String>();
    for (var phrase : in(language, "UTC").phrases().entrySet()) {
      SLOT.splitAsStream(phrase.getKey())
          .map(part -> part.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""))
          .filter(part -> !code.contains(part))
          .forEach(unsaid::add);
      assertThat(slots(phrase.getValue())).as(phrase.getKey()).isEqualTo(slots(phrase.getKey()));
    }
    assertThat(unsaid).isEmpty();
  }

  /** Faults of articles and what the doctor says: each has its German. */
  @Test
  void everyWholeSentenceOfTheDoctorAndOfFaultsIsThere() throws IOException {
    var german = in("de", "UTC");
    var missing = new TreeSet<String>();
    for (var file :
        new String[] {
          "wire/Doctor",
          "desk/FieldReader",
          "desk/DraftReader",
          "desk/MediaFields",
          "desk/Standing",
          "desk/FolderFiling",
          "desk/Preparing"
        }) {
      var code = Files.readString(Path.of("src/main/java/org/slugline/" + file + ".java"));
      var sentence = Pattern.compile("\"([A-Z][a-z]+ [^\"\\\\]{8,})\"(?=[,)\\s]*[,);])(?<!\\+ )");
      sentence
          .matcher(code)
          .results()
          .filter(found -> !code.substring(0, found.start()).stripTrailing().endsWith("+"))
          .map(found -> found.group(1))
          .filter(text -> german.say(text).equals(text))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  private static String slots(String text) {
    return SLOT.matcher(text)
        .results()
        .map(slot -> slot.group())
        .distinct()
        .sorted()
        .collect(Collectors.joining());
  }

  private static Phrasebook in(String language, String zone) {
    return Phrasebook.in(language, new Times(Locale.forLanguageTag(language), ZoneId.of(zone)));
  }
}

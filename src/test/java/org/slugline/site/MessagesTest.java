package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slugline.search.Advice;

class MessagesTest {
  private static final Pattern SAID = Pattern.compile("say\\(\"([a-z][a-z.-]*[a-z])\"");
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)");

  @Test
  void everythingThatAPageSaysIsThereInEnglish() throws IOException {
    var english = Messages.in("en");
    var said = new TreeSet<String>();
    for (var room : new String[] {"java/org/slugline/site", "resources/org/slugline/site"}) {
      try (var files = Files.walk(Path.of("src/main", room))) {
        for (var file : files.filter(path -> path.toString().matches(".*\\.(java|jte)")).toList()) {
          SAID.matcher(Files.readString(file)).results().forEach(key -> said.add(key.group(1)));
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(100).allMatch(english::has, "is in messages.properties");
  }

  @ParameterizedTest
  @CsvSource({"messages, de", "desk, de", "messages, ar"})
  void aTranslationFillsTheSameSlots(String part, String language) throws IOException {
    var english = texts(part + ".properties");
    var own = texts(part + "_" + language + ".properties");
    assertThat(own.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : own.stringPropertyNames()) {
      assertThat(slots(own.getProperty(key))).as(key).isEqualTo(slots(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 وسائل",
    "1, وسيلة واحدة",
    "2, وسيلتان",
    "3, 3 وسائل",
    "10, 10 وسائل",
    "11, 11 وسيلة",
    "99, 99 وسيلة",
    "100, 100 وسيلة",
    "103, 103 وسائل"
  })
  void arabicCountsOneTwoFewAndMany(long count, String said) {
    assertThat(Messages.in("ar").say("story.outlets", count)).isEqualTo(said);
  }

  @Test
  void numbersChooseTheirWordingAndWhatIsNotTranslatedStaysEnglish() {
    assertThat(Messages.in("en").say("card.outlets", 1)).isEqualTo("one outlet on this");
    assertThat(Messages.in("en").say("card.outlets", 1200)).isEqualTo("1,200 outlets on this");
    assertThat(Messages.in("de-AT").say("card.outlets", 2)).isEqualTo("2 Medien dazu");
    assertThat(Messages.in("nn").say("crawler.stop")).isEqualTo("How to stop it");
    assertThat(Messages.in("en").say("search.heading", "{0} $1")).isEqualTo("Search: {0} $1");
  }

  @Test
  void englishKeepsToItselfAmongWordsFromRightToLeft() {
    assertThat(Messages.in("he").say("search.none"))
        .isEqualTo("\u2066" + Messages.in("en").say("search.none") + "\u2069");
    assertThat(Messages.in("nn").say("search.none"))
        .isEqualTo(Messages.in("en").say("search.none"));
  }

  @Test
  void everyAdviceOnAQueryHasItsWords() {
    for (var reason : Advice.Reason.values()) {
      var key = "search.advice." + reason.name().toLowerCase(Locale.ROOT);
      assertThat(Messages.in("en").say(key, "x*")).isEqualTo(new Advice(reason, "x*").text());
    }
  }

  private static Set<String> slots(String text) {
    var slots = new TreeSet<String>();
    SLOT.matcher(text).results().forEach(slot -> slots.add(slot.group(1)));
    return slots;
  }

  private static Properties texts(String name) throws IOException {
    var texts = new Properties();
    try (var in = MessagesTest.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}

package org.slugline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "de, 5. März 2026",
    "en, 5 March 2026",
    "en-US, 'March 5, 2026'",
    "fr, 5 mars 2026",
    "ar, 5 مارس 2026",
    "ar-EG, ٥ مارس ٢٠٢٦"
  })
  void aDayIsWrittenAsReadersOfTheNewsroomWriteIt(String language, String day) {
    var times = new Times(Locale.forLanguageTag(language), ZoneId.of("America/New_York"));
    assertThat(times.day(LocalDate.of(2026, 3, 5))).isEqualTo(day);
  }
}

package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
  @ParameterizedTest
  @CsvSource({
    "Wallace, Воллес",
    "Wallace, Уоллес",
    "Wallace, Γουάλας",
    "Błaszczak, Блащак",
    "Scholz, Шольц",
    "Stoltenberg, Столтенберг",
    "Zelensky, Зеленський",
    "Johnson, Джонсон",
    "Lambrecht, Ламбрехт",
    "Merkel, Меркель",
    "Biden, Байден",
    "Trump, Трамп",
  })
  void oneNameSoundsAlikeInTwoScripts(String latin, String other) {
    assertThat(Sound.of(Tokens.fold(other))).isNotEmpty().isEqualTo(Sound.of(Tokens.fold(latin)));
  }

  @ParameterizedTest
  @CsvSource({"Ben, Бен", "Li, Лі", "Duda, Дуда"})
  void ofAShortNameTooLittleIsHeard(String latin, String other) {
    assertThat(Sound.of(Tokens.fold(latin))).isEmpty();
    assertThat(Sound.of(Tokens.fold(other))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Wallace, Воллес", "Wallace, Γουάλας", "Pierce, Пирс"})
  void aNameIsKnownThoughItsLastLetterWasCutOff(String latin, String other) {
    assertThat(Sound.isOf(Stem.of(Tokens.fold(latin)), Sound.of(Tokens.fold(other)))).isTrue();
  }
}

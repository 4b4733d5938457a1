package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages without counts, in a newsroom that has seen nothing of them yet. */
class ParlanceTest {
  @Test
  void twoTrialsToldInGermanInTheSameWordsAreTwoStories() {
    var told =
        new Stream()
            .add(
                "pirna1",
                "de",
                0,
                "Sechs Jahre Haft für Jörg Tamm",
                "Das Landgericht Pirna hat Jörg Tamm wegen Brandstiftung zu sechs Jahren Gefängnis"
                    + " verurteilt.")
            .add(
                "pirna2",
                "de",
                20,
                "Landgericht Pirna verurteilt Jörg Tamm wegen Brandstiftung",
                "")
            .add(
                "hagen1",
                "de",
                40,
                "Acht Jahre Haft für Silke Pohl",
                "Das Landgericht Hagen hat Silke Pohl wegen Geiselnahme zu acht Jahren Gefängnis"
                    + " verurteilt.")
            .add(
                "hagen2", "de", 60, "Landgericht Hagen verurteilt Silke Pohl wegen Geiselnahme", "")
            .run();
    assertThat(told.with("pirna1")).containsExactly("pirna1", "pirna2");
    assertThat(told.with("hagen1")).containsExactly("hagen1", "hagen2");
  }

  @Test
  void twoQuakesToldInSpanishAreTwoStories() {
    var told =
        new Stream()
            .add(
                "colima1",
                "es",
                0,
                "Sismo de magnitud 5.7 en Colima deja 14 heridos",
                "El epicentro se ubicó cerca de Tecomán.")
            .add(
                "colima2",
                "es",
                20,
                "Al menos 14 heridos por el terremoto de Colima",
                "Las autoridades revisan daños en Tecomán tras el movimiento de 5.7.")
            .add(
                "tacna1",
                "es",
                40,
                "Sismo de magnitud 6.3 en Tacna deja 26 heridos",
                "El epicentro se ubicó cerca de Tarata.")
            .add(
                "tacna2",
                "es",
                60,
                "Al menos 26 heridos por el terremoto de Tacna",
                "Las autoridades revisan daños en Tarata tras el movimiento de 6.3.")
            .run();
    assertThat(told.with("colima1")).containsExactly("colima1", "colima2");
    assertThat(told.with("tacna1")).containsExactly("tacna1", "tacna2");
  }

  @Test
  void aQuarterOfOneCompanyInJapaneseIsNoOthers() {
    var told =
        new Stream()
            .add("a1", "ja", 0, "青葉精機、純利益330億円 前年同期比12%増", "青葉精機が発表した決算は、純利益が330億円と12%増えた。")
            .add("a2", "ja", 20, "青葉精機の決算、純利益330億円", "工作機械が好調だった。")
            .add("b1", "ja", 40, "南海製粉、純利益75億円 前年同期比9%増", "南海製粉が発表した決算は、純利益が75億円と9%増えた。")
            .add("b2", "ja", 60, "南海製粉の決算、純利益75億円", "小麦粉が好調だった。")
            .run();
    assertThat(told.with("a1")).containsExactly("a1", "a2");
    assertThat(told.with("b1")).containsExactly("b1", "b2");
  }

  @Test
  void aTownIsOneInEveryCaseOfUkrainian() {
    var told =
        new Stream()
            .add(
                "one",
                "uk",
                0,
                "Удар по Чернігову: загинули 9 людей",
                "Рятувальники розбирають завали.")
            .add(
                "two",
                "uk",
                30,
                "У Чернігові оголосили жалобу",
                "Росіяни обстріляли Чернігів, загинули 9 людей.")
            .add(
                "three",
                "uk",
                60,
                "Удар по Ізюму: загинули 5 людей",
                "Рятувальники розбирають завали.")
            .run();
    assertThat(told.with("one")).containsExactly("one", "two");
    assertThat(told.with("three")).containsExactly("three");
  }

  @ParameterizedTest
  @CsvSource({
    "Харків, Харкові",
    "Миколаїв, Миколаєву",
    "Резніков, Резнікова",
    "Лукин, Лукиным",
    "приговор, приговора",
    "пожежа, пожежі",
    "Запоріжжя, Запоріжжю"
  })
  void aWordInCyrillicLettersIsOneInEveryCase(String one, String other) {
    assertThat(Stem.of(Tokens.fold(other))).isEqualTo(Stem.of(Tokens.fold(one)));
  }

  @ParameterizedTest
  @CsvSource({"Reznikov, Резніков", "Lukin, Лукин", "Zelensky, Зеленський", "Putin, Путина"})
  void aStemStillSoundsLikeTheName(String latin, String other) {
    assertThat(Sound.of(Stem.of(Tokens.fold(other)))).isEqualTo(Sound.of(Tokens.fold(latin)));
  }

  @ParameterizedTest
  @CsvSource({"verurteilt", "приговорил", "gericht", "法院", "زلزال", "घायल", "depremde"})
  void wordsThatAnyNewsIsToldWithAreKnown(String word) {
    assertThat(Parlance.shipped().has(Stem.of(Tokens.fold(word)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Kassel", "Lindqvist", "Резніков", "Чернігів", "远山", "Pütürge"})
  void namesAreNot(String word) {
    assertThat(Parlance.shipped().has(Stem.of(Tokens.fold(word)))).isFalse();
  }
}

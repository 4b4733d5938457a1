package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The article the project began with, among coverage of its week in our own words: Britain sends
 * 350 soldiers to Poland; on the same day Germany sends 350 to Lithuania, and the United States
 * send theirs to Poland.
 */
class SeedArticleTest {
  private static Stream week() {
    return new Stream()
        .add(
            "us-poland-1",
            "en",
            0,
            "First US paratroopers land in Poland as Nato shores up its east",
            "Soldiers of the 82nd Airborne Division arrived at Rzeszow, part of 1,700 Americans"
                + " ordered to Poland by President Biden.")
        .add(
            "macron-1",
            "en",
            60,
            "Macron meets Putin in Moscow in search of a way out",
            "The French president spent five hours at the Kremlin table talking about Ukraine.")
        .add(
            "de-lithuania-1",
            "en",
            200,
            "Germany to send 350 more soldiers to Lithuania",
            "Defence minister Christine Lambrecht said the Bundeswehr would strengthen the Nato"
                + " battle group in Rukla by up to 350 troops amid the crisis over Ukraine.")
        .add(
            "us-poland-2",
            "en",
            230,
            "American troops arrive in Poland",
            "More soldiers of the 82nd Airborne flew into Rzeszow on Monday as the US reinforces"
                + " Nato allies.")
        .add(
            "de-lithuania-2",
            "en",
            260,
            "Berlin reinforces Lithuania battle group with 350 troops",
            "Germany will add up to 350 soldiers to its Nato mission in Lithuania, Lambrecht"
                + " announced.")
        .add(
            "uk-1",
            "en",
            300,
            "UK to send 350 troops to Poland, Wallace says",
            "Britain is sending another 350 military personnel to Poland, defence secretary Ben"
                + " Wallace said beside Mariusz Blaszczak.")
        .add(
            "uk-2",
            "en",
            310,
            "Britain sends 350 more troops to Poland",
            "Royal Marines of 45 Commando will join 100 Royal Engineers in Poland, Ben Wallace"
                + " announced in London.")
        .add(
            "football",
            "en",
            320,
            "Burnley hold Manchester United",
            "Jay Rodriguez equalised in the second half at Turf Moor.")
        .add(
            "uk-3",
            "en",
            335,
            "Wallace: 350 British troops going to Poland to show support",
            "The defence secretary said the deployment to Poland sends a signal that Britain and"
                + " Poland stand side by side.")
        .add(
            "seed",
            "en",
            400,
            "UK sends 350 troops to Poland as fears of a Russian invasion of Ukraine grow",
            "Some 350 British military personnel will go to Poland, Ben Wallace said with his"
                + " Polish counterpart, joining 100 Royal Engineers.")
        .add(
            "scholz",
            "en",
            420,
            "Scholz and Biden present united front in Washington",
            "The German chancellor was asked about the Nord Stream 2 pipeline at the White House.")
        .add(
            "uk-4",
            "en",
            460,
            "Another 350 UK troops bound for Poland in Ukraine crisis",
            "Ben Wallace told a news conference with Poland's defence minister that 350 personnel"
                + " would be sent within days.")
        .add(
            "uk-de",
            "de",
            470,
            "Großbritannien schickt 350 Soldaten nach Polen",
            "Verteidigungsminister Ben Wallace kündigte die Verlegung von 350 britischen Soldaten"
                + " nach Polen an.")
        .add(
            "de-lithuania-de",
            "de",
            480,
            "Deutschland verstärkt Truppe in Litauen um 350 Soldaten",
            "Verteidigungsministerin Christine Lambrecht schickt bis zu 350 Soldaten der Bundeswehr"
                + " nach Litauen.")
        .add(
            "uk-pl",
            "pl",
            490,
            "Wielka Brytania wyśle 350 żołnierzy do Polski",
            "Ben Wallace i Mariusz Błaszczak ogłosili, że do Polski trafi 350 brytyjskich"
                + " żołnierzy.")
        .add(
            "uk-fr",
            "fr",
            500,
            "Le Royaume-Uni envoie 350 soldats en Pologne",
            "Le ministre Ben Wallace annonce l'envoi de 350 militaires britanniques en Pologne.");
  }

  @Test
  void everyOutletsPieceOnTheAnnouncementStandsInOneStory() {
    assertThat(week().run().with("seed")).contains("uk-1", "uk-2", "uk-3", "uk-4");
  }

  @Test
  void anotherCountrysDeploymentOfTheSameNumberIsAnotherStory() {
    assertThat(week().run().with("seed"))
        .doesNotContain("de-lithuania-1", "de-lithuania-2", "de-lithuania-de");
  }

  @Test
  void anotherArmysDeploymentToTheSameCountryIsAnotherStory() {
    assertThat(week().run().with("seed")).doesNotContain("us-poland-1", "us-poland-2");
  }

  @Test
  void coverageInOtherLanguagesJoinsOnNamesFiguresAndPlaces() {
    assertThat(week().run().with("seed")).contains("uk-de", "uk-pl", "uk-fr");
  }

  @Test
  void everyPieceOnTheAnnouncementRanksBeforeAnythingElse() {
    assertThat(week().run().related("seed").subList(0, 7))
        .containsExactlyInAnyOrder("uk-1", "uk-2", "uk-3", "uk-4", "uk-de", "uk-pl", "uk-fr");
  }
}

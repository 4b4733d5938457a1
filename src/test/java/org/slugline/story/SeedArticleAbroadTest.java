package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The article the project began with, as papers of ten languages tell it, beside what looks like it
 * in each of them: Germany's 350 for Lithuania, and the United States' soldiers for Poland.
 */
class SeedArticleAbroadTest {
  private static final String[][] BRITAIN = {
    {
      "de",
      "Großbritannien schickt 350 Soldaten nach Polen",
      "Verteidigungsminister Ben Wallace kündigte die Verlegung von 350 britischen Soldaten nach"
          + " Polen an."
    },
    {
      "fr",
      "Le Royaume-Uni envoie 350 soldats en Pologne",
      "Le ministre Ben Wallace annonce l'envoi de 350 militaires britanniques en Pologne."
    },
    {
      "es",
      "El Reino Unido enviará 350 soldados a Polonia",
      "Ben Wallace anunció que otros 350 militares británicos viajarán a Polonia."
    },
    {
      "it",
      "Londra invia 350 soldati in Polonia",
      "Il ministro Ben Wallace ha annunciato l'invio di 350 militari britannici in Polonia."
    },
    {
      "pl",
      "Wielka Brytania wyśle 350 żołnierzy do Polski",
      "Ben Wallace i Mariusz Błaszczak ogłosili, że do Polski trafi 350 brytyjskich żołnierzy."
    },
    {
      "uk",
      "Британія відправить до Польщі 350 військових",
      "Про перекидання 350 британських військових до Польщі повідомив міністр Бен Воллес."
    },
    {
      "nl",
      "Verenigd Koninkrijk stuurt 350 militairen naar Polen",
      "Minister Ben Wallace zei dat 350 Britse militairen naar Polen gaan."
    },
    {
      "sv",
      "Storbritannien skickar 350 soldater till Polen",
      "Försvarsminister Ben Wallace meddelade att 350 brittiska soldater skickas till Polen."
    },
    {
      "pt",
      "Reino Unido envia 350 militares para a Polónia",
      "O ministro Ben Wallace anunciou o envio de 350 militares britânicos para a Polónia."
    },
  };

  private static final String[][] GERMANY = {
    {
      "en",
      "Germany to send 350 more soldiers to Lithuania",
      "Defence minister Christine Lambrecht said up to 350 troops would strengthen the battle"
          + " group."
    },
    {
      "de",
      "Deutschland schickt 350 Soldaten nach Litauen",
      "Verteidigungsministerin Christine Lambrecht verlegt bis zu 350 Soldaten der Bundeswehr nach"
          + " Litauen."
    },
    {
      "fr",
      "L'Allemagne envoie 350 soldats en Lituanie",
      "La ministre Christine Lambrecht annonce l'envoi de 350 militaires allemands en Lituanie."
    },
    {
      "es",
      "Alemania enviará 350 soldados a Lituania",
      "Christine Lambrecht anunció que otros 350 militares alemanes viajarán a Lituania."
    },
    {
      "pl",
      "Niemcy wyślą 350 żołnierzy na Litwę",
      "Christine Lambrecht ogłosiła, że na Litwę trafi 350 niemieckich żołnierzy."
    },
    {
      "uk",
      "Німеччина відправить до Литви 350 військових",
      "Про перекидання 350 німецьких військових до Литви повідомила міністерка Крістіне Ламбрехт."
    },
    {
      "nl",
      "Duitsland stuurt 350 militairen naar Litouwen",
      "Minister Christine Lambrecht zei dat 350 Duitse militairen naar Litouwen gaan."
    },
  };

  private static final String[][] AMERICA = {
    {
      "en",
      "American troops arrive in Poland",
      "More soldiers of the 82nd Airborne flew into Rzeszow as the US reinforces Nato allies."
    },
    {
      "de",
      "Erste US-Soldaten in Polen eingetroffen",
      "Soldaten der 82. Luftlandedivision landeten in Rzeszow; die USA verlegen 1.700 nach Polen."
    },
    {
      "fr",
      "Les premiers soldats américains arrivent en Pologne",
      "Des soldats de la 82e division aéroportée ont atterri à Rzeszow."
    },
    {
      "pl",
      "Amerykańscy żołnierze przylecieli do Polski",
      "Żołnierze 82. Dywizji Powietrznodesantowej wylądowali w Rzeszowie."
    },
    {
      "uk",
      "Американські військові прибули до Польщі",
      "Солдати 82-ї повітрянодесантної дивізії приземлилися в Жешуві."
    },
  };

  private static final String[][] ENGLISH = {
    {
      "UK to send 350 troops to Poland, Wallace says",
      "Britain is sending another 350 military personnel to Poland, defence secretary Ben Wallace"
          + " said beside Mariusz Blaszczak."
    },
    {
      "Britain sends 350 more troops to Poland",
      "Royal Marines of 45 Commando will join 100 Royal Engineers in Poland, Ben Wallace announced"
          + " in London."
    },
    {
      "Wallace: 350 British troops going to Poland to show support",
      "The defence secretary said the deployment to Poland sends a signal that Britain and Poland"
          + " stand side by side."
    },
    {
      "Another 350 UK troops bound for Poland in Ukraine crisis",
      "Ben Wallace told a news conference with Poland's defence minister that 350 personnel would"
          + " be sent within days."
    },
  };

  /** All mixed, as a day brings them. */
  private static Stream day() {
    var stream = new Stream();
    for (var i = 0; i < 9; i++) {
      if (i < AMERICA.length) {
        add(stream, "us-" + AMERICA[i][0], 10 + 31 * i, AMERICA[i]);
      }
      if (i < GERMANY.length) {
        add(stream, "de-" + GERMANY[i][0], 12 + 37 * i, GERMANY[i]);
      }
      if (i < ENGLISH.length) {
        stream.add("uk-en-" + i, "en", 15 + 29 * i, ENGLISH[i][0], ENGLISH[i][1]);
      }
      add(stream, "uk-" + BRITAIN[i][0], 20 + 41 * i, BRITAIN[i]);
    }
    return stream
        .inOrder()
        .add(
            "seed",
            "en",
            600,
            "UK sends 350 troops to Poland amid fears that Russia will invade Ukraine",
            "The UK is sending 350 military personnel to Poland amid growing fears that Russia is"
                + " planning to invade Ukraine, defence secretary Ben Wallace said.");
  }

  private static void add(Stream stream, String id, int minutes, String[] told) {
    stream.add(id, told[0], minutes, told[1], told[2]);
  }

  @Test
  void neitherGermanysSoldiersNorAmericasStandInItsStoryInAnyLanguage() {
    assertThat(day().run().with("seed")).allMatch(id -> id.equals("seed") || id.startsWith("uk-"));
  }

  @Test
  void noStoryHoldsTwoOfTheThreeDeployments() {
    var outcome = day().run();
    for (var piece : day().pieces()) {
      var actor = piece.id().equals("seed") ? "uk" : piece.id().substring(0, 2);
      assertThat(outcome.with(piece.id()))
          .allMatch(id -> id.equals("seed") ? actor.equals("uk") : id.startsWith(actor + "-"));
    }
  }

  @Test
  void everyLanguageThatWritesHerLettersJoins() {
    assertThat(day().run().with("seed")).contains(latin().toArray(String[]::new));
  }

  @Test
  void everyPieceOnTheAnnouncementRanksBeforeAnythingElse() {
    var wanted = new ArrayList<String>();
    for (var i = 0; i < ENGLISH.length; i++) {
      wanted.add("uk-en-" + i);
    }
    for (var told : BRITAIN) {
      wanted.add("uk-" + told[0]);
    }
    assertThat(Set.copyOf(day().run().related("seed").subList(0, wanted.size())))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static List<String> latin() {
    var ids = new ArrayList<>(List.of("uk-en-0", "uk-en-1", "uk-en-2", "uk-en-3"));
    for (var told : BRITAIN) {
      if (!told[0].equals("uk")) {
        ids.add("uk-" + told[0]);
      }
    }
    return ids;
  }
}

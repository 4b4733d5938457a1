package org.slugline.story;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Words that say nothing about an event. */
final class Stopwords {
  private static final Set<String> ENGLISH =
      Set.of(
          """
          a an the and or but if of in on at to for from by with without as is are was were be been being am it its it's this that these those he she they them his her their our your my we you i me us who whom which what when where why how not no nor so than then too very can could will would shall should may might must do does did done has have had having about into over after before between under again up out down off only own same such s t don just now also more most other some any each few all both here there during while because until against through above below said says say new one two u.s. mr mrs ms dr via amid vs per re le la de el en et der die das und
          """
              .strip()
              .split(" "));

  /**
   * The commonest words of languages that have no counts: mostly articles, prepositions, particles.
   */
  private static final Set<String> OTHERS =
      folded(
          """
          der die das den dem des ein eine einen einem einer und oder aber nicht mit von vom für auf aus bei beim nach vor über unter zum zur im in ist sind war wird werden hat haben sich auch als wie wenn dass es er sie wir ich noch nur mehr bis durch gegen um an am ab zu wegen seit ohne sowie diese dieser dieses ihr ihre ihren ihm ihn damit dabei bereits etwa rund
          le la les un une des du de et ou mais ne pas que qui dans sur sous avec sans pour par au aux en est sont été être il elle ils se sa son ses leur ce cette ces plus après avant contre entre selon l d qu
          el la los las un una unos y o pero no que en de del al con sin por para sobre entre es son fue ha han se su sus lo le más como tras ante contra desde hasta este esta
          il lo la i gli le un uno una e o ma non che chi di del della dei delle da dal in nel con su per tra fra è sono ha hanno si suo sua al alla ai più dopo contro
          o a os as um uma e ou mas não que de do da dos das em no na nos nas com por para ao à se é são foi sua seu mais após contra entre
          de het een en of maar niet met van voor op aan in uit bij naar over onder door om te tot is zijn was wordt worden heeft hebben zich ook als dat die dit er ze hij meer na tegen
          och eller men inte med av för på i från till om under över vid är var har som att det den ett en de sig sin sitt mer efter mot
          og ikke af på til fra ved er som at det den et en de sig mere efter mod
          i w we z ze na do od o u za po przed nad pod przy dla się nie że jest są był była będzie to ten ta te jak ale czy lub oraz już jego jej ich co przez
          a v ve s se na do od o u za po před nad pod pro je jsou byl byla bude to ten ta jak ale nebo že i ne si
          і й та в у з зі на до від о об про за по перед над під при для не що як це є був була буде але чи або його її їх та через
          и в во с со на до от о об про за по перед над под при для не что как это есть был была будет но или его ее их из к через
          ve ile bir bu da de için daha çok olarak en ne mi
          a az és egy nem hogy is de van volt
          के में की का को से ने पर और भी तक एक यह वह कर है हैं था थी थे
          في من على عن الى مع بعد قبل هذا هذه التي الذي ان او ثم
          si în la cu pe de din nu că este sunt un o ale al
          """);

  /** Words that name the form of a piece and not what it tells, in the larger languages. */
  private static final Set<String> FORMS =
      folded(
          """
          obituary obituaries live update updates breaking watch video videos photo photos pictures gallery analysis opinion editorial column commentary explained explainer briefing newsletter digest roundup recap podcast quiz crossword horoscope morning evening today tonight yesterday what's know need things happened far latest exclusive factbox headlines
          nachruf liveticker ticker liveblog eilmeldung kommentar analyse meinung morgen abend heute überblick newsblog
          nécrologie direct vidéo édito analyse matinale aujourd'hui résumé essentiel
          obituario directo última hora análisis opinión resumen hoy titulares boletín
          necrologio diretta ultim'ora rassegna oggi editoriale
          nekrolog wideo relacja pilne komentarz dzisiaj przegląd
          некролог відео наживо терміново сьогодні огляд
          видео онлайн срочно сегодня обзор
          """);

  /** A headline of these, of days and figures alone is over many events. */
  private static final Set<String> ROUND_UPS =
      folded(
          """
          briefing briefings brief briefs newsletter digest roundup round-up rounds recap recaps wrap wrap-up links link headlines bulletin agenda calendar listings diary lookahead look-ahead things stories podcast crossword horoscope quiz scores podcasts live photos pictures
          presseschau newsletter überblick nachrichtenüberblick kurzmeldungen nachrichten tagesüberblick wochenrückblick meldungen
          revue essentiel résumé newsletter infos titres boletín titulares resumen noticias rassegna notizie przegląd wiadomości огляд новини дайджест обзор новости главное головне
          """);

  /** What else such a headline holds. */
  private static final Set<String> AROUND_ROUND_UPS =
      folded(
          """
          january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
          monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun day days daily week weeks weekly weekend month monthly year years noon midday lunchtime late early hour night edition issue
          business world nation national international local regional news sport sports politics political market markets money tech technology health science culture entertainment arts weather region state city metro community opinion
          top big biggest best front page pages papers newspapers press reading reads read list note notes notebook guide schedule before opening closing bell start around quick short good know knew matter matters need minutes minute number edition
          tages woche tag morgen abend wichtigste wichtigsten das ist heute welt wirtschaft presse jour semaine matin soir presse actualité actualités día semana mañana prensa giorno settimana stampa dnia tygodnia prasy дня тижня недели преси прессы
          """);

  private Stopwords() {}

  private static Set<String> folded(String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .map(Tokens::fold)
        .collect(toUnmodifiableSet());
  }

  /** Whether the word says nothing in a language other than English; in English it may. */
  static boolean hasAbroad(String word) {
    return OTHERS.contains(word);
  }

  /** Whether a headline's words name a round-up of many events and nothing beside. */
  static boolean areRoundUp(List<String> headline) {
    var isRoundUp = false;
    for (var word : headline) {
      if (ROUND_UPS.contains(word)) {
        isRoundUp = true;
      } else if (!has(word)
          && !hasAbroad(word)
          && !AROUND_ROUND_UPS.contains(word)
          && !Character.isDigit(word.charAt(0))) {
        return false;
      }
    }
    return isRoundUp;
  }

  static boolean has(String word) {
    return ENGLISH.contains(word)
        || FORMS.contains(word)
        || (word.length() == 1 && word.charAt(0) < 128 && !Character.isDigit(word.charAt(0)));
  }
}

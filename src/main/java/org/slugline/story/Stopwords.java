package org.slugline.story;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
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

  /** Words that name the form of a piece and not what it tells, in the larger languages. */
  private static final Set<String> FORMS =
      folded(
          """
          live update updates breaking watch video videos photo photos pictures gallery analysis opinion editorial column commentary explained explainer briefing newsletter digest roundup recap podcast quiz crossword horoscope morning evening today tonight yesterday what's know need things happened far latest exclusive factbox headlines
          liveticker ticker liveblog eilmeldung kommentar analyse meinung morgen abend heute überblick newsblog
          direct vidéo édito analyse matinale aujourd'hui résumé essentiel
          directo última hora análisis opinión resumen hoy titulares boletín
          diretta ultim'ora rassegna oggi editoriale
          wideo relacja pilne komentarz dzisiaj przegląd
          відео наживо терміново сьогодні огляд
          видео онлайн срочно сегодня обзор
          """);

  private Stopwords() {}

  private static Set<String> folded(String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .map(Tokens::fold)
        .collect(toUnmodifiableSet());
  }

  static boolean has(String word) {
    return ENGLISH.contains(word)
        || FORMS.contains(word)
        || (word.length() == 1 && word.charAt(0) < 128 && !Character.isDigit(word.charAt(0)));
  }
}

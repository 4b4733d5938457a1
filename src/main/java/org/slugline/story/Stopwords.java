package org.slugline.story;

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

  private Stopwords() {}

  static boolean has(String word) {
    return ENGLISH.contains(word)
        || (word.length() == 1 && word.charAt(0) < 128 && !Character.isDigit(word.charAt(0)));
  }
}

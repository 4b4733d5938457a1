package org.slugline.story;

import java.util.Arrays;

/**
 * What a piece names beside words: as numbers of terms.
 *
 * @param places that its headline names
 * @param days of the week
 * @param figures that its headline gives
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Marks(int[] places, int[] days, int[] figures) {
  private static final int[] NOTHING = {};
  static final Marks NONE = new Marks(NOTHING, NOTHING, NOTHING);

  static Marks of(int[] terms, boolean[] inTitle, Vocabulary vocabulary) {
    var places = NOTHING;
    var days = NOTHING;
    var figures = NOTHING;
    for (var i = 0; i < terms.length; i++) {
      if (terms[i] < 0) {
        continue;
      }
      switch (vocabulary.kind(terms[i])) {
        case COUNTRY, STATE -> places = inTitle[i] ? with(places, terms[i]) : places;
        case DAY -> days = with(days, terms[i]);
        case FIGURE -> figures = inTitle[i] ? with(figures, terms[i]) : figures;
        case WORD, NAME, AMOUNT, NAMED, ROLE -> {}
      }
    }
    return places.length + days.length + figures.length == 0
        ? NONE
        : new Marks(places, days, figures);
  }

  private static int[] with(int[] terms, int term) {
    var more = Arrays.copyOf(terms, terms.length + 1);
    more[terms.length] = term;
    return more;
  }

  /** Whether both headlines name places, and none in common. */
  boolean isElsewhere(Marks other) {
    return places.length > 0 && other.places.length > 0 && common(places, other.places) == 0;
  }

  /** Whether each headline names a place that the other does not. */
  boolean isAbroad(Marks other) {
    var common = common(places, other.places);
    return places.length > common && other.places.length > common;
  }

  boolean hasFigureOf(Marks other) {
    return common(figures, other.figures) > 0;
  }

  /** Whether both name days, and none in common. */
  boolean isAnotherDay(Marks other) {
    return days.length > 0 && other.days.length > 0 && common(days, other.days) == 0;
  }

  int commonPlaces(Marks other) {
    return common(places, other.places);
  }

  private static int common(int[] a, int[] b) {
    var common = 0;
    for (var x : a) {
      for (var y : b) {
        common += x == y ? 1 : 0;
      }
    }
    return common;
  }
}

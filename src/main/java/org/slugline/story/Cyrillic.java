package org.slugline.story;

/**
 * Cuts the endings of case and number off words in Cyrillic letters. What ends a surname in the
 * nominative, as -ов and -ин do, stays.
 */
final class Cyrillic {
  /** As words are folded: й is и, ї is і. The longest first. */
  private static final String[] ENDINGS =
      Tokens.fold(
              "ього ьому ами ями ими ыми ого его ому ему ою ею єю ом ем єм ам ям ах ях их ых ым им"
                  + " ий ый ой ей ая яя ое ее ие ые ую юю ої ії ья ьє ью а я у ю о е є и ы і ь")
          .split(" ");

  private static final String VOWELS = "аеєиіоуюя";

  private static final int LEAST = 3;
  private static final int FIRST = 0x400;
  private static final int LAST = 0x52f;

  private Cyrillic() {}

  static boolean is(String word) {
    return word.charAt(0) >= FIRST && word.charAt(0) <= LAST;
  }

  static String stem(String word) {
    for (var ending : ENDINGS) {
      var left = word.length() - ending.length();
      if (left >= LEAST && word.endsWith(ending)) {
        return closed(word.substring(0, left));
      }
    }
    return closed(word);
  }

  /** Харків is Харкові, Миколаїв Миколаєві: the vowel changes where the last syllable opens. */
  private static String closed(String stem) {
    var vowel = stem.length() - 2;
    if (vowel < 2 || !stem.endsWith("ів")) {
      return stem;
    }
    var isAfterVowel = VOWELS.indexOf(stem.charAt(vowel - 1)) >= 0;
    return stem.substring(0, vowel) + (isAfterVowel ? "єв" : "ов");
  }
}

package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one piece and where they stand; says nothing of other pieces.
 *
 * @param terms in order of first appearance, the title's first
 * @param title how often each stands in the title
 * @param body how often each stands in the summary
 * @param sketch of the text, to know copies by
 * @param language primary subtag of BCP 47, lower case; {@code ""} is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Signature(List<String> terms, int[] title, int[] body, int[] sketch, String language) {
  private static final int TITLE_WORDS = 80;
  private static final int SUMMARY_WORDS = 200;
  private static final int TELLING = 14;

  /** Begins a place among the terms. */
  static final String PLACE = "@";

  /** Begins a day of the week among the terms, 1 is Monday. */
  static final String DAY = "~";

  /** Begins a number of something among the terms. */
  static final String AMOUNT = "#";

  /** A piece has no more terms than these: each word may be a place, a day and an amount too. */
  static final int MOST = 6 * (TITLE_WORDS + SUMMARY_WORDS);

  static final Signature NONE = new Signature(List.of(), new int[0], new int[0], new int[0], "");

  static Signature of(Piece piece, Gazetteer gazetteer) {
    var terms = new ArrayList<String>();
    var index = new HashMap<String, Integer>();
    var counts = new int[2][MOST];
    var headline = Tokens.of(piece.title(), TITLE_WORDS);
    var summary = Tokens.of(piece.summary(), SUMMARY_WORDS);
    read(headline, counts[0], terms, index);
    read(summary, counts[1], terms, index);
    mark(gazetteer.places(headline), counts[0], terms, index);
    mark(gazetteer.places(summary), counts[1], terms, index);
    amounts(headline, counts[0], terms, index);
    amounts(summary, counts[1], terms, index);
    return new Signature(
        terms,
        Arrays.copyOf(counts[0], terms.size()),
        Arrays.copyOf(counts[1], terms.size()),
        Sketch.of(copied(headline, summary, piece.text())),
        language(piece));
  }

  private static String language(Piece piece) {
    var tag = piece.language().toLowerCase(Locale.ROOT);
    var letters = 0;
    while (letters < tag.length() && tag.charAt(letters) >= 'a' && tag.charAt(letters) <= 'z') {
      letters++;
    }
    return letters > 3 ? "" : tag.substring(0, letters);
  }

  /** The words that a copy would share: the summary, else the body, else the headline. */
  private static List<String> copied(List<String> headline, List<String> summary, String text) {
    if (summary.size() >= TELLING) {
      return summary;
    }
    var body = Tokens.of(text, TELLING * 3);
    return body.size() >= TELLING ? body : summary.size() > headline.size() ? summary : headline;
  }

  private static void read(
      List<String> words, int[] counts, List<String> terms, Map<String, Integer> index) {
    for (var word : words) {
      if (Stopwords.has(word)) {
        continue;
      }
      count(Stem.of(word), counts, terms, index);
    }
  }

  /** Places stand among the terms as {@code @GB}; a state also means its country. */
  private static void mark(
      Set<String> places, int[] counts, List<String> terms, Map<String, Integer> index) {
    for (var place : places) {
      if (place.length() > 2) {
        count(PLACE + place, counts, terms, index);
        count(PLACE + place.substring(0, 2), counts, terms, index);
      } else {
        count(PLACE + place, counts, terms, index);
      }
    }
  }

  /** A figure that tells events apart: no year, no single digit. */
  static boolean isFigure(String term) {
    return term.length() > 1
        && Character.isDigit(term.charAt(0))
        && !(term.length() == 4 && (term.startsWith("19") || term.startsWith("20")));
  }

  /** Whether the term is no word but a mark: it has no weight of its own. */
  static boolean isMark(String term) {
    var first = term.charAt(0);
    return first == PLACE.charAt(0) || first == DAY.charAt(0) || first == AMOUNT.charAt(0);
  }

  private static void amounts(
      List<String> words, int[] counts, List<String> terms, Map<String, Integer> index) {
    for (var at = 0; at < words.size(); at++) {
      var word = words.get(at);
      var day = DAYS.get(word);
      if (day != null) {
        count(DAY + day, counts, terms, index);
      }
      var number = number(word);
      if (number.isEmpty()) {
        continue;
      }
      var left = 2;
      for (var i = at + 1; i < words.size() && left > 0 && i < at + 4; i++) {
        var of = words.get(i);
        if (Stopwords.has(of) || !number(of).isEmpty()) {
          break;
        }
        count(AMOUNT + Stem.of(of) + "/" + number, counts, terms, index);
        left--;
      }
    }
  }

  private static final Map<String, String> DAYS =
      Map.of("monday", "1", "tuesday", "2", "wednesday", "3", "thursday", "4", "friday", "5", "saturday", "6", "sunday", "7");
  private static final Map<String, String> NUMBERS = new HashMap<>();

  static {
    var cardinal = "one two three four five six seven eight nine ten eleven twelve".split(" ");
    var ordinal = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
    for (var i = 1; i < 12; i++) {
      NUMBERS.put(cardinal[i], Integer.toString(i + 1));
      NUMBERS.put(ordinal[i], Integer.toString(i + 1));
    }
  }

  private static String number(String word) {
    if (NUMBERS.containsKey(word)) {
      return NUMBERS.get(word);
    }
    if (!Character.isDigit(word.charAt(0)) || (word.length() == 4 && (word.startsWith("19") || word.startsWith("20")))) {
      return "";
    }
    var end = 0;
    while (end < word.length() && (Character.isDigit(word.charAt(end)) || word.charAt(end) == '.')) {
      end++;
    }
    return word.substring(0, end);
  }

  private static void count(
      String term, int[] counts, List<String> terms, Map<String, Integer> index) {
    var at = index.get(term);
    if (at == null) {
      at = terms.size();
      index.put(term, at);
      terms.add(term);
    }
    counts[at]++;
  }

  int size() {
    return terms.size();
  }
}

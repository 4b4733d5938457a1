package org.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
 * @param isRoundUp whether its headline says that it is over many events
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Signature(
    List<String> terms, int[] title, int[] body, int[] sketch, String language, boolean isRoundUp) {
  /** A number counts what so many words after it name: soldiers, or British soldiers. */
  private static final int COUNTED = 2;

  /** Begins a place among the terms. */
  static final String PLACE = "@";

  /** Begins a day of the week among the terms, 1 is Monday. */
  static final String DAY = "~";

  /** Begins a number of something among the terms. */
  static final String AMOUNT = "#";

  /** Begins a name among the terms. */
  static final String NAMED = "!";

  /** Begins what is done to a name among the terms. */
  static final String ROLE = "^";

  /** A headline that raises so many of its longer words raises common ones too. */
  private static final double TITLE_CASE = 0.6;

  /**
   * A piece has no more terms than these: each word may be a place, a day, a name, a role and an
   * amount too.
   */
  static final int MOST = 8 * Told.MOST;

  static final Signature NONE =
      new Signature(List.of(), new int[0], new int[0], new int[0], "", false);

  /**
   * @param tag of the language, BCP 47
   */
  static Signature of(Told told, String tag, Reading reading) {
    var headline = told.headline();
    var summary = told.summary();
    var terms = new Terms(8 * (headline.size() + summary.size()));
    var language = language(tag);
    var isEnglish = isEnglish(language);
    read(headline, terms, 0, isEnglish, reading);
    read(summary, terms, 1, isEnglish, reading);
    mark(reading.places(headline), terms, 0);
    mark(reading.places(summary), terms, 1);
    amounts(headline, terms, 0, reading);
    amounts(summary, terms, 1, reading);
    if (!language.equals("de")) {
      names(headline, told.raised(), summary, told.raisedWithin(), terms, reading);
    }
    return new Signature(
        terms.names,
        Arrays.copyOf(terms.counts[0], terms.names.size()),
        Arrays.copyOf(terms.counts[1], terms.names.size()),
        told.sketch(),
        language,
        Stopwords.areRoundUp(headline));
  }

  /** Terms in order of first appearance, and how often each stands in headline and summary. */
  private static final class Terms {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final int[][] counts;

    Terms(int most) {
      counts = new int[2][most];
    }

    boolean isInTitle(String term) {
      var at = places.get(term);
      return at != null && counts[0][at] > 0;
    }

    void count(String term, int field) {
      var at = places.putIfAbsent(term, names.size());
      if (at == null) {
        at = names.size();
        names.add(term);
      }
      counts[field][at]++;
    }
  }

  private static String language(String given) {
    var tag = given.toLowerCase(Locale.ROOT);
    var letters = 0;
    while (letters < tag.length() && tag.charAt(letters) >= 'a' && tag.charAt(letters) <= 'z') {
      letters++;
    }
    return letters > 3 ? "" : tag.substring(0, letters);
  }

  private static void read(
      List<String> words, Terms terms, int field, boolean isEnglish, Reading reading) {
    for (var word : words) {
      var read = reading.of(word);
      if (!read.term().isEmpty() && (isEnglish || !read.isEmptyAbroad())) {
        terms.count(read.term(), field);
      }
    }
  }

  /** Places stand among the terms as {@code @GB}; a state also means its country. */
  private static void mark(Set<String> places, Terms terms, int field) {
    for (var place : places) {
      terms.count(PLACE + place, field);
      if (place.length() > 2) {
        terms.count(PLACE + place.substring(0, 2), field);
      }
    }
  }

  /**
   * Days stand among the terms as {@code ~1}, numbers with what they count: {@code #soldier/350}.
   */
  private static void amounts(List<String> words, Terms terms, int field, Reading reading) {
    for (var at = 0; at < words.size(); at++) {
      var word = reading.of(words.get(at));
      if (!word.day().isEmpty()) {
        terms.count(DAY + word.day(), field);
      }
      if (word.number().isEmpty()) {
        continue;
      }
      for (var i = at + 1; i < Math.min(words.size(), at + 1 + COUNTED); i++) {
        var of = reading.of(words.get(i));
        if (of.term().isEmpty() || !of.number().isEmpty()) {
          break;
        }
        terms.count(AMOUNT + of.term() + "/" + word.number(), field);
      }
    }
  }

  /**
   * Words of the headline that are written with a capital where a common word would not be are
   * marked as names: {@code !wallace}. Headlines that raise most words say nothing of that, nor
   * does German.
   */
  private static void names(
      List<String> headline,
      BitSet raised,
      List<String> summary,
      BitSet raisedWithin,
      Terms terms,
      Reading reading) {
    if (!isTitleCase(headline, raised)) {
      name(headline, raised, terms, reading);
    }
    name(summary, raisedWithin, terms, reading);
    if (!isTitleCase(headline, raised)) {
      Roles.of(headline, raised, reading).forEach(role -> terms.count(role, 0));
    }
    Roles.of(summary, raisedWithin, reading).forEach(role -> terms.count(role, 1));
  }

  private static boolean isTitleCase(List<String> headline, BitSet raised) {
    var words = 0;
    var capitals = 0;
    for (var i = 1; i < headline.size(); i++) {
      if (headline.get(i).length() > 3) {
        words++;
        capitals += raised.get(i) ? 1 : 0;
      }
    }
    return capitals >= TITLE_CASE * words;
  }

  private static void name(List<String> words, BitSet raised, Terms terms, Reading reading) {
    for (var i = raised.nextSetBit(0); i >= 0 && i < words.size(); i = raised.nextSetBit(i + 1)) {
      var term = reading.of(words.get(i)).term();
      if (term.length() > 2
          && !Character.isDigit(term.charAt(0))
          && (terms.isInTitle(term) || Sound.isBeyondLatin(term))) {
        terms.count(NAMED + term, 0);
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
    return first == PLACE.charAt(0)
        || first == DAY.charAt(0)
        || first == AMOUNT.charAt(0)
        || first == NAMED.charAt(0)
        || first == ROLE.charAt(0);
  }

  Signature in(String other) {
    return new Signature(terms, title, body, sketch, other, isRoundUp);
  }

  /** Or may be. */
  boolean isEnglish() {
    return isEnglish(language);
  }

  private static boolean isEnglish(String language) {
    return language.isEmpty() || language.equals("en");
  }

  int size() {
    return terms.size();
  }
}

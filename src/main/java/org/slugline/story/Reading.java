package org.slugline.story;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads words as terms, and remembers what each word came to: most come again. One thread. */
final class Reading {
  /** So many words are remembered; then it begins anew. */
  private static final int MEMORY = 100_000;

  /**
   * What a word comes to.
   *
   * @param term {@code ""} where it says nothing about an event
   * @param isEmptyAbroad whether it says nothing in a language other than English
   * @param place code of the place that it names alone, or {@code ""}
   * @param opens whether a place of several words may begin here
   * @param day of the week, or {@code ""}
   * @param number that it stands for, or {@code ""}
   */
  record Word(
      String term, boolean isEmptyAbroad, String place, boolean opens, String day, String number) {}

  private final Gazetteer gazetteer;
  private final Map<String, Word> memory = new HashMap<>();

  Reading(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Word of(String word) {
    var known = memory.get(word);
    if (known != null) {
      return known;
    }
    if (memory.size() >= MEMORY) {
      memory.clear();
    }
    var read =
        new Word(
            Stopwords.has(word) ? "" : Stem.of(word),
            Stopwords.hasAbroad(word),
            gazetteer.place(word),
            gazetteer.opens(word),
            Amounts.day(word),
            Amounts.number(word));
    memory.put(word, read);
    return read;
  }

  /**
   * @return codes of the places that words name, in order of first mention
   */
  Set<String> places(List<String> words) {
    Set<String> found = Set.of();
    for (var at = 0; at < words.size(); at++) {
      var word = of(words.get(at));
      if (!word.opens() && word.place().isEmpty()) {
        continue;
      }
      if (found.isEmpty()) {
        found = new LinkedHashSet<>();
      }
      var read = word.opens() ? gazetteer.find(words, at, found) : 0;
      if (read > 0) {
        at += read - 1;
      } else if (!word.place().isEmpty()) {
        found.add(word.place());
      }
    }
    return found;
  }
}

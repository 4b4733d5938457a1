package org.slugline.search;

import java.util.List;

/**
 * Something that is looked for, in the index's own language.
 *
 * @param words whatever has the term has each of them
 */
record Term(String exact, List<String> words) {
  Term {
    words = List.copyOf(words);
  }

  static Term of(String exact) {
    return new Term(exact, List.of(exact));
  }

  /** Whether every entry of the index's list is a hit. */
  boolean isPlain() {
    return words.equals(List.of(exact));
  }
}

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

  /** The same, where words count in some columns alone; facts have one of their own. */
  String in(String columns) {
    return columns.isEmpty() || exact.startsWith(Facts.SIGN, 1) ? exact : columns + " : " + exact;
  }

  /** Whether every entry of the index's list is a hit. */
  boolean isPlain() {
    return words.equals(List.of(exact));
  }
}

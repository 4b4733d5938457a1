package org.slugline.search;

/**
 * Something that is looked for, in the index's own language.
 *
 * @param loose the same without its order: whatever has the one has the other, and it costs less to
 *     find
 */
record Term(String exact, String loose) {
  static Term of(String exact) {
    return new Term(exact, exact);
  }
}

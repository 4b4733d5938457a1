package org.slugline.text;

import java.util.Set;

/**
 * An element that may be printed.
 *
 * @param attributes allowed besides {@code lang}, {@code dir} and {@code title}
 */
record Kept(String name, Set<Trait> traits, Set<String> attributes) {
  /** How a browser's parser treats the element (HTML §13.2.6), as far as it moves others. */
  enum Trait {
    /** Has no content. */
    VOID,
    /** Ends an open paragraph. */
    BLOCK,
    /** A list item's search for its elder stops here (“special”, but for address, div and p). */
    WALL,
    /** A search for an open element does not look past it. */
    SCOPE,
    /** Stands in a table and nowhere else. */
    TABLE_PART,
    /** Holds parts of a table and nothing else. */
    TABLE_FRAME,
    HEADING,
    /** Not printed where nothing is in it. */
    FLEETING
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}

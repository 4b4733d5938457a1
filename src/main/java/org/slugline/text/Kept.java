package org.slugline.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An element that may be printed. There is one of each, so that they are compared by identity. */
final class Kept implements Fate {
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

  private final String name;
  private final Set<String> attributes;
  private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);

  /**
   * @param attributes allowed besides {@code lang}, {@code dir} and {@code title}
   */
  Kept(String name, Set<String> attributes, Trait... traits) {
    this.name = name;
    this.attributes = attributes;
    this.traits.addAll(List.of(traits));
  }

  String name() {
    return name;
  }

  Set<String> attributes() {
    return attributes;
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}

package org.slugline.feed;

/** The attributes of the element that is being opened; valid until the next event. */
interface Attributes {
  int size();

  /** {@code ""} where there is none. */
  String prefix(int index);

  String local(int index);

  String value(int index);

  /**
   * @param name in lower case; the document's case does not matter, prefixed attributes do not
   *     count
   * @return {@code ""} where missing
   */
  default String get(String name) {
    for (var i = 0; i < size(); i++) {
      if (prefix(i).isEmpty() && local(i).equalsIgnoreCase(name)) {
        return value(i);
      }
    }
    return "";
  }

  /**
   * @return the value of {@code rdf:resource}, {@code xlink:href} and their like; {@code ""} where
   *     missing
   */
  default String prefixed(String name) {
    for (var i = 0; i < size(); i++) {
      if (!prefix(i).isEmpty() && local(i).equalsIgnoreCase(name)) {
        return value(i);
      }
    }
    return "";
  }
}

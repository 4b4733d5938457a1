package org.slugline.feed;

/** What both roads, the fast and the lenient, tell the assembly. Every open has its close. */
interface XmlEvents {
  /**
   * @param namespace {@code ""} where undeclared
   * @param prefix {@code ""} where there is none
   */
  void open(String namespace, String prefix, String local, Attributes attributes);

  void text(char[] letters, int start, int length);

  void text(String letters);

  void close();
}

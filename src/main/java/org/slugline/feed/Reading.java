package org.slugline.feed;

/** How reading a document ended. */
public sealed interface Reading {
  /** It is a feed, perhaps an empty one. */
  @SuppressWarnings("JavaLangClash") // nobody here reads a java.lang.Readable
  record Readable(Feed feed) implements Reading {}

  /**
   * @param reason one line for people, without the document's own words
   */
  record Unreadable(String reason) implements Reading {}
}

package org.slugline.wire;

/** What became of one address that was to be read. */
public sealed interface Subscribed {
  /** As it was given. */
  String typed();

  record Added(String typed, long id, String url) implements Subscribed {}

  /** It was there already; a title or labels that are new were taken all the same. */
  record Known(String typed, long id, String url) implements Subscribed {}

  /**
   * @param why in words, a whole sentence without its subject
   */
  record Refused(String typed, String why) implements Subscribed {}
}

package org.slugline.feed;

/** What came of reading bytes as a list of outlets. */
public sealed interface OutletReading {
  record Legible(OutletList list) implements OutletReading {}

  /**
   * @param reason for people, without a full stop
   */
  record Illegible(String reason) implements OutletReading {}
}

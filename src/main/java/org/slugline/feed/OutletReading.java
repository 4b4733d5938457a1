package org.slugline.feed;

import java.util.List;

/** What came of reading bytes as a list of outlets. */
public sealed interface OutletReading {
  /**
   * @param refused addresses of feeds in it that are neither http nor https, as written, at most
   *     1,000
   * @param whole whether the document does not break off before its end
   */
  record Legible(OutletList list, List<String> refused, boolean whole) implements OutletReading {
    public Legible {
      refused = List.copyOf(refused);
    }

    /** One of which nothing was refused. */
    public Legible(OutletList list) {
      this(list, List.of(), true);
    }
  }

  /**
   * @param reason for people, without a full stop
   */
  record Illegible(String reason) implements OutletReading {}
}

package org.slugline.edition;

import java.time.Instant;
import org.slugline.feed.Feed;

/** What stands under the name of a feed. */
sealed interface Finding {
  /**
   * @param changed when anything in it did
   */
  record Found(Feed feed, Instant changed) implements Finding {}

  /**
   * @param path where it is now, for good
   */
  record Moved(String path) implements Finding {}

  record Unknown() implements Finding {}
}

package org.slugline.edition;

import org.slugline.feed.Feed;

/** What stands under the name of a feed. */
sealed interface Finding {
  record Found(Feed feed) implements Finding {}

  /**
   * @param path where it is now, for good
   */
  record Moved(String path) implements Finding {}

  record Unknown() implements Finding {}
}

package org.slugline.story;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slugline.store.Revisions;

/**
 * What an edit of a piece, or another name of its outlet, means for what names it: the story's
 * headline, the feeds of its stories, the lists beside our own pieces. The scope {@code told:NAME}
 * dates the words that a story is told in, for its entry in {@code /stories}.
 */
final class Rewording {
  private Rewording() {}

  /** Within a write transaction. */
  static void settle(Handle handle, Instant now) {
    var reworded = handle.attach(RewordedTable.class);
    var revisions = handle.attach(Revisions.class);
    reworded.retitle();
    var told = reworded.told();
    told.forEach(story -> revisions.bump("story:" + story.name(), now));
    told.stream()
        .filter(RewordedTable.Told::leads)
        .forEach(story -> revisions.bump("told:" + story.name(), now));
    if (told.stream().anyMatch(RewordedTable.Told::leads)) {
      revisions.bump("stories", now);
    }
    var beside = reworded.beside();
    beside.forEach(piece -> revisions.bump("article:" + piece.substring(1), now));
    if (!beside.isEmpty()) {
      revisions.bump("articles", now);
    }
    if (reworded.anyOutlet()) {
      reworded.ofOutlets("outlet").forEach(story -> revisions.bump("story:" + story.name(), now));
      revisions.bump("wire", now);
      revisions.bump("articles", now);
    }
    reworded.clear();
  }
}

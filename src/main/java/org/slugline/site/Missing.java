package org.slugline.site;

import java.time.InstantSource;
import java.util.List;
import org.slugline.store.Database;
import org.slugline.story.Grouping;
import org.slugline.story.Stories;
import org.slugline.story.Story;

/**
 * Stories that live, that enough outlets report by themselves, and that we have no piece on.
 *
 * @param isPublic whether anybody may know
 */
record Missing(Database database, Grouping grouping, InstantSource clock, boolean isPublic) {
  /** The widest first. */
  List<Story> stories(int most) {
    var since = clock.instant().minus(grouping.window());
    return database.read(
        Stories.class, stories -> stories.missing(grouping.missing(), since, most));
  }
}

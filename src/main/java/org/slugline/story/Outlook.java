package org.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What stands, or would stand, beside a piece.
 *
 * @param story the one it belongs to, if a reader can see that
 * @param items the best first
 */
public record Outlook(Optional<Story> story, List<RelatedPiece> items) {
  static Outlook of(Handle handle, Engine.Outlook outlook) {
    var related = handle.attach(Related.class);
    var items = new ArrayList<RelatedPiece>();
    for (var near : outlook.near()) {
      for (var shown : related.shown(near.piece())) {
        items.add(
            new RelatedPiece(
                shown.piece(),
                shown.outlet(),
                shown.outletTitle(),
                shown.headline(),
                shown.url(),
                shown.published(),
                near.score(),
                String.join(" ", near.why()),
                near.sameStory()));
      }
    }
    var story =
        outlook.story() == 0
            ? Optional.<Story>empty()
            : handle.attach(Stories.class).byName(StoryName.of(outlook.story()));
    return new Outlook(story.filter(Story::isShown), List.copyOf(items));
  }
}

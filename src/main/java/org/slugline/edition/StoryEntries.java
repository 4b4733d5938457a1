package org.slugline.edition;

import java.util.List;
import java.util.Locale;
import org.slugline.edition.FeedRows.StoryRow;
import org.slugline.feed.Entry;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.Excerpt;
import org.slugline.text.Sanitizer;

/** Stories as entries: one each, which moves when the story grows. */
record StoryEntries(Masthead masthead) {
  /** The address of a story, which is its id as well. */
  String uri(String name) {
    return masthead.url("/stories/" + name);
  }

  Entry entry(StoryRow story) {
    return Entry.builder()
        .id(uri(story.name()))
        .link(uri(story.name()))
        .title(new Text.Plain(story.headline()))
        .summary(Sanitizer.escape(words(story)))
        .published(Stamp.of(story.firstSeen()))
        .updated(Stamp.of(story.updated()))
        .authors(List.of(new Person(masthead.editor(), "", "")))
        .build();
  }

  static String words(StoryRow story) {
    var lead = Excerpt.of(story.lead(), PieceEntries.QUOTED, Locale.ROOT);
    return story.outlets()
        + " outlets, "
        + story.pieces()
        + " pieces."
        + (lead.isEmpty() ? "" : " " + lead);
  }
}

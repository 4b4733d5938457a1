package org.slugline.edition;

import java.util.List;
import org.slugline.desk.Correction;
import org.slugline.feed.Entry;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.Sanitizer;

/** What we set right, an entry each. */
record CorrectionEntries(Masthead masthead) {
  Entry entry(Correction correction) {
    var kind = correction.kind().word();
    var title = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    return Entry.builder()
        .id(correction.uri() + "/" + kind + "/" + correction.number())
        .link(masthead.url("/articles/" + correction.slug()))
        .title(new Text.Plain(title + ": " + correction.headline()))
        .summary(Sanitizer.escape(correction.note()))
        .content(Sanitizer.escape(correction.note()))
        .published(Stamp.of(correction.at()))
        .updated(Stamp.of(correction.at()))
        .authors(List.of(new Person(masthead.editor(), "", "")))
        .build();
  }
}

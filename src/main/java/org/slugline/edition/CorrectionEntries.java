package org.slugline.edition;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.slugline.desk.Correction;
import org.slugline.feed.Entry;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/** What we set right, an entry each. */
record CorrectionEntries(Masthead masthead) {
  /** What stands above the text of an article that was set right: each note under its day. */
  SafeHtml box(List<Correction> corrections, String language) {
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language))
            .withZone(masthead.zone());
    var box = SafeHtml.EMPTY;
    for (var correction : corrections) {
      var label = title(correction) + ", " + day.format(correction.at()) + ":";
      box = box.then(Sanitizer.labelled(label, correction.note()));
    }
    return box;
  }

  private static String title(Correction correction) {
    var kind = correction.kind().word();
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }

  Entry entry(Correction correction) {
    var kind = correction.kind().word();
    return Entry.builder()
        .id(correction.uri() + "/" + kind + "/" + correction.number())
        .link(masthead.url("/articles/" + correction.slug()))
        .title(new Text.Plain(title(correction) + ": " + correction.headline()))
        .summary(Sanitizer.escape(correction.note()))
        .content(Sanitizer.escape(correction.note()))
        .published(Stamp.of(correction.at()))
        .updated(Stamp.of(correction.at()))
        .authors(List.of(new Person(masthead.editor(), "", "")))
        .build();
  }
}

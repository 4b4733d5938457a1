package org.slugline.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.slugline.text.Excerpt;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/** How the parts of an entry are worded, whatever the format. */
final class Printed {
  // RFC 822 §5 with the year of RFC 1123 §5.2.14
  private static final DateTimeFormatter RFC822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int TITLE = 80;
  private static final int SUMMARY = 300;

  private Printed() {}

  /** Whole seconds, UTC; years that four digits cannot say are brought to the nearest they can. */
  static String rfc3339(Instant at) {
    return clamped(at).toString();
  }

  static String rfc822(Instant at) {
    return RFC822.format(clamped(at));
  }

  private static Instant clamped(Instant at) {
    var whole = at.isAfter(LAST) ? LAST : at.isBefore(FIRST) ? FIRST : at;
    return whole.truncatedTo(ChronoUnit.SECONDS);
  }

  static Instant updated(Feed feed) {
    return feed.updated().at().or(() -> feed.published().at()).orElse(Instant.EPOCH);
  }

  static Instant updated(Entry entry, Feed feed) {
    return entry.updated().at().or(() -> entry.published().at()).orElseGet(() -> updated(feed));
  }

  /** One line; where the entry has no title, its first words, its address or its id. */
  static String title(Entry entry) {
    var title = LegalText.line(entry.title().plain());
    if (!title.isEmpty()) {
      return title;
    }
    var words = summary(entry);
    if (!words.isEmpty()) {
      return Excerpt.of(words, TITLE, Locale.ROOT);
    }
    return LegalText.line(entry.link().isEmpty() ? entry.id() : entry.link());
  }

  /** The summary as a reader sees it, else the beginning of the content. */
  static String summary(Entry entry) {
    return LegalText.line(plain(entry.summary().isEmpty() ? entry.content() : entry.summary()));
  }

  /** Its first sentences. */
  static String beginning(Entry entry) {
    return Excerpt.of(summary(entry), SUMMARY, Locale.ROOT);
  }

  static String plain(SafeHtml html) {
    var markup = html.markup();
    // most summaries are words alone: they need no parser
    return markup.indexOf('<') < 0 && markup.indexOf('&') < 0 ? markup : Sanitizer.plain(markup);
  }

  static String markup(SafeHtml html) {
    return LegalText.of(html.markup()).strip();
  }
}

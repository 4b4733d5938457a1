package org.slugline.edition;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slugline.feed.Entry;
import org.slugline.feed.Person;
import org.slugline.feed.Source;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.Excerpt;
import org.slugline.text.Sanitizer;

/** Pieces of other outlets as entries: headline, link, outlet and a short summary, never more. */
record PieceEntries(Masthead masthead) {
  /** What we quote of somebody else's summary, in characters. */
  static final int QUOTED = 300;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  /** In lists of ours: its id is made of our number for it, RFC 4151, and never changes. */
  Entry entry(Piece piece) {
    var host = masthead.base().getHost().toLowerCase(Locale.ROOT);
    return entry(piece, "tag:" + host + "," + DAY.format(piece.seen()) + ":item/" + piece.ref());
  }

  Entry entry(Piece piece, String id) {
    var summary = piece.summary().equals(piece.title()) ? "" : piece.summary();
    var words = Excerpt.of(summary, QUOTED, Locale.forLanguageTag(piece.language()));
    return Entry.builder()
        .id(id)
        .link(piece.link())
        .title(new Text.Plain(piece.title()))
        .summary(Sanitizer.escape(words))
        .published(Stamp.of(piece.published()))
        .updated(Stamp.of(piece.updated()))
        .authors(authors(piece))
        .language(piece.language())
        .source(
            Optional.of(
                new Source(
                    piece.outletTitle(),
                    piece.outletUrl(),
                    piece.outletUrl(),
                    Optional.of(piece.updated()))))
        .build();
  }

  private static List<Person> authors(Piece piece) {
    return List.of(
        new Person(piece.author().isBlank() ? piece.outletTitle() : piece.author(), "", ""));
  }
}

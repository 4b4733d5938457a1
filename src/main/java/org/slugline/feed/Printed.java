package org.slugline.feed;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
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

  /** As {@link #rfc3339} says it: whole seconds of years that four digits can say. */
  static Instant clamped(Instant at) {
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

  // bdo is kept by our sanitiser, but not by those of the validator and of many readers
  static String markup(SafeHtml html) {
    var markup = LegalText.of(html.markup()).strip();
    return markup.contains("<bdo")
        ? markup.replace("<bdo", "<bdi").replace("</bdo>", "</bdi>")
        : markup;
  }

  /** What somebody is called; an address in angle brackets and brackets around are left out. */
  static String name(Person person) {
    var name = LegalText.line(person.name());
    return name.indexOf('<') < 0 && name.indexOf('(') < 0 && name.indexOf(')') < 0
        ? name
        : LegalText.line(
            name.replaceAll("<[^<>\\s]{1,200}@[^<>\\s]{1,200}>", " ").replaceAll("[()]", " "));
  }

  /**
   * A language that others know: RSS, Atom and their validators want the codes of ISO 639.
   *
   * @return {@code ""} where it is none
   */
  static String language(String tag) {
    var end = tag.indexOf('-');
    var code = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    return Languages.KNOWN.contains(code) && tag.matches("[A-Za-z0-9]+(-[A-Za-z0-9]{1,8})*")
        ? tag
        : "";
  }

  /** Only what RFC 3986 §2 allows to stand in an address; what is more is written as its bytes. */
  static String address(String url) {
    for (var at = 0; at < url.length(); at++) {
      if (!isAllowed(url, at)) {
        return encoded(url);
      }
    }
    return url;
  }

  private static boolean isAllowed(String url, int at) {
    var c = url.charAt(at);
    if (c == '%') {
      return at + 2 < url.length()
          && Character.digit(url.charAt(at + 1), 16) >= 0
          && Character.digit(url.charAt(at + 2), 16) >= 0;
    }
    return c > ' ' && c < 0x7F && "\"<>\\^`{|}[]".indexOf(c) < 0;
  }

  private static String encoded(String url) {
    var legal = ascii(LegalText.line(url));
    var encoded = new StringBuilder(legal.length() + 32);
    for (var at = 0; at < legal.length(); ) {
      var letter = legal.codePointAt(at);
      if (letter < 0x7F && isAllowed(legal, at)) {
        encoded.append((char) letter);
      } else {
        for (var unit : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
        }
      }
      at += Character.charCount(letter);
    }
    return encoded.toString();
  }

  // the name of a host has letters of its own kind, RFC 5891
  private static String ascii(String url) {
    var from = url.indexOf("://") + 3;
    var end = from;
    while (from > 2 && end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    try {
      return from > 2
          ? url.substring(0, from) + IDN.toASCII(url.substring(from, end)) + url.substring(end)
          : url;
    } catch (IllegalArgumentException _) {
      return url; // the host of nobody; its letters are written as bytes
    }
  }

  private static final class Languages {
    static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());
  }
}

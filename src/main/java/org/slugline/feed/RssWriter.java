package org.slugline.feed;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.slugline.text.Sanitizer;

/** RSS 2.0 as the RSS Advisory Board's specification and profile have it, with modules. */
final class RssWriter {
  /** Suffixes that podcast directories take; of another the validator warns. */
  private static final Set<String> PLAYABLE = Set.of("m4a", "mp3", "mov", "mp4", "m4v");

  private final XmlText xml = new XmlText();
  private final Feed feed;
  private final boolean spoken;

  private RssWriter(Feed feed) {
    this.feed = feed;
    spoken = feed.entries().stream().anyMatch(RssWriter::isSpoken);
  }

  static byte[] write(Feed feed) {
    var writer = new RssWriter(feed);
    writer.write();
    return writer.xml.bytes();
  }

  private void write() {
    xml.open("rss").attribute("version", "2.0");
    xml.namespace("atom", XmlText.ATOM)
        .namespace("content", XmlText.CONTENT)
        .namespace("dc", XmlText.DC)
        .namespace("media", XmlText.MEDIA);
    if (spoken) {
      xml.namespace("itunes", XmlText.ITUNES);
    }
    if (!feed.tombstones().isEmpty()) {
      xml.namespace("at", XmlText.TOMBSTONES);
    }
    if (isArchive(feed)) {
      xml.namespace("fh", XmlText.HISTORY);
    }
    xml.open("channel");
    head();
    links();
    if (spoken) {
      podcast();
    }
    feed.tombstones().forEach(stone -> TombstoneXml.write(xml, stone));
    feed.entries().forEach(this::item);
    xml.close().close();
  }

  /** RFC 5005 §4: an archive names the feed that it belongs to. */
  static boolean isArchive(Feed feed) {
    return feed.links().stream().anyMatch(link -> link.rel().equals("current"));
  }

  // title, link and description are required, §Required channel elements
  private void head() {
    var title = title();
    var description = LegalText.line(feed.description().plain());
    xml.plain("title", unambiguous(title));
    xml.element("link", Printed.address(feed.link()));
    xml.plain("description", unambiguous(description.isEmpty() ? title : description));
    xml.element("language", Printed.language(feed.language()));
    xml.plain("copyright", unambiguous(feed.rights().plain()));
    feed.authors().stream()
        .filter(person -> !person.email().isEmpty())
        .limit(1)
        .forEach(person ->
            xml.plain("managingEditor", person.email() + " (" + Printed.name(person) + ")"));
    xml.element("lastBuildDate", Printed.rfc822(Printed.updated(feed)));
    categories(feed.categories());
    xml.plain("generator", feed.generator());
    xml.element("docs", "http://www.rssboard.org/rss-specification");
    feed.ttl().ifPresent(ttl -> xml.element("ttl", Integer.toString(ttl)));
    feed.image().ifPresent(this::image);
  }

  private String title() {
    var title = LegalText.line(feed.title().plain());
    return title.isEmpty() ? feed.link() : title;
  }

  /**
   * RSS does not say whether a title is text or HTML, and readers guess: a text that looks like
   * HTML is printed as HTML of the same letters.
   */
  private static String unambiguous(String title) {
    return LooksLikeHtml.test(title) || LooksLikeHtml.mayAct(title)
        ? Sanitizer.escape(title).markup()
        : title;
  }

  // its title and link should be those of the channel, §image
  private void image(Image image) {
    xml.open("image")
        .element("url", Printed.address(image.url()))
        .plain("title", unambiguous(title()))
        .element("link", Printed.address(feed.link()))
        .close();
  }

  private void links() {
    feed.links().forEach(link -> AtomLink.write(xml, "atom:link", link));
    if (isArchive(feed)) {
      xml.open("fh:archive").close(); // RFC 5005 §4
    }
  }

  // what Apple's directory requires of a show
  private void podcast() {
    feed.authors().stream()
        .limit(1)
        .forEach(person -> {
          xml.plain("itunes:author", Printed.name(person));
          if (!person.email().isEmpty()) {
            xml.open("itunes:owner")
                .plain("itunes:name", Printed.name(person))
                .element("itunes:email", person.email())
                .close();
          }
        });
    xml.open("itunes:category").attribute("text", "News").close();
    xml.element("itunes:explicit", "false");
    feed.image()
        .ifPresent(image ->
            xml.open("itunes:image").attribute("href", Printed.address(image.url())).close());
  }

  private void item(Entry entry) {
    xml.open("item");
    xml.plain("title", unambiguous(Printed.title(entry)));
    xml.element("link", Printed.address(entry.link()));
    var guid = LegalText.line(entry.id().isEmpty() ? entry.link() : entry.id());
    xml.open("guid")
        .attribute("isPermaLink", Boolean.toString(guid.equals(entry.link())))
        .words(guid);
    var updated = Printed.updated(entry, feed);
    var published = entry.published().at().orElse(updated);
    xml.element("pubDate", Printed.rfc822(published));
    xml.element("atom:updated", Printed.rfc3339(updated));
    entry.authors().forEach(author -> xml.plain("dc:creator", Printed.name(author)));
    categories(entry.categories());
    if (!entry.language().equals(feed.language())) {
      xml.element("dc:language", Printed.language(entry.language()));
    }
    xml.plain("dc:rights", unambiguous(entry.rights().plain()));
    body(entry);
    enclosure(entry);
    source(entry);
    entry.links().forEach(link -> AtomLink.write(xml, "atom:link", link));
    MediaRss.write(xml, entry);
    if (isPlayable(entry)) {
      entry.media().stream()
          .filter(media -> media.medium().equals("audio"))
          .flatMap(media -> media.duration().stream())
          .limit(1)
          .forEach(time -> xml.element("itunes:duration", Long.toString(time.toSeconds())));
    }
    xml.close();
  }

  // with content:encoded the profile wants a description before it
  private void body(Entry entry) {
    var content = Printed.markup(entry.content());
    var summary = Printed.markup(entry.summary());
    if (summary.isEmpty() && !content.isEmpty()) {
      var beginning = Printed.beginning(entry);
      summary = Sanitizer.escape(beginning.isEmpty() ? Printed.title(entry) : beginning).markup();
    }
    if (!summary.isEmpty()) {
      xml.open("description").markup(summary);
    }
    if (!content.isEmpty()) {
      xml.open("content:encoded").section(content);
    }
  }

  private void categories(Iterable<Category> categories) {
    for (var category : categories) {
      var word = LegalText.line(category.label().isEmpty() ? category.term() : category.label());
      if (!word.isEmpty()) {
        xml.open("category").attribute("domain", category.scheme()).plain(word);
      }
    }
  }

  // one an item, profile §enclosure; the others stand in media:content
  private void enclosure(Entry entry) {
    entry.enclosures().stream()
        .limit(1)
        .forEach(file ->
            xml.open("enclosure")
                .attribute("url", Printed.address(file.url()))
                .attribute("length", Long.toString(Math.max(0, file.length().orElse(0))))
                .attribute("type", file.type().isEmpty() ? "application/octet-stream" : file.type())
                .close());
  }

  private void source(Entry entry) {
    entry
        .source()
        .filter(source -> !source.link().isEmpty())
        .ifPresent(source -> {
          var title = unambiguous(LegalText.line(source.title()));
          xml.open("source")
              .attribute("url", Printed.address(source.link()))
              .plain(title.isEmpty() ? source.link() : title);
        });
  }

  private static boolean isSpoken(Entry entry) {
    Predicate<Enclosure> sound = file -> file.type().startsWith("audio/");
    return entry.enclosures().stream().anyMatch(sound);
  }

  private static boolean isPlayable(Entry entry) {
    return isSpoken(entry)
        && entry.enclosures().stream()
            .limit(1)
            .map(file -> file.url().substring(file.url().lastIndexOf('.') + 1))
            .anyMatch(suffix -> PLAYABLE.contains(suffix.toLowerCase(Locale.ROOT)));
  }
}

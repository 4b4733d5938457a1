package org.slugline.feed;

import static org.slugline.feed.XmlDocument.ATOM;
import static org.slugline.feed.XmlDocument.CONTENT;
import static org.slugline.feed.XmlDocument.DC;
import static org.slugline.feed.XmlDocument.HISTORY;
import static org.slugline.feed.XmlDocument.ITUNES;
import static org.slugline.feed.XmlDocument.MEDIA;
import static org.slugline.feed.XmlDocument.add;
import static org.slugline.feed.XmlDocument.attribute;
import static org.slugline.feed.XmlDocument.text;

import java.util.function.Predicate;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.slugline.text.Sanitizer;

/** RSS 2.0 as the RSS Advisory Board's specification and profile have it, with modules. */
final class RssWriter {
  private static final Namespace NONE = Namespace.NO_NAMESPACE;

  private RssWriter() {}

  static byte[] write(Feed feed) {
    var rss = new Element("rss").setAttribute("version", "2.0");
    rss.addNamespaceDeclaration(ATOM);
    rss.addNamespaceDeclaration(CONTENT);
    rss.addNamespaceDeclaration(DC);
    rss.addNamespaceDeclaration(MEDIA);
    var channel = new Element("channel");
    add(rss, channel);
    var spoken = feed.entries().stream().anyMatch(RssWriter::isSpoken);
    if (spoken) {
      rss.addNamespaceDeclaration(ITUNES);
    }
    head(channel, feed);
    links(channel, feed);
    if (spoken) {
      podcast(channel, feed);
    }
    for (var stone : feed.tombstones()) {
      add(channel, TombstoneXml.of(stone));
    }
    for (var entry : feed.entries()) {
      add(channel, item(entry, feed, spoken));
    }
    channel.addContent("\n");
    return XmlDocument.bytes(rss);
  }

  // title, link and description are required, §Required channel elements
  private static void head(Element channel, Feed feed) {
    var title = LegalText.line(feed.title().plain());
    var description = LegalText.line(feed.description().plain());
    add(channel, new Element("title").setText(title.isEmpty() ? feed.link() : title));
    add(channel, new Element("link").setText(LegalText.line(feed.link())));
    add(channel, new Element("description").setText(description.isEmpty() ? title : description));
    text(channel, "language", NONE, LegalText.line(feed.language()));
    text(channel, "copyright", NONE, LegalText.line(feed.rights().plain()));
    feed.authors().stream()
        .filter(person -> !person.email().isEmpty())
        .limit(1)
        .forEach(person ->
            text(
                channel,
                "managingEditor",
                NONE,
                LegalText.line(person.email() + " (" + person.name() + ")")));
    add(channel, new Element("lastBuildDate").setText(Printed.rfc822(Printed.updated(feed))));
    categories(channel, feed.categories());
    text(channel, "generator", NONE, LegalText.line(feed.generator()));
    text(channel, "docs", NONE, "http://www.rssboard.org/rss-specification");
    feed.ttl().ifPresent(ttl -> text(channel, "ttl", NONE, Integer.toString(ttl)));
    feed.image().ifPresent(image -> add(channel, image(image, feed, title)));
  }

  // its title and link should be those of the channel, §image
  private static Element image(Image image, Feed feed, String title) {
    var element = new Element("image");
    text(element, "url", NONE, LegalText.line(image.url()));
    text(element, "title", NONE, title);
    text(element, "link", NONE, LegalText.line(feed.link()));
    return element;
  }

  private static void links(Element channel, Feed feed) {
    for (var link : feed.links()) {
      add(channel, AtomLink.of(link, ATOM));
    }
    if (feed.links().stream().anyMatch(link -> link.rel().equals("current"))) {
      add(channel, new Element("archive", HISTORY)); // RFC 5005 §4
    }
  }

  // what Apple's directory requires of a show
  private static void podcast(Element channel, Feed feed) {
    feed.authors().stream()
        .limit(1)
        .forEach(person -> {
          text(channel, "author", ITUNES, LegalText.line(person.name()));
          if (!person.email().isEmpty()) {
            var owner = new Element("owner", ITUNES);
            text(owner, "name", ITUNES, LegalText.line(person.name()));
            text(owner, "email", ITUNES, LegalText.line(person.email()));
            add(channel, owner);
          }
        });
    add(channel, new Element("category", ITUNES).setAttribute("text", "News"));
    text(channel, "explicit", ITUNES, "false");
    feed.image()
        .ifPresent(image -> {
          var picture = new Element("image", ITUNES);
          attribute(picture, "href", image.url());
          add(channel, picture);
        });
  }

  private static Element item(Entry entry, Feed feed, boolean spoken) {
    var item = new Element("item");
    add(item, new Element("title").setText(Printed.title(entry)));
    text(item, "link", NONE, LegalText.line(entry.link()));
    var guid = LegalText.line(entry.id().isEmpty() ? entry.link() : entry.id());
    add(
        item,
        new Element("guid")
            .setAttribute("isPermaLink", Boolean.toString(guid.equals(entry.link())))
            .setText(guid));
    var updated = Printed.updated(entry, feed);
    var published = entry.published().at().orElse(updated);
    add(item, new Element("pubDate").setText(Printed.rfc822(published)));
    add(item, new Element("updated", ATOM).setText(Printed.rfc3339(updated)));
    for (var author : entry.authors()) {
      text(item, "creator", DC, LegalText.line(author.name()));
    }
    categories(item, entry.categories());
    if (!entry.language().equals(feed.language())) {
      text(item, "language", DC, LegalText.line(entry.language()));
    }
    text(item, "rights", DC, LegalText.line(entry.rights().plain()));
    var content = Printed.markup(entry.content());
    text(item, "description", NONE, description(entry, content));
    if (!content.isEmpty()) {
      add(item, XmlDocument.marked(new Element("encoded", CONTENT), content));
    }
    enclosure(item, entry);
    source(item, entry);
    for (var link : entry.links()) {
      add(item, AtomLink.of(link, ATOM));
    }
    MediaRss.write(item, entry);
    if (spoken) {
      entry.media().stream()
          .filter(media -> media.medium().equals("audio"))
          .flatMap(media -> media.duration().stream())
          .limit(1)
          .forEach(time -> text(item, "duration", ITUNES, Long.toString(time.toSeconds())));
    }
    item.addContent("\n");
    return item;
  }

  // with content:encoded the profile wants a description beside it
  private static String description(Entry entry, String content) {
    var summary = Printed.markup(entry.summary());
    if (!summary.isEmpty() || content.isEmpty()) {
      return summary;
    }
    var beginning = Printed.beginning(entry);
    return Sanitizer.escape(beginning.isEmpty() ? Printed.title(entry) : beginning).markup();
  }

  private static void categories(Element parent, Iterable<Category> categories) {
    for (var category : categories) {
      var word = LegalText.line(category.label().isEmpty() ? category.term() : category.label());
      if (!word.isEmpty()) {
        var element = new Element("category").setText(word);
        attribute(element, "domain", category.scheme());
        add(parent, element);
      }
    }
  }

  // one an item, profile §enclosure; the others stand in media:content
  private static void enclosure(Element item, Entry entry) {
    entry.enclosures().stream()
        .limit(1)
        .forEach(file -> {
          var element = new Element("enclosure");
          attribute(element, "url", file.url());
          attribute(element, "length", Long.toString(Math.max(0, file.length().orElse(0))));
          attribute(
              element, "type", file.type().isEmpty() ? "application/octet-stream" : file.type());
          add(item, element);
        });
  }

  private static void source(Element item, Entry entry) {
    entry
        .source()
        .filter(source -> !source.link().isEmpty())
        .ifPresent(source -> {
          var element = new Element("source").setText(LegalText.line(source.title()));
          attribute(element, "url", source.link());
          add(item, element);
        });
  }

  private static boolean isSpoken(Entry entry) {
    Predicate<Enclosure> sound = file -> file.type().startsWith("audio/");
    return entry.enclosures().stream().anyMatch(sound);
  }
}

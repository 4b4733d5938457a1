package org.slugline.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/** Atom 1.0, RFC 4287; without a prefix, as readers of the naive kind expect. */
final class AtomWriter {
  private final XmlText xml = new XmlText();
  private final Feed feed;

  /** Seconds in which more than one entry was updated → fractions that are given away. */
  private final Map<Long, Set<Integer>> crowded = new HashMap<>();

  private AtomWriter(Feed feed) {
    this.feed = feed;
    var seen = new HashSet<Long>();
    for (var entry : feed.entries()) {
      var second = Printed.clamped(Printed.updated(entry, feed)).getEpochSecond();
      if (!seen.add(second)) {
        crowded.put(second, new HashSet<>());
      }
    }
  }

  static byte[] write(Feed feed) {
    var writer = new AtomWriter(feed);
    writer.write();
    return writer.xml.bytes();
  }

  private void write() {
    xml.open("feed").namespace("", XmlText.ATOM).namespace("media", XmlText.MEDIA);
    if (!feed.tombstones().isEmpty()) {
      xml.namespace("at", XmlText.TOMBSTONES);
    }
    if (RssWriter.isArchive(feed)) {
      xml.namespace("fh", XmlText.HISTORY);
    }
    xml.attribute("xml:lang", Printed.language(feed.language()));
    xml.element("id", feed.id().isEmpty() ? feed.link() : feed.id());
    var title = LegalText.line(feed.title().plain());
    words("title", title.isEmpty() ? feed.link() : title);
    words("subtitle", LegalText.line(feed.description().plain()));
    xml.element("updated", Printed.rfc3339(Printed.updated(feed)));
    people("author", feed.authors());
    people("contributor", feed.contributors());
    categories(feed.categories());
    page(feed.link());
    feed.links().forEach(link -> AtomLink.write(xml, "link", link));
    if (RssWriter.isArchive(feed)) {
      xml.open("fh:archive").close(); // RFC 5005 §4
    }
    xml.element("icon", Printed.address(feed.icon()));
    xml.element("logo", Printed.address(feed.logo()));
    words("rights", LegalText.line(feed.rights().plain()));
    xml.element("generator", feed.generator());
    feed.tombstones().forEach(stone -> TombstoneXml.write(xml, stone));
    feed.entries().forEach(this::entry);
    xml.close();
  }

  private void entry(Entry entry) {
    xml.open("entry");
    if (!entry.language().equals(feed.language())) {
      xml.attribute("xml:lang", Printed.language(entry.language()));
    }
    var id = LegalText.line(entry.id().isEmpty() ? entry.link() : entry.id());
    xml.element("id", id);
    words("title", Printed.title(entry));
    var updated = Printed.updated(entry, feed);
    xml.element("published", Printed.rfc3339(entry.published().at().orElse(updated)));
    xml.element("updated", updated(entry, id));
    people("author", authors(entry));
    people("contributor", entry.contributors());
    categories(entry.categories());
    page(entry.link());
    entry.links().forEach(link -> AtomLink.write(xml, "link", link));
    for (var file : entry.enclosures()) {
      AtomLink.write(
          xml, "link", new Link(file.url(), "enclosure", file.type(), "", "", file.length()));
    }
    words("rights", LegalText.line(entry.rights().plain()));
    markup("summary", entry.summary());
    markup("content", entry.content());
    entry.source().ifPresent(this::source);
    MediaRss.write(xml, entry);
    xml.close();
  }

  /**
   * Where entries share a second, each has a thousandth of its own, made of its id: readers that
   * sort by it keep one order, and validators warn of equal ones.
   */
  private String updated(Entry entry, String id) {
    var at = Printed.clamped(Printed.updated(entry, feed));
    var given = crowded.get(at.getEpochSecond());
    if (given == null) {
      return Printed.rfc3339(at);
    }
    var fraction = Math.floorMod(id.hashCode(), 999);
    while (!given.add(fraction) && given.size() < 999) {
      fraction = (fraction + 1) % 999;
    }
    return at.plusMillis(fraction + 1L).toString();
  }

  // §4.1.2: an entry without an author needs one in its feed or its source
  private List<Person> authors(Entry entry) {
    var named = entry.authors().stream().anyMatch(AtomWriter::isNamed);
    if (named
        || (feed.authors().stream().anyMatch(AtomWriter::isNamed) && entry.source().isEmpty())) {
      return entry.authors();
    }
    var name =
        entry
            .source()
            .map(source -> LegalText.line(source.title()))
            .filter(title -> !title.isEmpty())
            .orElseGet(() -> LegalText.line(feed.title().plain()));
    return List.of(new Person(name.isEmpty() ? feed.link() : name, "", ""));
  }

  private static boolean isNamed(Person person) {
    return !Printed.name(person).isEmpty();
  }

  // §4.2.11: id, title and updated of the feed it came from, so far as we know them
  private void source(Source source) {
    xml.open("source");
    xml.element("id", Printed.address(source.id().isEmpty() ? source.link() : source.id()));
    words("title", LegalText.line(source.title()));
    source.updated().ifPresent(at -> xml.element("updated", Printed.rfc3339(at)));
    if (!source.link().isEmpty() && !source.link().equals(feed.link())) {
      var self = new Link(source.link(), "self", "", "", "", OptionalLong.empty());
      AtomLink.write(xml, "link", self);
    }
    xml.close();
  }

  private void people(String name, List<Person> people) {
    for (var person : people) {
      if (isNamed(person)) {
        xml.open(name)
            .element("name", Printed.name(person))
            .element("uri", Printed.address(person.uri()))
            .element("email", person.email())
            .close();
      }
    }
  }

  private void categories(List<Category> categories) {
    for (var category : categories) {
      var term = LegalText.line(category.term());
      if (!term.isEmpty()) {
        xml.open("category")
            .attribute("term", term)
            .attribute("scheme", category.scheme())
            .attribute("label", category.label())
            .close();
      }
    }
  }

  private void page(String href) {
    if (!href.isEmpty()) {
      xml.open("link")
          .attribute("rel", "alternate")
          .attribute("type", "text/html")
          .attribute("href", Printed.address(href))
          .close();
    }
  }

  /** Words that could be taken for markup are said to be markup, so that nobody has to guess. */
  private void words(String name, String line) {
    if (line.isEmpty()) {
      return;
    }
    if (line.indexOf('<') < 0 && line.indexOf('&') < 0) {
      xml.element(name, line);
    } else {
      xml.open(name).attribute("type", "html").markup(Sanitizer.escape(line).markup());
    }
  }

  private void markup(String name, SafeHtml html) {
    var markup = Printed.markup(html);
    if (!markup.isEmpty()) {
      var words = markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
      xml.open(name).attribute("type", words ? "text" : "html");
      if (words) {
        xml.markup(markup);
      } else {
        xml.section(markup);
      }
    }
  }
}

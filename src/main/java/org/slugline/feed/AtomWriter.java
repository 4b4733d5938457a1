package org.slugline.feed;

import static org.slugline.feed.XmlDocument.HISTORY;
import static org.slugline.feed.XmlDocument.MEDIA;
import static org.slugline.feed.XmlDocument.TOMBSTONES;
import static org.slugline.feed.XmlDocument.add;
import static org.slugline.feed.XmlDocument.attribute;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.slugline.text.SafeHtml;

/** Atom 1.0, RFC 4287. */
final class AtomWriter {
  // without a prefix, as readers of the naive kind expect
  private static final Namespace ATOM = Namespace.getNamespace(XmlDocument.ATOM.getURI());

  private AtomWriter() {}

  static byte[] write(Feed feed) {
    var root = new Element("feed", ATOM);
    root.addNamespaceDeclaration(MEDIA);
    if (!feed.tombstones().isEmpty()) {
      root.addNamespaceDeclaration(TOMBSTONES);
    }
    language(root, feed.language());
    add(root, element("id", LegalText.line(feed.id().isEmpty() ? feed.link() : feed.id())));
    var title = LegalText.line(feed.title().plain());
    add(root, element("title", title.isEmpty() ? feed.link() : title));
    text(root, "subtitle", LegalText.line(feed.description().plain()));
    add(root, element("updated", Printed.rfc3339(Printed.updated(feed))));
    people(root, "author", feed.authors());
    people(root, "contributor", feed.contributors());
    categories(root, feed.categories());
    page(root, feed.link());
    for (var link : feed.links()) {
      add(root, AtomLink.of(link, ATOM));
    }
    if (feed.links().stream().anyMatch(link -> link.rel().equals("current"))) {
      add(root, new Element("archive", HISTORY)); // RFC 5005 §4
    }
    text(root, "icon", LegalText.line(feed.icon()));
    text(root, "logo", LegalText.line(feed.logo()));
    text(root, "rights", LegalText.line(feed.rights().plain()));
    text(root, "generator", LegalText.line(feed.generator()));
    for (var stone : feed.tombstones()) {
      add(root, TombstoneXml.of(stone));
    }
    for (var entry : feed.entries()) {
      add(root, entry(entry, feed));
    }
    root.addContent("\n");
    return XmlDocument.bytes(root);
  }

  private static Element entry(Entry entry, Feed feed) {
    var element = new Element("entry", ATOM);
    if (!entry.language().equals(feed.language())) {
      language(element, entry.language());
    }
    add(element, element("id", LegalText.line(entry.id().isEmpty() ? entry.link() : entry.id())));
    add(element, element("title", Printed.title(entry)));
    var updated = Printed.updated(entry, feed);
    var published = entry.published().at().orElse(updated);
    add(element, element("published", Printed.rfc3339(published)));
    add(element, element("updated", Printed.rfc3339(updated)));
    people(element, "author", authors(entry, feed));
    people(element, "contributor", entry.contributors());
    categories(element, entry.categories());
    page(element, entry.link());
    for (var link : entry.links()) {
      add(element, AtomLink.of(link, ATOM));
    }
    for (var file : entry.enclosures()) {
      add(
          element,
          AtomLink.of(new Link(file.url(), "enclosure", file.type(), "", "", file.length()), ATOM));
    }
    text(element, "rights", LegalText.line(entry.rights().plain()));
    markup(element, "summary", entry.summary());
    markup(element, "content", entry.content());
    entry.source().ifPresent(source -> add(element, source(source, feed)));
    MediaRss.write(element, entry);
    element.addContent("\n");
    return element;
  }

  // §4.1.2: an entry without an author needs one in its feed or its source
  private static List<Person> authors(Entry entry, Feed feed) {
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
    return !LegalText.line(person.name()).isEmpty();
  }

  // §4.2.11: id, title and updated of the feed it came from, so far as we know them
  private static Element source(Source source, Feed feed) {
    var element = new Element("source", ATOM);
    text(element, "id", LegalText.line(source.id().isEmpty() ? source.link() : source.id()));
    text(element, "title", LegalText.line(source.title()));
    source.updated().ifPresent(at -> text(element, "updated", Printed.rfc3339(at)));
    if (!source.link().isEmpty() && !source.link().equals(feed.link())) {
      add(
          element,
          AtomLink.of(
              new Link(source.link(), "self", "", "", "", java.util.OptionalLong.empty()), ATOM));
    }
    return element;
  }

  private static void people(Element parent, String name, List<Person> people) {
    for (var person : people) {
      var called = LegalText.line(person.name());
      if (!called.isEmpty()) {
        var element = new Element(name, ATOM);
        text(element, "name", called);
        text(element, "uri", LegalText.line(person.uri()));
        text(element, "email", LegalText.line(person.email()));
        add(parent, element);
      }
    }
  }

  private static void categories(Element parent, List<Category> categories) {
    for (var category : categories) {
      var term = LegalText.line(category.term());
      if (!term.isEmpty()) {
        var element = new Element("category", ATOM);
        attribute(element, "term", term);
        attribute(element, "scheme", category.scheme());
        attribute(element, "label", category.label());
        add(parent, element);
      }
    }
  }

  private static void page(Element parent, String href) {
    if (!href.isEmpty()) {
      var link = new Element("link", ATOM).setAttribute("rel", "alternate");
      attribute(link, "type", "text/html");
      attribute(link, "href", href);
      add(parent, link);
    }
  }

  private static void markup(Element parent, String name, SafeHtml html) {
    var markup = Printed.markup(html);
    if (!markup.isEmpty()) {
      var words = markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
      var element = new Element(name, ATOM).setAttribute("type", words ? "text" : "html");
      add(
          parent,
          words ? XmlDocument.filled(element, markup) : XmlDocument.marked(element, markup));
    }
  }

  private static void language(Element element, String language) {
    if (!language.isEmpty()) {
      element.setAttribute("lang", LegalText.line(language), Namespace.XML_NAMESPACE);
    }
  }

  private static void text(Element parent, String name, String text) {
    XmlDocument.text(parent, name, ATOM, text);
  }

  private static Element element(String name, String text) {
    return XmlDocument.filled(new Element(name, ATOM), text);
  }
}

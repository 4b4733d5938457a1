package org.slugline.feed;

import static org.slugline.feed.XmlDocument.attribute;

import org.jdom2.Element;
import org.jdom2.Namespace;

/** {@code atom:link}, RFC 4287 §4.2.7, in Atom and in RSS. */
final class AtomLink {
  private AtomLink() {}

  static Element of(Link link, Namespace space) {
    var element = new Element("link", space);
    attribute(element, "rel", link.rel());
    attribute(element, "type", link.type());
    attribute(element, "href", link.href());
    attribute(element, "hreflang", link.hreflang());
    attribute(element, "title", link.title());
    link.length().stream()
        .filter(length -> length >= 0)
        .forEach(length -> attribute(element, "length", Long.toString(length)));
    return element;
  }
}

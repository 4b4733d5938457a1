package org.slugline.feed;

/** {@code atom:link}, RFC 4287 §4.2.7, in Atom and in RSS. */
final class AtomLink {
  private AtomLink() {}

  /**
   * @param name {@code link} with the prefix that it has in the document
   */
  static void write(XmlText xml, String name, Link link) {
    xml.open(name)
        .attribute("rel", link.rel())
        .attribute("type", link.type())
        .attribute("href", Printed.address(link.href()))
        .attribute("hreflang", Printed.language(link.hreflang()))
        .attribute("title", link.title());
    link.length().stream()
        .filter(length -> length >= 0)
        .forEach(length -> xml.attribute("length", Long.toString(length)));
    xml.close();
  }
}

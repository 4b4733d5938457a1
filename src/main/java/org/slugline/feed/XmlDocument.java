package org.slugline.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMFactory;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jdom2.output.XMLOutputter;

/** Elements and the bytes of a document, for the writers: a line an element, nothing indented. */
final class XmlDocument {
  static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
  static final Namespace ITUNES =
      Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
  static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");
  static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private static final JDOMFactory UNCHECKED = new UncheckedJDOMFactory();

  private XmlDocument() {}

  /** Adds an element with this text, on a line of its own; nothing where the text is empty. */
  static void text(Element parent, String name, Namespace space, String text) {
    if (!text.isEmpty()) {
      add(parent, filled(new Element(name, space), text));
    }
  }

  /** The element with this text; JDOM need not look at each letter once more. */
  static Element filled(Element element, String text) {
    return element.addContent(UNCHECKED.text(LegalText.of(text)));
  }

  /** Markup in a section of its own: shorter than escaping each sign, and quicker to print. */
  static Element marked(Element element, String markup) {
    var legal = LegalText.of(markup);
    var from = 0;
    for (var end = legal.indexOf("]]>"); end >= 0; end = legal.indexOf("]]>", from)) {
      element.addContent(UNCHECKED.cdata(legal.substring(from, end + 2)));
      from = end + 2;
    }
    return element.addContent(UNCHECKED.cdata(legal.substring(from)));
  }

  static void add(Element parent, Element child) {
    parent.addContent("\n").addContent(child);
  }

  /** Sets an attribute; nothing where the value is empty. */
  static void attribute(Element element, String name, String value) {
    if (!value.isEmpty()) {
      element.setAttribute(name, LegalText.line(value));
    }
  }

  static byte[] bytes(Element root) {
    var out = new ByteArrayOutputStream(1 << 16);
    var raw = org.jdom2.output.Format.getRawFormat().setEncoding("UTF-8").setLineSeparator("\n");
    try {
      new XMLOutputter(raw).output(new Document(root), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

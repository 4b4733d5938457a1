package org.slugline.edition;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Documents as the JDK's own parser sees them. */
final class Xml {
  private Xml() {}

  static Element root(byte[] document) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
  }

  static byte[] bytes(Optional<Edition> edition) {
    var plain = edition.orElseThrow().plain();
    var bytes = new byte[plain.remaining()];
    plain.get(bytes);
    return bytes;
  }

  /**
   * @param space {@code ""} for none
   */
  static List<Element> children(Element parent, String space, String name) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      var own = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
      if (node instanceof Element element
          && own.equals(space)
          && node.getLocalName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Of the first child of that name; {@code ""} where there is none. */
  static String text(Element parent, String space, String name) {
    var children = children(parent, space, name);
    return children.isEmpty() ? "" : children.getFirst().getTextContent();
  }
}

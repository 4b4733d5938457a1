package org.slugline.feed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * The fast road: Aalto's events. DOCTYPEs are read over, nothing is fetched, no entity is expanded
 * but XML's five and those that HTML names.
 */
final class XmlStream {
  private static final int MOST_ATTRIBUTES = 200;

  /** The parser remembers every open element. */
  private static final int DEEPEST = 10_000;

  private static final InputFactoryImpl FACTORY = factory();

  private XmlStream() {}

  /** In UTF-8 from this offset. */
  static void read(byte[] bytes, int offset, XmlEvents events) throws XMLStreamException {
    pull(
        FACTORY.createXMLStreamReader(
            new ByteArrayInputStream(bytes, offset, bytes.length - offset), "UTF-8"),
        events);
  }

  static void read(String document, XmlEvents events) throws XMLStreamException {
    pull(FACTORY.createXMLStreamReader(new StringReader(document)), events);
  }

  private static void pull(XMLStreamReader reader, XmlEvents events) throws XMLStreamException {
    var attributes = new Current(reader);
    var depth = 0;
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw new XMLStreamException("too deep");
            }
            attributes.size = reader.getAttributeCount();
            if (attributes.size > MOST_ATTRIBUTES) {
              throw new XMLStreamException("too many attributes");
            }
            events.open(
                orEmpty(reader.getNamespaceURI()),
                orEmpty(reader.getPrefix()),
                reader.getLocalName(),
                attributes);
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            events.close();
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              events.text(
                  reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          case XMLStreamConstants.ENTITY_REFERENCE -> events.text(entity(reader.getLocalName()));
          default -> {}
        }
      }
    } finally {
      reader.close();
    }
  }

  private static String entity(String name) {
    var known = Entities.getByName(name);
    return known.isEmpty() ? "&" + name + ";" : known;
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static InputFactoryImpl factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(org.codehaus.stax2.XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  private static final class Current implements Attributes {
    private final XMLStreamReader reader;
    private int size;

    Current(XMLStreamReader reader) {
      this.reader = reader;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public String prefix(int index) {
      return orEmpty(reader.getAttributePrefix(index));
    }

    @Override
    public String local(int index) {
      return reader.getAttributeLocalName(index);
    }

    @Override
    public String value(int index) {
      return reader.getAttributeValue(index);
    }
  }
}

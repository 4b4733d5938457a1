package org.slugline.feed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads OPML through Aalto, and what Aalto refuses through jsoup. */
final class OpmlReader {
  private static final int MOST_BYTES = 64 << 20;

  /** A tree of more would cost memory that a broken list is not worth. */
  private static final int MOST_TO_RESCUE = 16 << 20;

  /** Aalto's time grows with the square of the attributes of one element. */
  private static final int MOST_ATTRIBUTES = 100;

  private static final int DEEPEST = 500;
  private static final int TAIL = 4096;
  private static final Pattern END = Pattern.compile("</opml\\s*>", Pattern.CASE_INSENSITIVE);
  private static final XMLInputFactory XML = xml();

  private OpmlReader() {}

  static OutletReading read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new OutletReading.Illegible("larger than 64 MiB");
    }
    var markup = Decoding.of(bytes, "").text().strip();
    return strict(markup)
        .map(assembly -> assembly.reading(true))
        .or(() -> lenient(markup).map(assembly -> assembly.reading(isWhole(markup))))
        .orElseGet(() -> new OutletReading.Illegible("not an outlet list: no opml element"));
  }

  /** Whether all of it was read that there was, and it ends as a list does. */
  private static boolean isWhole(String markup) {
    var tail = markup.substring(Math.max(0, markup.length() - TAIL));
    return markup.length() <= MOST_TO_RESCUE && END.matcher(tail).find();
  }

  private static Optional<OpmlAssembly> strict(String markup) {
    if (crowded(markup)) {
      return Optional.empty();
    }
    try {
      var xml = XML.createXMLStreamReader(new StringReader(markup));
      try {
        return gather(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException refused) {
      return Optional.empty();
    }
  }

  private static Optional<OpmlAssembly> gather(XMLStreamReader xml) throws XMLStreamException {
    var assembly = new OpmlAssembly();
    var depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          var name = lower(xml.getLocalName());
          if (depth++ == 0 && !name.equals("opml")) {
            return Optional.empty();
          }
          assembly.start(name, attributes(xml));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          assembly.end(lower(xml.getLocalName()));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            assembly.text(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          return Optional.empty(); // undeclared: jsoup knows those of HTML
        }
        default -> {}
      }
    }
    return Optional.of(assembly);
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    var attributes = new HashMap<String, String>();
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      attributes.putIfAbsent(lower(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static Optional<OpmlAssembly> lenient(String markup) {
    var cut = markup.substring(0, Math.min(markup.length(), MOST_TO_RESCUE));
    var tree = Jsoup.parse(cut, "", Parser.xmlParser().setMaxDepth(DEEPEST));
    var root = tree.selectFirst("opml, OPML, Opml");
    if (root == null) {
      return Optional.empty();
    }
    var assembly = new OpmlAssembly();
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            switch (node) {
              case Element element -> assembly.start(local(element.tagName()), attributes(element));
              case TextNode text -> assembly.text(text.getWholeText());
              default -> {}
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              assembly.end(local(element.tagName()));
            }
          }
        });
    return Optional.of(assembly);
  }

  private static Map<String, String> attributes(Element element) {
    var attributes = new HashMap<String, String>();
    for (var attribute : element.attributes()) {
      attributes.putIfAbsent(local(attribute.getKey()), attribute.getValue());
    }
    return attributes;
  }

  private static boolean crowded(String markup) {
    var equals = 0;
    for (var i = 0; i < markup.length(); i++) {
      var letter = markup.charAt(i);
      if (letter == '<') {
        equals = 0;
      } else if (letter == '=' && ++equals > 10 * MOST_ATTRIBUTES) {
        return true;
      }
    }
    return false;
  }

  private static String local(String name) {
    return lower(name.substring(name.indexOf(':') + 1));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static XMLInputFactory xml() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory;
  }
}

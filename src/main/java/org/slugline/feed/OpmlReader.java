package org.slugline.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']");
  private static final XMLInputFactory XML = xml();

  private OpmlReader() {}

  static OutletReading read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new OutletReading.Illegible("larger than 64 MiB");
    }
    var markup = decode(bytes).strip();
    return strict(markup)
        .or(() -> lenient(markup))
        .<OutletReading>map(OutletReading.Legible::new)
        .orElseGet(() -> new OutletReading.Illegible("not an outlet list: no opml element"));
  }

  private static Optional<OutletList> strict(String markup) {
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

  private static Optional<OutletList> gather(XMLStreamReader xml) throws XMLStreamException {
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
    return Optional.of(assembly.list());
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    var attributes = new HashMap<String, String>();
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      attributes.putIfAbsent(lower(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static Optional<OutletList> lenient(String markup) {
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
    return Optional.of(assembly.list());
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

  /** By byte order mark, then by declaration, then UTF-8 if it fits, else windows-1252. */
  private static String decode(byte[] bytes) {
    var length = bytes.length;
    var first = length > 0 ? bytes[0] & 0xff : -1;
    var second = length > 1 ? bytes[1] & 0xff : -1;
    if ((first == 0xfe && second == 0xff) || (first == 0 && second == '<')) {
      return dropMark(new String(bytes, UTF_16BE));
    }
    if ((first == 0xff && second == 0xfe) || (first == '<' && second == 0)) {
      return dropMark(new String(bytes, UTF_16LE));
    }
    var head = new String(bytes, 0, Math.min(length, 300), Charset.forName("ISO-8859-1"));
    var mark = head.startsWith("\u00ef\u00bb\u00bf");
    var declared = DECLARED.matcher(head);
    if (!mark && declared.find()) {
      var charset = charset(declared.group(1));
      if (charset.isPresent() && !charset.get().equals(UTF_8)) {
        return new String(bytes, charset.get());
      }
    }
    try {
      return dropMark(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return mark
          ? dropMark(new String(bytes, UTF_8))
          : new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** A declaration that could be read byte by byte cannot be true of UTF-16. */
  private static Optional<Charset> charset(String name) {
    try {
      var charset = Charset.forName(name);
      return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
          ? Optional.empty()
          : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static String dropMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
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

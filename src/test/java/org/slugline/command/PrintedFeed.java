package org.slugline.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample feed read by parsers that know nothing of ours: the JDK's for XML, Jackson for JSON. */
sealed interface PrintedFeed {
  List<String> titles();

  /** As written: relative ones stay so. */
  List<String> links();

  static PrintedFeed read(DemoFormat format, String body) {
    return switch (format) {
      case RSS, RDF, ATOM -> new Xml(parse(body));
      case JSON -> new Json(JsonMapper.builder().build().readTree(body));
    };
  }

  record Xml(Document document) implements PrintedFeed {
    @Override
    public List<String> titles() {
      return entries().map(e -> text(e, "title")).toList();
    }

    @Override
    public List<String> links() {
      return entries()
          .map(e -> (Element) e.getElementsByTagNameNS("*", "link").item(0))
          .map(l -> l.hasAttribute("href") ? l.getAttribute("href") : l.getTextContent())
          .toList();
    }

    Stream<Element> entries() {
      return Stream.concat(elements("entry"), elements("item"));
    }

    Stream<Element> elements(String name) {
      return elements(document.getElementsByTagNameNS("*", name));
    }

    static String text(Element parent, String name) {
      return elements(parent.getElementsByTagNameNS("*", name))
          .findFirst()
          .orElseThrow()
          .getTextContent();
    }

    private static Stream<Element> elements(NodeList list) {
      return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i));
    }
  }

  record Json(JsonNode document) implements PrintedFeed {
    @Override
    public List<String> titles() {
      return each("title");
    }

    @Override
    public List<String> links() {
      return each("url");
    }

    private List<String> each(String field) {
      return document.path("items").valueStream().map(i -> i.path(field).asString()).toList();
    }
  }

  private static Document parse(String body) {
    try {
      var parsers = DocumentBuilderFactory.newInstance();
      parsers.setNamespaceAware(true);
      return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(body, e);
    }
  }
}

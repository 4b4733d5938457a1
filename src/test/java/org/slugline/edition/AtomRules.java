package org.slugline.edition;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** RFC 4287: its RELAX NG schema through jing, and what the schema cannot say. */
final class AtomRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final List<String> broken = new ArrayList<>();
  private final ValidationDriver driver;

  AtomRules() throws Exception {
    var properties = new PropertyMapBuilder();
    ValidateProperty.ERROR_HANDLER.put(properties, new Noted());
    driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (var schema = AtomRules.class.getResourceAsStream("atom.rnc")) {
      if (!driver.loadSchema(new InputSource(schema))) {
        throw new IllegalStateException("atom.rnc: " + broken);
      }
    }
  }

  List<String> brokenBy(byte[] document) throws Exception {
    broken.clear();
    driver.validate(new InputSource(new ByteArrayInputStream(document)));
    var feed = Xml.root(document);
    alternates(feed);
    var ids = new HashSet<String>();
    var authored = !Xml.children(feed, ATOM, "author").isEmpty();
    for (var entry : Xml.children(feed, ATOM, "entry")) {
      var id = Xml.text(entry, ATOM, "id");
      require(ids.add(id), "§4.1.1 two entries of one id should differ in updated: " + id);
      require(
          authored || !Xml.children(entry, ATOM, "author").isEmpty(),
          "§4.1.2 an entry has an author, or its feed: " + id);
      require(
          !Xml.children(entry, ATOM, "content").isEmpty()
              || Xml.children(entry, ATOM, "link").stream()
                  .anyMatch(link -> link.getAttribute("rel").equals("alternate")),
          "§4.1.2 an entry has content or an alternate link: " + id);
      require(!Xml.text(entry, ATOM, "title").isBlank(), "a title that shows: " + id);
      alternates(entry);
    }
    require(
        Xml.children(feed, ATOM, "link").stream()
            .anyMatch(link -> link.getAttribute("rel").equals("self")),
        "§4.1.1 a feed should say where it lies");
    return List.copyOf(broken);
  }

  private void alternates(Element parent) {
    var seen = new HashSet<String>();
    for (var link : Xml.children(parent, ATOM, "link")) {
      if (link.getAttribute("rel").equals("alternate")) {
        require(
            seen.add(link.getAttribute("type") + " " + link.getAttribute("hreflang")),
            "§4.1.1, §4.1.2 one alternate of a type and language");
      }
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }

  private final class Noted implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {
      error(problem);
    }

    @Override
    public void error(SAXParseException problem) {
      broken.add("schema, line " + problem.getLineNumber() + ": " + problem.getMessage());
    }

    @Override
    public void fatalError(SAXParseException problem) {
      error(problem);
    }
  }
}

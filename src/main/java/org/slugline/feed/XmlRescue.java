package org.slugline.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * The lenient road: jsoup's tree of a broken document, walked as the same events. The tree is many
 * times as large as the document, so of one with very many tags only the beginning is read.
 */
final class XmlRescue {
  private static final int MOST_TAGS = 300_000;

  private XmlRescue() {}

  static void read(String document, XmlEvents events) {
    var parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
    var tree = parser.parseInput(Repairs.of(bounded(document)), "");
    tree.traverse(new Walk(events));
  }

  private static String bounded(String document) {
    var tags = 0;
    var at = document.indexOf('<');
    while (at >= 0 && tags < MOST_TAGS) {
      if (document.startsWith("<![CDATA[", at)) {
        at = document.indexOf("]]>", at);
      } else {
        tags++;
      }
      at = at < 0 ? at : document.indexOf('<', at + 1);
    }
    return at < 0 ? document : document.substring(0, at);
  }

  private static final class Walk implements NodeVisitor {
    private final XmlEvents events;
    private final List<Map<String, String>> spaces = new ArrayList<>();

    Walk(XmlEvents events) {
      this.events = events;
      spaces.add(Map.of());
    }

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case org.jsoup.nodes.Document _ -> {}
        case Element element -> open(element);
        case TextNode text -> events.text(text.getWholeText());
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element && !(node instanceof org.jsoup.nodes.Document)) {
        spaces.removeLast();
        events.close();
      }
    }

    private void open(Element element) {
      var attributes = new ArrayList<String[]>();
      var known = spaces.getLast();
      for (Attribute attribute : element.attributes()) {
        var name = attribute.getKey();
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
          known = new HashMap<>(known);
          known.put(name.equals("xmlns") ? "" : name.substring(6), attribute.getValue());
        } else if (attributes.size() < 200) {
          attributes.add(split(name, attribute.getValue()));
        }
      }
      spaces.add(known);
      var name = split(element.tagName(), "");
      events.open(known.getOrDefault(name[0], ""), name[0], name[1], new Listed(attributes));
    }

    private static String[] split(String name, String value) {
      var colon = name.indexOf(':');
      return colon < 0
          ? new String[] {"", name, value}
          : new String[] {name.substring(0, colon), name.substring(colon + 1), value};
    }
  }

  private record Listed(List<String[]> all) implements Attributes {
    @Override
    public int size() {
      return all.size();
    }

    @Override
    public String prefix(int index) {
      return all.get(index)[0];
    }

    @Override
    public String local(int index) {
      return all.get(index)[1];
    }

    @Override
    public String value(int index) {
      return all.get(index)[2];
    }
  }
}

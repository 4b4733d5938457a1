package org.slugline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads sanitised markup again as a browser would, and says whether anything in it can act. */
public final class Reread {
  /** Written out once more, apart from the policy, so that a slip there is seen. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "p",
          "div",
          "aside",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "hr",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "figure",
          "figcaption",
          "details",
          "summary",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "a",
          "img",
          "br",
          "wbr",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "s",
          "small",
          "sub",
          "sup",
          "mark",
          "cite",
          "code",
          "kbd",
          "samp",
          "var",
          "abbr",
          "dfn",
          "span",
          "bdi",
          "bdo",
          "q",
          "ins",
          "del",
          "time",
          "ruby",
          "rt",
          "rp");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "dir",
          "title",
          "href",
          "hreflang",
          "cite",
          "datetime",
          "start",
          "reversed",
          "type",
          "value",
          "open",
          "span",
          "colspan",
          "rowspan",
          "scope",
          "abbr",
          "align",
          "src",
          "srcset",
          "sizes",
          "alt",
          "width",
          "height");

  private Reread() {}

  /** Nothing acts, the tree is the one that was printed, and once more changes nothing. */
  public static void isHarmless(String markup) {
    var body = Jsoup.parseBodyFragment(markup).body();
    var printed = new StringBuilder();
    body.childNodes().forEach(node -> node.traverse(new Check(printed)));
    assertThat(printed.toString()).as("read again").isEqualTo(markup);
    assertThat(Sanitizer.sanitize(markup, "").markup()).as("twice").isEqualTo(markup);
    assertThat(markup.chars())
        .allMatch(letter -> letter >= ' ' || letter == '\n' || letter == '\t');
  }

  private record Check(StringBuilder out) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        var whole = text.getWholeText();
        var first = node.parent() instanceof Element parent && parent.nameIs("pre");
        if (first && node.siblingIndex() == 0 && whole.startsWith("\n")) {
          out.append('\n');
        }
        Letters.text(whole, out);
        return;
      }
      assertThat(node).isInstanceOf(Element.class);
      var element = (Element) node;
      assertThat(ELEMENTS).contains(element.tagName());
      out.append('<').append(element.tagName());
      for (var attribute : element.attributes()) {
        assertThat(ATTRIBUTES).contains(attribute.getKey());
        addresses(attribute.getKey(), attribute.getValue());
        out.append(' ').append(attribute.getKey()).append("=\"");
        Letters.attribute(attribute.getValue(), out);
        out.append('"');
      }
      out.append('>');
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element
          && !Set.of("img", "br", "wbr", "hr", "col").contains(element.tagName())) {
        out.append("</").append(element.tagName()).append('>');
      }
    }

    private static void addresses(String name, String value) {
      switch (name) {
        case "href", "cite", "src" -> assertThat(value).matches("(?:https?://[^/?#\\s]|mailto:).*");
        case "srcset" -> {
          for (var candidate : value.split(", ")) {
            assertThat(candidate).matches("https?://[^/?#\\s].*");
          }
        }
        default -> {}
      }
    }
  }
}

package org.slugline.text;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The one policy for every piece of HTML, ours and others' alike: {@code src/doc/sanitising.md}.
 * jsoup parses as browsers do; what we print of its tree is made anew, letter by letter.
 * Thread-safe.
 */
public final class Sanitizer {
  /** Letters of one piece of markup, before and after; what is beyond is cut off. */
  static final int LONGEST = 2_000_000;

  /**
   * Of the parsed tree. Deeper elements become neighbours: jsoup looks for open elements at every
   * tag, so that depth is what hostile markup is dear by.
   */
  private static final int DEEPEST = 100;

  private static final int SPARED = 1_000;

  private Sanitizer() {}

  /**
   * @param base what relative addresses stand against; {@code ""} drops them
   * @return what of the markup is safe to print in a page or, as text, in a feed; its links
   *     absolute http, https or mailto; of 2,000,000 letters at most
   */
  public static SafeHtml sanitize(String markup, String base) {
    if (isText(markup)) {
      return SafeHtml.trusted(escaped(markup).strip());
    }
    var printed = printed(cut(markup), base);
    // what we add of ends and attributes must not make too much of it either
    if (Rations.of(printed, 0).length() < printed.length()) {
      printed = printed(Rations.of(printed, SPARED), "");
    }
    return SafeHtml.trusted(printed);
  }

  private static String printed(String markup, String base) {
    var nest = new Nest(LONGEST, markup.length() + markup.length() / 8 + 64);
    walk(markup, new TreeWalk(nest, base));
    return nest.finish().strip();
  }

  /** Text that is not markup, escaped so that a page shows it letter by letter; quotes stay. */
  public static SafeHtml escape(String text) {
    return SafeHtml.trusted(escaped(text));
  }

  /** A paragraph of text that is not markup, a label in bold before it. */
  public static SafeHtml labelled(String label, String text) {
    return SafeHtml.trusted("<p><strong>" + escaped(label) + "</strong> " + escaped(text) + "</p>");
  }

  /** Text escaped for the value of an attribute that stands between double quotes. */
  public static String attribute(String text) {
    var out = new StringBuilder(text.length() + 32);
    Letters.attribute(text, out);
    return out.toString();
  }

  /** The text that a reader sees of some markup, blanks folded: for titles, names and labels. */
  public static String plain(String markup) {
    if (isText(markup)) {
      return PlainText.folded(markup);
    }
    var plain = new PlainText();
    walk(cut(markup), plain);
    return plain.gathered();
  }

  /** Like {@link #plain(String)}, of markup that need not be parsed once more: we printed it. */
  public static String plain(SafeHtml html) {
    return PlainText.of(html.markup());
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 32);
    Letters.text(text, out);
    return out.toString();
  }

  private static void walk(String markup, NodeFilter walk) {
    for (var node : nodes(markup)) {
      if (NodeTraversor.filter(walk, node) == NodeFilter.FilterResult.STOP) {
        return;
      }
    }
  }

  /** A tree for each call: jsoup's parsers are not to be shared. */
  private static List<Node> nodes(String markup) {
    try {
      return Parser.htmlParser()
          .setMaxDepth(DEEPEST)
          .parseFragmentInput(markup, new Element("body"), "");
    } catch (IndexOutOfBoundsException e) {
      // jsoup 1.24.1 trips over open formatting elements that the bound of depth took away, which
      // only an attack has: its words are left, no element
      return Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(markup, "").childNodes();
    }
  }

  private static boolean isText(String markup) {
    return markup.length() <= LONGEST / 8 && markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
  }

  private static String cut(String markup) {
    return Rations.of(markup.length() <= LONGEST ? markup : markup.substring(0, LONGEST), 0);
  }
}

package org.slugline.text;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Takes a parsed tree to a {@link Nest}, element by element, as {@link Policy} says. */
final class TreeWalk implements NodeFilter {
  private final Nest nest;
  private final Traits traits;

  /** What the nest called the element at each depth of the tree. */
  private int[] numbers = new int[32];

  private String lastImage = "";

  TreeWalk(Nest nest, String base) {
    this.nest = nest;
    this.traits = new Traits(base);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (nest.isFull()) {
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text) {
      nest.text(text.getWholeText());
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (depth >= numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[depth] = Nest.NONE;
    var name = element.normalName();
    if (Policy.isDropped(name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!Parser.NamespaceHtml.equals(element.tag().namespace())) {
      return FilterResult.CONTINUE; // the letters of a formula
    }
    var embed = Embed.of(element, traits.base());
    if (embed.isPresent()) {
      link(embed.get());
      return FilterResult.SKIP_ENTIRELY;
    }
    var kept = Policy.kept(name);
    if (kept != null) {
      open(element, kept, depth);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element) {
      nest.end(numbers[depth]);
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element, Kept kept, int depth) {
    switch (kept.name()) {
      case "img" -> image(element, kept);
      case "a" -> {
        var printed = traits.of(element, kept);
        if (traits.has("href")) {
          numbers[depth] = nest.open(kept, printed);
        }
      }
      default -> numbers[depth] = nest.open(kept, traits.of(element, kept));
    }
  }

  private void image(Element element, Kept kept) {
    var address = traits.imageAddress(element);
    if (Pixels.isPixel(element, address)) {
      return;
    }
    if (address.isEmpty()) {
      nest.text(element.attr("alt").strip());
      return;
    }
    // lazily loaded pictures come a second time for browsers without scripts
    if (address.equals(lastImage) && element.closest("noscript") != null) {
      return;
    }
    lastImage = address;
    nest.open(kept, traits.ofImage(element, address));
  }

  private void link(Embed embed) {
    if (embed.address().isEmpty()) {
      return;
    }
    var attributes = new StringBuilder(" href=\"");
    Letters.attribute(embed.address(), attributes);
    var kept = Policy.kept("a");
    var number = kept == null ? Nest.NONE : nest.open(kept, attributes.append('"'));
    nest.text(embed.title());
    nest.end(number);
  }
}

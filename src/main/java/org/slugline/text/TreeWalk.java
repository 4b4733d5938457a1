package org.slugline.text;

import java.util.Arrays;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Takes a parsed tree to a {@link Nest}, element by element, as {@link Policy} says. */
final class TreeWalk implements NodeFilter {
  private final Nest nest;
  private final Addresses addresses;
  private final Traits traits;

  /** What the nest called the element at each depth of the tree. */
  private int[] numbers = new int[32];

  private String lastImage = "";

  TreeWalk(Nest nest, String base) {
    this.nest = nest;
    this.addresses = new Addresses(base);
    this.traits = new Traits(addresses);
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
    if (node instanceof DataNode raw) {
      nest.text(raw.getWholeData()); // of an xmp: scripts and styles never come here
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    var fate = Policy.of(element.normalName());
    if (fate == Fate.Other.DROPPED) {
      return FilterResult.SKIP_ENTIRELY;
    }
    var number = Nest.NONE;
    // outside of HTML's own names stand the letters of a formula
    if (Parser.NamespaceHtml.equals(element.tag().namespace())) {
      switch (fate) {
        case Kept kept -> number = open(element, kept);
        case Fate.Other.LINKED -> {
          var embed = Embed.of(element, addresses);
          if (embed.isPresent()) {
            link(embed.get());
            return FilterResult.SKIP_ENTIRELY;
          }
        }
        case Fate.Other.PICTURE -> picture(element);
        default -> {}
      }
    }
    if (depth >= numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * depth);
    }
    numbers[depth] = number;
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element) {
      nest.end(numbers[depth]);
    }
    return FilterResult.CONTINUE;
  }

  /** A link that leads nowhere is not printed, what it says is. */
  private int open(Element element, Kept kept) {
    var printed = traits.of(element, kept);
    return kept != Nest.A || traits.isLink() ? nest.open(kept, printed) : Nest.NONE;
  }

  private void picture(Element element) {
    var picture = Picture.of(element, addresses);
    if (picture.isPixel()) {
      return;
    }
    if (picture.address().isEmpty()) {
      nest.text(picture.alt().strip());
      return;
    }
    // lazily loaded pictures come a second time for browsers without scripts
    if (picture.address().equals(lastImage) && element.closest("noscript") != null) {
      return;
    }
    lastImage = picture.address();
    nest.open(Nest.IMG, traits.of(picture));
  }

  private void link(Embed embed) {
    if (!embed.address().isEmpty()) {
      var number = nest.open(Nest.A, traits.ofLink(embed.address()));
      nest.text(embed.title());
      nest.end(number);
    }
  }
}

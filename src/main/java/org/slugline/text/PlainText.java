package org.slugline.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Gathers the text that a reader sees, blanks folded to single spaces. */
final class PlainText implements NodeFilter {
  private final StringBuilder out = new StringBuilder();

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      out.append(text.getWholeText());
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!(node instanceof Element element)
        || Policy.of(element.normalName()) == Fate.Other.DROPPED) {
      return FilterResult.SKIP_ENTIRELY;
    }
    space(element);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      space(element);
    }
    return FilterResult.CONTINUE;
  }

  private void space(Element element) {
    if (Policy.of(element.normalName()) instanceof Kept kept
        && (kept.is(Kept.Trait.BLOCK) || kept.is(Kept.Trait.WALL))) {
      out.append(' ');
    }
  }

  String gathered() {
    return folded(out);
  }

  /** Also without what XML cannot carry: the text is printed in feeds. */
  static String folded(CharSequence text) {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      if (letter == ' ' || (letter >= '\t' && letter <= '\r') || letter == 0xa0 || letter == 0x85) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (Character.isHighSurrogate(letter)) {
        if (i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
          out.append(letter).append(text.charAt(++i));
        }
      } else if (letter > ' '
          && (letter < 0x7f || letter > 0x9f)
          && letter < 0xfffe
          && !Letters.overridesDirection(letter)
          && !Character.isLowSurrogate(letter)) {
        out.append(letter);
      }
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }
}

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
    if (isBlock(element.normalName())) {
      out.append(' ');
    }
  }

  private static boolean isBlock(String name) {
    return Policy.of(name) instanceof Kept kept
        && (kept.is(Kept.Trait.BLOCK) || kept.is(Kept.Trait.WALL));
  }

  String gathered() {
    return folded(out);
  }

  /**
   * The same of what {@link Nest} printed: a less-than sign begins a tag there and nothing else, a
   * greater-than sign ends it, and an ampersand begins one of three names.
   */
  static String of(String printed) {
    var out = new StringBuilder(printed.length());
    var from = 0;
    for (var tag = printed.indexOf('<'); tag >= 0; tag = printed.indexOf('<', from)) {
      letters(printed, from, tag, out);
      var name = printed.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
      var end = name;
      while (Character.isLetterOrDigit(printed.charAt(end))) {
        end++;
      }
      if (isBlock(printed.substring(name, end))) {
        out.append(' ');
      }
      from = printed.indexOf('>', end) + 1;
    }
    letters(printed, from, printed.length(), out);
    return folded(out);
  }

  private static void letters(String printed, int from, int to, StringBuilder out) {
    var at = from;
    for (var and = printed.indexOf('&', at, to); and >= 0; and = printed.indexOf('&', at, to)) {
      out.append(printed, at, and);
      if (printed.startsWith("&lt;", and)) {
        out.append('<');
        at = and + 4;
      } else if (printed.startsWith("&gt;", and)) {
        out.append('>');
        at = and + 4;
      } else {
        out.append('&');
        at = and + (printed.startsWith("&amp;", and) ? 5 : 1);
      }
    }
    out.append(printed, at, to);
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

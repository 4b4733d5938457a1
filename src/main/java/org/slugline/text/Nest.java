package org.slugline.text;

import java.util.Arrays;
import org.slugline.text.Kept.Trait;

/**
 * Prints elements so that a browser's parser, reading them again, would build the very tree that
 * was meant: what the parser would move or close by itself (HTML §13.2.6.4), is moved or closed
 * here. All text is escaped and nothing else is ever printed, so that parsing never leaves the
 * state in which a less-than sign begins a tag of {@link Policy}. Bounded in depth and length.
 */
final class Nest {
  /** An element that was not printed. */
  static final int NONE = -1;

  /** Less than the depth to which jsoup (100) and browsers (512) look for open elements. */
  static final int DEEPEST = 90;

  private static final Kept TBODY = known("tbody");
  private static final Kept TR = known("tr");
  private static final Kept TD = known("td");
  private static final Kept COLGROUP = known("colgroup");

  private final int longest;
  private final StringBuilder out;
  private final Kept[] open = new Kept[DEEPEST];
  private final int[] serial = new int[DEEPEST];
  private final int[] start = new int[DEEPEST];
  private final int[] inside = new int[DEEPEST];
  private int depth;
  private int serials;
  private boolean full;

  /**
   * @param longest in letters, of all that is printed
   */
  Nest(int longest, int expected) {
    this.longest = longest;
    this.out = new StringBuilder(Math.min(longest, expected));
  }

  /**
   * @param attributes with a space before each
   * @return a number to end the element with; {@link #NONE} where it has no place here, or no
   *     content
   */
  int open(Kept element, CharSequence attributes) {
    if (!place(element)) {
      return NONE;
    }
    return print(element, attributes);
  }

  void text(String text) {
    if (text.isEmpty() || full) {
      return;
    }
    if (depth > 0 && open[depth - 1].is(Trait.TABLE_FRAME)) {
      if (text.isBlank() || !cell()) {
        return;
      }
    }
    // a parser swallows the first line end of a pre
    if (depth > 0 && inside[depth - 1] == out.length() && open[depth - 1].name().equals("pre")) {
      if (text.startsWith("\n") || text.startsWith("\r")) {
        out.append('\n');
      }
    }
    var before = out.length();
    Letters.text(text.substring(0, Math.min(text.length(), longest)), out);
    if (!fits(0)) {
      out.setLength(before);
    }
  }

  /** Ends the element of the number and all within it, where it is still open. */
  void end(int number) {
    if (number == NONE) {
      return;
    }
    while (depth > 0 && serial[depth - 1] >= number) {
      pop();
    }
  }

  boolean isOpen(String name) {
    return find(name) >= 0;
  }

  /** Nothing more will be printed. */
  boolean isFull() {
    return full;
  }

  String finish() {
    cut(0);
    return out.toString();
  }

  private boolean place(Kept element) {
    if (full) {
      return false;
    }
    if (element.is(Trait.TABLE_PART)) {
      return frame(element);
    }
    if (depth > 0 && open[depth - 1].is(Trait.TABLE_FRAME) && !cell()) {
      return false;
    }
    switch (element.name()) {
      case "a" -> {
        if (find("a") >= 0) {
          return false;
        }
      }
      case "rt", "rp" -> {
        if (find("ruby") < 0) {
          return false;
        }
        while (isImplied(open[depth - 1].name())) {
          pop();
        }
      }
      case "li" -> closeElder("li", "li");
      case "dt", "dd" -> closeElder("dt", "dd");
      default -> {}
    }
    if (element.is(Trait.BLOCK)) {
      var paragraph = find("p");
      if (paragraph >= 0) {
        cut(paragraph);
      }
    }
    if (element.is(Trait.HEADING) && depth > 0 && open[depth - 1].is(Trait.HEADING)) {
      pop();
    }
    return true;
  }

  private static boolean isImplied(String name) {
    return switch (name) {
      case "dd", "dt", "li", "p", "rp", "rt" -> true;
      default -> false;
    };
  }

  private void closeElder(String name, String other) {
    for (var i = depth - 1; i >= 0; i--) {
      var at = open[i].name();
      if (at.equals(name) || at.equals(other)) {
        cut(i);
        return;
      }
      if (open[i].is(Trait.WALL)) {
        return;
      }
    }
  }

  /** Leads a part of a table to where it belongs within the nearest table. */
  private boolean frame(Kept part) {
    var table = depth - 1;
    while (table >= 0 && !open[table].name().equals("table")) {
      table--;
    }
    if (table < 0) {
      return false;
    }
    switch (part.name()) {
      case "tr" -> {
        cutTo(table, "thead", "tbody", "tfoot");
        return depth - 1 > table || print(TBODY, "") != NONE;
      }
      case "td", "th" -> {
        cutTo(table, "tr", "thead", "tbody", "tfoot");
        return row(table);
      }
      case "col" -> {
        cutTo(table, "colgroup");
        return depth - 1 > table || print(COLGROUP, "") != NONE;
      }
      default -> {
        cut(table + 1);
        return true;
      }
    }
  }

  /** Ends what is within the table, up to the innermost element of these names. */
  private void cutTo(int table, String... names) {
    var at = depth - 1;
    while (at > table && !Arrays.asList(names).contains(open[at].name())) {
      at--;
    }
    cut(at + 1);
  }

  private boolean row(int table) {
    if (depth - 1 == table && print(TBODY, "") == NONE) {
      return false;
    }
    return open[depth - 1].name().equals("tr") || print(TR, "") != NONE;
  }

  /** A place for what stands between the cells: a parser would set it before the table. */
  private boolean cell() {
    return frame(TD) && print(TD, "") != NONE;
  }

  private int print(Kept element, CharSequence attributes) {
    var empty = element.is(Trait.VOID);
    if ((depth == DEEPEST && !empty) || !fits(attributes.length() + 16L)) {
      return NONE;
    }
    var before = out.length();
    out.append('<').append(element.name()).append(attributes).append('>');
    if (empty) {
      return NONE;
    }
    open[depth] = element;
    serial[depth] = serials++;
    start[depth] = before;
    inside[depth] = out.length();
    return serial[depth++];
  }

  private void pop() {
    depth--;
    if (open[depth].is(Trait.FLEETING) && out.length() == inside[depth]) {
      out.setLength(start[depth]);
    } else {
      out.append("</").append(open[depth].name()).append('>');
    }
  }

  private void cut(int toDepth) {
    while (depth > toDepth) {
      pop();
    }
  }

  /** The innermost open element of the name, within the cell or caption that we are in. */
  private int find(String name) {
    for (var i = depth - 1; i >= 0; i--) {
      if (open[i].name().equals(name)) {
        return i;
      }
      if (open[i].is(Trait.SCOPE)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Room is left to end every open element. */
  private boolean fits(long letters) {
    full = full || out.length() + letters + 16L * (DEEPEST + 1) > longest;
    return !full;
  }

  private static Kept known(String name) {
    var kept = Policy.kept(name);
    if (kept == null) {
      throw new IllegalStateException(name);
    }
    return kept;
  }
}

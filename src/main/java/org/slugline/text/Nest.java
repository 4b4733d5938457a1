package org.slugline.text;

import java.util.Set;
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

  /** A picture; what it may carry is for {@link Picture} to say. */
  static final Kept IMG = new Kept("img", Set.of(), Trait.VOID, Trait.WALL);

  static final Kept A = Policy.kept("a");
  private static final Kept P = Policy.kept("p");
  private static final Kept LI = Policy.kept("li");
  private static final Kept DT = Policy.kept("dt");
  private static final Kept DD = Policy.kept("dd");
  private static final Kept PRE = Policy.kept("pre");
  private static final Kept RUBY = Policy.kept("ruby");
  private static final Kept RT = Policy.kept("rt");
  private static final Kept RP = Policy.kept("rp");
  private static final Kept TABLE = Policy.kept("table");
  private static final Kept CAPTION = Policy.kept("caption");
  private static final Kept COL = Policy.kept("col");
  private static final Kept COLGROUP = Policy.kept("colgroup");
  private static final Kept THEAD = Policy.kept("thead");
  private static final Kept TBODY = Policy.kept("tbody");
  private static final Kept TFOOT = Policy.kept("tfoot");
  private static final Kept TR = Policy.kept("tr");
  private static final Kept TD = Policy.kept("td");

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
    var before = out.length();
    Letters.text(text.substring(0, Math.min(text.length(), longest)), out);
    // a parser swallows the first line end of a pre
    if (depth > 0
        && inside[depth - 1] == before
        && open[depth - 1] == PRE
        && out.length() > before
        && out.charAt(before) == '\n') {
      out.insert(before, '\n');
    }
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
    if (element == A) {
      return find(A) < 0;
    }
    if (element == RT || element == RP) {
      return annotation();
    }
    if (element == LI) {
      closeElder(LI, LI);
    } else if (element == DT || element == DD) {
      closeElder(DT, DD);
    }
    if (element.is(Trait.BLOCK)) {
      var paragraph = find(P);
      if (paragraph >= 0) {
        cut(paragraph);
      }
    }
    if (element.is(Trait.HEADING) && depth > 0 && open[depth - 1].is(Trait.HEADING)) {
      pop();
    }
    return true;
  }

  private boolean annotation() {
    if (find(RUBY) < 0) {
      return false;
    }
    for (var top = open[depth - 1];
        top == RT || top == RP || top == P || top == LI || top == DT || top == DD;
        top = open[depth - 1]) {
      pop();
    }
    return true;
  }

  private void closeElder(Kept name, Kept other) {
    for (var i = depth - 1; i >= 0; i--) {
      if (open[i] == name || open[i] == other) {
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
    while (table >= 0 && open[table] != TABLE) {
      table--;
    }
    if (table < 0) {
      return false;
    }
    if (part == TR) {
      cutTo(table, false);
      return depth - 1 > table || print(TBODY, "") != NONE;
    }
    if (part.is(Trait.SCOPE) && part != CAPTION) {
      cutTo(table, true);
      return row(table);
    }
    if (part == COL && depth - 1 > table && open[table + 1] == COLGROUP) {
      cut(table + 2);
      return true;
    }
    cut(table + 1);
    return part != COL || print(COLGROUP, "") != NONE;
  }

  /** Ends what is within the table, up to its group of rows, or its row. */
  private void cutTo(int table, boolean row) {
    var at = depth - 1;
    while (at > table && !isGroup(open[at]) && !(row && open[at] == TR)) {
      at--;
    }
    cut(at + 1);
  }

  private static boolean isGroup(Kept element) {
    return element == TBODY || element == THEAD || element == TFOOT;
  }

  private boolean row(int table) {
    if (depth - 1 == table && print(TBODY, "") == NONE) {
      return false;
    }
    return open[depth - 1] == TR || print(TR, "") != NONE;
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
  private int find(Kept element) {
    for (var i = depth - 1; i >= 0; i--) {
      if (open[i] == element) {
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
}

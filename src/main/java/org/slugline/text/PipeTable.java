package org.slugline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Tables in Markdown, as GitHub's specification (§4.10) has them: pipes between cells. */
final class PipeTable extends AbstractBlockParser {
  private static final Pattern DELIMITER =
      Pattern.compile("\\s*\\|?(?:\\s*:?-+:?\\s*\\|)*\\s*:?-+:?\\s*\\|?\\s*");
  private static final int MOST_COLUMNS = 100;

  private final Grid grid = new Grid();
  private final SourceLine header;
  private final List<String> alignment;
  private final List<SourceLine> rows = new ArrayList<>();
  private boolean delimited;

  private PipeTable(SourceLine header, List<String> alignment) {
    this.header = header;
    this.alignment = alignment;
  }

  private static final class Grid extends CustomBlock {}

  private static final class Cell extends CustomNode {
    private final boolean heads;
    private final boolean opensRow;
    private final String alignment;

    Cell(boolean heads, boolean opensRow, String alignment) {
      this.heads = heads;
      this.opensRow = opensRow;
      this.alignment = alignment;
    }
  }

  /**
   * A paragraph's last line is a table's head where a line of dashes with as many cells follows.
   */
  static BlockParserFactory factory() {
    return PipeTable::tryStart;
  }

  private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    var paragraph = matched.getParagraphLines().getLines();
    var line = state.getLine();
    if (paragraph.isEmpty() || state.getIndent() > 3 || line.getContent().length() > 1_000) {
      return none();
    }
    var dashes = line.getContent().toString();
    var header = paragraph.getLast();
    if (!DELIMITER.matcher(dashes).matches() || (dashes + header.getContent()).indexOf('|') < 0) {
      return none();
    }
    var marks = cells(line);
    if (marks.size() != cells(header).size() || marks.size() > MOST_COLUMNS) {
      return none();
    }
    var alignment = marks.stream().map(mark -> side(mark.getContent().toString())).toList();
    return BlockStart.of(new PipeTable(header, alignment))
        .atIndex(state.getIndex())
        .replaceParagraphLines(1);
  }

  private static BlockStart none() {
    return BlockStart.none();
  }

  private static String side(String mark) {
    var left = mark.startsWith(":");
    var right = mark.endsWith(":");
    return left && right ? "center" : right ? "right" : left ? "left" : "";
  }

  @Override
  public Block getBlock() {
    return grid;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    var line = state.getLine().getContent().toString();
    return line.indexOf('|') >= 0 ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
  }

  @Override
  public void addLine(SourceLine line) {
    if (delimited) {
      rows.add(line);
    }
    delimited = true;
  }

  @Override
  public void parseInlines(InlineParser inline) {
    row(header, true, inline);
    rows.forEach(line -> row(line, false, inline));
  }

  private void row(SourceLine line, boolean heads, InlineParser inline) {
    var written = cells(line);
    for (var i = 0; i < alignment.size(); i++) {
      var cell = new Cell(heads, i == 0, alignment.get(i));
      grid.appendChild(cell);
      if (i < written.size()) {
        inline.parse(SourceLines.of(written.get(i)), cell);
      }
    }
  }

  private static List<SourceLine> cells(SourceLine line) {
    var text = line.getContent().toString();
    var cells = new ArrayList<SourceLine>();
    var from = text.stripLeading().startsWith("|") ? text.indexOf('|') + 1 : 0;
    for (var i = from; i < text.length(); i++) {
      if (text.charAt(i) == '|' && (i == 0 || text.charAt(i - 1) != '\\')) {
        cells.add(cell(text.substring(from, i), line));
        from = i + 1;
      }
    }
    if (!text.substring(from).isBlank()) {
      cells.add(cell(text.substring(from), line));
    }
    return cells;
  }

  private static SourceLine cell(String text, SourceLine line) {
    return SourceLine.of(text.strip().replace("\\|", "|"), line.getSourceSpan());
  }

  /** Prints the grid; the sanitiser sees it afterwards, as it sees all that Markdown makes. */
  static final class Renderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    Renderer(HtmlNodeRendererContext context) {
      this.context = context;
      this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Grid.class);
    }

    @Override
    public void render(Node node) {
      html.line();
      html.tag("table");
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Cell cell) {
          render(cell);
        }
      }
      html.tag("/table");
      html.line();
    }

    /** What is not closed here, the sanitiser's parser closes. */
    private void render(Cell cell) {
      if (cell.opensRow) {
        if (cell.heads) {
          html.tag("thead");
        } else if (cell.getPrevious() instanceof Cell before && before.heads) {
          html.tag("tbody");
        }
        html.tag("tr");
      }
      html.tag(
          cell.heads ? "th" : "td",
          cell.alignment.isEmpty() ? Map.of() : Map.of("align", cell.alignment));
      for (var child = cell.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      html.tag(cell.heads ? "/th" : "/td");
    }
  }
}

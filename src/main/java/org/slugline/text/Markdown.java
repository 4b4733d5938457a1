package org.slugline.text;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark with GitHub's tables to sanitised HTML. Thread-safe. */
public final class Markdown {
  private static final Parser PARSER =
      Parser.builder()
          .customBlockParserFactory(PipeTable.factory())
          .maxOpenBlockParsers(60)
          .maxInlineNesting(60)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().nodeRendererFactory(PipeTable.Renderer::new).build();

  private Markdown() {}

  /** Raw HTML within the Markdown passes the sanitiser like any other. */
  public static SafeHtml toHtml(String markdown, String base) {
    return Sanitizer.sanitize(RENDERER.render(PARSER.parse(markdown)), base);
  }
}

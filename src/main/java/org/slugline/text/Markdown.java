package org.slugline.text;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark to sanitised HTML. Thread-safe. */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

  private Markdown() {}

  /** Raw HTML within the Markdown passes the sanitiser like any other. */
  public static SafeHtml toHtml(String markdown, String base) {
    return Sanitizer.sanitize(RENDERER.render(PARSER.parse(markdown)), base);
  }
}

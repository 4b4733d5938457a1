package org.slugline.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** The one policy for every piece of HTML, ours and others' alike. Thread-safe. */
public final class Sanitizer {
  private static final Safelist KEPT =
      Safelist.relaxed()
          .addTags("figure", "figcaption", "cite", "details", "summary", "ruby", "rt", "rp", "hr")
          .addAttributes(":all", "lang", "dir")
          .addAttributes("blockquote", "cite")
          .preserveRelativeLinks(false);

  private Sanitizer() {}

  /**
   * @param base what relative addresses stand against; {@code ""} drops them
   * @return what of the markup is safe to print; its links absolute http, https or mailto
   */
  public static SafeHtml sanitize(String markup, String base) {
    var clean = new Cleaner(KEPT).clean(Jsoup.parseBodyFragment(markup, base));
    clean.outputSettings(
        new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base));
    return SafeHtml.trusted(clean.body().html());
  }

  /** Text that is not markup, escaped so that a page shows it letter by letter. */
  public static SafeHtml escape(String text) {
    return SafeHtml.trusted(Entities.escape(text));
  }

  /** The text that a reader sees of some markup, blanks folded: for titles, names and labels. */
  public static String plain(String markup) {
    return Jsoup.parseBodyFragment(markup).text().strip();
  }
}

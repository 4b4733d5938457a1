package org.slugline.command;

import static org.slugline.command.DemoMarkup.element;
import static org.slugline.command.DemoMarkup.escape;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** RSS 2.0 with the modules that newspapers use: content, dc, atom. */
final class DemoRss {
  /** RFC 822 with four digits of a year, as RSS 2.0 asks. */
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private DemoRss() {}

  static String print(DemoIssue issue) {
    var out = new StringBuilder();
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
        """);
    var paper = issue.paper();
    out.append(element("title", paper.name()));
    out.append(element("link", issue.base()));
    out.append(element("description", paper.about()));
    out.append(element("language", paper.language()));
    out.append(element("lastBuildDate", date(paper, issue.changed())));
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
        .append(escape(issue.feed()))
        .append("\"/>\n");
    issue.items().forEach(item -> append(out, issue, item));
    return out.append("</channel>\n</rss>\n").toString();
  }

  private static void append(StringBuilder out, DemoIssue issue, DemoItem item) {
    var paper = issue.paper();
    out.append("<item>\n");
    out.append(element("title", item.title()));
    out.append(element("link", issue.address(item)));
    out.append("<guid isPermaLink=\"false\">")
        .append(escape(paper.guidOf(item)))
        .append("</guid>\n");
    out.append(element("pubDate", date(paper, item.published())));
    if (item.edited()) {
      out.append(element("atom:updated", item.updated().toString()));
    }
    item.authors().forEach(author -> out.append(element("dc:creator", author)));
    item.categories().forEach(category -> out.append(element("category", category)));
    out.append(element("description", item.summary()));
    if (!item.content().isEmpty()) {
      out.append(element("content:encoded", item.content()));
    }
    out.append("</item>\n");
  }

  private static String date(DemoPaper paper, Instant time) {
    return RFC_822.format(time.atOffset(paper.zone()));
  }
}

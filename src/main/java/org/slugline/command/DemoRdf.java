package org.slugline.command;

import static org.slugline.command.DemoMarkup.element;
import static org.slugline.command.DemoMarkup.escape;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** RSS 1.0, an RDF document: items stand beside the channel and are named in its sequence. */
final class DemoRdf {
  private DemoRdf() {}

  static String print(DemoIssue issue) {
    var out = new StringBuilder();
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF xmlns="http://purl.org/rss/1.0/" \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:dcterms="http://purl.org/dc/terms/">
        """);
    channel(out, issue);
    issue.items().forEach(item -> append(out, issue, item));
    return out.append("</rdf:RDF>\n").toString();
  }

  private static void channel(StringBuilder out, DemoIssue issue) {
    var paper = issue.paper();
    out.append("<channel rdf:about=\"").append(escape(issue.feed())).append("\">\n");
    out.append(element("title", paper.name()));
    out.append(element("link", issue.base()));
    out.append(element("description", paper.about()));
    out.append(element("dc:language", paper.language()));
    if (!paper.undated()) {
      out.append(element("dc:date", date(paper, issue.changed())));
    }
    out.append("<items>\n<rdf:Seq>\n");
    for (var item : issue.items()) {
      out.append("<rdf:li rdf:resource=\"").append(escape(paper.guidOf(item))).append("\"/>\n");
    }
    out.append("</rdf:Seq>\n</items>\n</channel>\n");
  }

  private static void append(StringBuilder out, DemoIssue issue, DemoItem item) {
    var paper = issue.paper();
    out.append("<item rdf:about=\"").append(escape(paper.guidOf(item))).append("\">\n");
    out.append(element("title", item.title()));
    out.append(element("link", issue.address(item)));
    out.append(element("description", item.summary()));
    if (!item.content().isEmpty()) {
      out.append(element("content:encoded", item.content()));
    }
    item.authors().forEach(author -> out.append(element("dc:creator", author)));
    item.categories().forEach(category -> out.append(element("dc:subject", category)));
    if (!paper.undated()) {
      out.append(element("dc:date", date(paper, item.published())));
      if (item.edited()) {
        out.append(element("dcterms:modified", date(paper, item.updated())));
      }
    }
    out.append("</item>\n");
  }

  private static String date(DemoPaper paper, Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(paper.zone()));
  }
}

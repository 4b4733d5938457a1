package org.slugline.command;

import static org.slugline.command.DemoMarkup.element;
import static org.slugline.command.DemoMarkup.escape;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Atom, RFC 4287. */
final class DemoAtom {
  private DemoAtom() {}

  static String print(DemoIssue issue) {
    var paper = issue.paper();
    var out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(escape(paper.language()))
        .append("\">\n");
    out.append(element("id", paper.guid().replace("{id}", "feed")));
    out.append(element("title", paper.name()));
    out.append(element("subtitle", paper.about()));
    out.append(element("updated", date(paper, issue.changed())));
    out.append(element("generator", "Slugline demo"));
    link(out, "self", paper.relative() ? "feed.atom" : issue.feed());
    link(out, "alternate", paper.relative() ? "./" : issue.base());
    out.append("<author>").append(element("name", paper.name()).strip()).append("</author>\n");
    issue.items().forEach(item -> append(out, issue, item));
    return out.append("</feed>\n").toString();
  }

  private static void append(StringBuilder out, DemoIssue issue, DemoItem item) {
    var paper = issue.paper();
    out.append("<entry>\n");
    out.append(element("id", paper.guidOf(item)));
    out.append(element("title", item.title()));
    link(out, "alternate", paper.relative() ? item.id() : issue.address(item));
    out.append(element("published", date(paper, item.published())));
    out.append(element("updated", date(paper, item.updated())));
    for (var author : item.authors()) {
      out.append("<author>").append(element("name", author).strip()).append("</author>\n");
    }
    for (var category : item.categories()) {
      out.append("<category term=\"").append(escape(category)).append("\"/>\n");
    }
    out.append(element("summary", item.summary()));
    if (!item.content().isEmpty()) {
      out.append("<content type=\"html\">").append(escape(item.content())).append("</content>\n");
    }
    out.append("</entry>\n");
  }

  private static void link(StringBuilder out, String rel, String href) {
    out.append("<link rel=\"").append(rel).append("\" href=\"");
    out.append(escape(href)).append("\"/>\n");
  }

  private static String date(DemoPaper paper, Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(paper.zone()));
  }
}

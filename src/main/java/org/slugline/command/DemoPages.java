package org.slugline.command;

import static org.slugline.command.DemoMarkup.element;
import static org.slugline.command.DemoMarkup.escape;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The sample outlets' pages in HTML: plain, and plain about being made up. */
final class DemoPages {
  private DemoPages() {}

  static String item(DemoIssue issue, DemoItem item) {
    var paper = issue.paper();
    var out = new StringBuilder(head(paper, item.title(), issue));
    out.append("<p>").append(link("./", paper.name())).append("</p>\n<article>\n");
    out.append(element("h1", item.title()));
    out.append("<p>")
        .append(escape(String.join(", ", item.authors())))
        .append(" · <time datetime=\"")
        .append(item.published())
        .append("\">")
        .append(escape(day(paper, item)))
        .append("</time></p>\n");
    if (item.content().isEmpty()) {
      out.append(element("p", item.summary()));
    } else {
      out.append(item.content()).append('\n');
    }
    return out.append("</article>\n").append(foot()).toString();
  }

  static String outlet(DemoIssue issue) {
    var paper = issue.paper();
    var out = new StringBuilder(head(paper, paper.name(), issue));
    out.append(element("h1", paper.name())).append(element("p", paper.about())).append("<ul>\n");
    for (var item : issue.items()) {
      out.append("<li>").append(link(item.id(), item.title())).append("</li>\n");
    }
    return out.append("</ul>\n").append(foot()).toString();
  }

  /** All outlets, each with its feed. */
  static String index(List<DemoIssue> issues) {
    var out = new StringBuilder(head("en", "ltr", "Outlets of the sample newsroom"));
    out.append(element("h1", "Outlets of the sample newsroom")).append("<ul>\n");
    for (var issue : issues) {
      var paper = issue.paper();
      out.append("<li lang=\"")
          .append(escape(paper.language()))
          .append("\">")
          .append(link(issue.base(), paper.name()))
          .append(" · ")
          .append(link(issue.feed(), "feed." + paper.format().suffix()))
          .append("</li>\n");
    }
    return out.append("</ul>\n").append(foot()).toString();
  }

  static String missing() {
    return head("en", "ltr", "Not found")
        + element("h1", "Not found")
        + element("p", "Nothing has been printed under this address yet.")
        + foot();
  }

  private static String head(DemoPaper paper, String title, DemoIssue issue) {
    var type = paper.format().mediaType();
    return head(paper.language(), paper.direction(), title)
        + "<link rel=\"alternate\" type=\""
        + type.substring(0, type.indexOf(';'))
        + "\" href=\""
        + escape(issue.feed())
        + "\">\n";
  }

  private static String head(String language, String direction, String title) {
    return "<!DOCTYPE html>\n<html lang=\""
        + escape(language)
        + "\" dir=\""
        + direction
        + "\">\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
        + element("title", title);
  }

  private static String foot() {
    return "<footer lang=\"en\" dir=\"ltr\"><p>Outlet, people and events are made up, for"
        + " Slugline’s sample newsroom.</p></footer>\n";
  }

  private static String link(String href, String text) {
    return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
  }

  private static String day(DemoPaper paper, DemoItem item) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .localizedBy(Locale.forLanguageTag(paper.language()))
        .format(item.published().atOffset(paper.zone()));
  }
}

package org.slugline.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.1. */
final class DemoJsonFeed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DemoJsonFeed() {}

  static String print(DemoIssue issue) {
    var paper = issue.paper();
    var feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", paper.name());
    feed.put("home_page_url", issue.base());
    feed.put("feed_url", issue.feed());
    feed.put("description", paper.about());
    feed.put("language", paper.language());
    var items = feed.putArray("items");
    issue.items().forEach(item -> write(items.addObject(), issue, item));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
  }

  private static void write(ObjectNode out, DemoIssue issue, DemoItem item) {
    var paper = issue.paper();
    out.put("id", paper.guidOf(item));
    out.put("url", issue.address(item));
    out.put("title", item.title());
    out.put("summary", item.summary());
    if (item.content().isEmpty()) {
      out.put("content_text", item.summary());
    } else {
      out.put("content_html", item.content());
    }
    out.put("date_published", date(paper, item.published()));
    if (item.edited()) {
      out.put("date_modified", date(paper, item.updated()));
    }
    var authors = out.putArray("authors");
    item.authors().forEach(name -> authors.addObject().put("name", name));
    var tags = out.putArray("tags");
    item.categories().forEach(tags::add);
  }

  private static String date(DemoPaper paper, Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(paper.zone()));
  }
}

package org.slugline.edition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1, by the headings of its text. */
final class JsonFeedRules {
  private static final String DATE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";
  private static final Set<String> TOP =
      Set.of(
          "version",
          "title",
          "home_page_url",
          "feed_url",
          "description",
          "user_comment",
          "next_url",
          "icon",
          "favicon",
          "authors",
          "language",
          "expired",
          "hubs",
          "items");
  private static final Set<String> ITEM =
      Set.of(
          "id",
          "url",
          "external_url",
          "title",
          "content_html",
          "content_text",
          "summary",
          "image",
          "banner_image",
          "date_published",
          "date_modified",
          "authors",
          "tags",
          "language",
          "attachments");

  private final List<String> broken = new ArrayList<>();

  List<String> brokenBy(byte[] document) {
    broken.clear();
    var feed = JsonMapper.shared().readTree(document);
    names(feed, TOP);
    require(
        feed.path("version").asString("").equals("https://jsonfeed.org/version/1.1"),
        "§Top-level: version");
    require(!feed.path("title").asString("").isBlank(), "§Top-level: title");
    require(feed.path("items").isArray(), "§Top-level: items");
    address(feed, "home_page_url");
    address(feed, "feed_url");
    authors(feed);
    for (var hub : feed.path("hubs")) {
      require(hub.has("type") && hub.has("url"), "§Hubs: type and url");
    }
    var ids = new HashSet<String>();
    feed.path("items").forEach(item -> item(item, ids));
    return List.copyOf(broken);
  }

  private void item(JsonNode item, Set<String> ids) {
    names(item, ITEM);
    require(item.path("id").isString(), "§Items: id is text");
    require(ids.add(item.path("id").asString("")), "§Items: id is unique");
    require(
        item.path("content_html").isString() || item.path("content_text").isString(),
        "§Items: content_html or content_text");
    for (var name : List.of("date_published", "date_modified")) {
      require(!item.has(name) || item.path(name).asString("").matches(DATE), "§Items: " + name);
    }
    address(item, "url");
    address(item, "image");
    authors(item);
    item.path("tags").forEach(tag -> require(tag.isString(), "§Items: tags are text"));
    for (var file : item.path("attachments")) {
      require(
          file.path("url").isString() && file.path("mime_type").isString(),
          "§Attachments: url and mime_type");
      require(
          !file.has("size_in_bytes") || file.path("size_in_bytes").isNumber(),
          "§Attachments: size_in_bytes");
      require(
          !file.has("duration_in_seconds") || file.path("duration_in_seconds").isNumber(),
          "§Attachments: duration_in_seconds");
    }
  }

  private void authors(JsonNode parent) {
    require(!parent.has("author"), "§1.1: authors, not author");
    for (var author : parent.path("authors")) {
      require(
          author.has("name") || author.has("url") || author.has("avatar"),
          "§Top-level: an author has a name, url or avatar");
    }
  }

  private void address(JsonNode parent, String name) {
    require(
        !parent.has(name) || parent.path(name).asString("").matches("[a-z]+:\\S+"),
        name + " is an address");
  }

  // §Extensions: custom names begin with an underscore and hold an object
  private void names(JsonNode parent, Set<String> known) {
    for (var name : parent.propertyNames()) {
      require(
          known.contains(name) || (name.startsWith("_") && parent.path(name).isObject()),
          "§Extensions: " + name);
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }
}

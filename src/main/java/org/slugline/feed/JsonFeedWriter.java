package org.slugline.feed;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Feed 1.1. What it has no name for stands in {@code _slugline}, as its §Extensions asks:
 * {@code updated}, {@code related}, {@code media} with captions and credits, {@code source}, {@code
 * rights}, and {@code deleted} for the feed.
 */
final class JsonFeedWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonFeedWriter() {}

  static byte[] write(Feed feed) {
    var out = new ByteArrayOutputStream(1 << 16);
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      head(json, feed);
      extension(json, feed);
      json.writeArrayPropertyStart("items");
      for (var entry : feed.entries()) {
        json.writeRaw('\n');
        item(json, entry, feed);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toByteArray();
  }

  private static void head(JsonGenerator json, Feed feed) {
    json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
    var title = LegalText.line(feed.title().plain());
    json.writeStringProperty("title", title.isEmpty() ? feed.link() : title);
    text(json, "home_page_url", Printed.address(feed.link()));
    linked(json, feed, "self", "feed_url");
    linked(json, feed, "next", "next_url");
    text(json, "description", feed.description().plain());
    feed.image().ifPresent(image -> text(json, "icon", image.url()));
    text(json, "favicon", feed.icon());
    authors(json, feed.authors());
    text(json, "language", feed.language());
    var hubs = feed.links().stream().filter(link -> link.rel().equals("hub")).toList();
    if (!hubs.isEmpty()) {
      json.writeArrayPropertyStart("hubs");
      for (var hub : hubs) {
        json.writeStartObject();
        json.writeStringProperty("type", "WebSub");
        text(json, "url", Printed.address(hub.href()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void linked(JsonGenerator json, Feed feed, String rel, String name) {
    feed.links().stream()
        .filter(link -> link.rel().equals(rel))
        .limit(1)
        .forEach(link -> text(json, name, Printed.address(link.href())));
  }

  private static void extension(JsonGenerator json, Feed feed) {
    json.writeObjectPropertyStart("_slugline");
    text(json, "updated", Printed.rfc3339(Printed.updated(feed)));
    text(json, "rights", feed.rights().plain());
    if (!feed.tombstones().isEmpty()) {
      json.writeArrayPropertyStart("deleted");
      for (var stone : feed.tombstones()) {
        json.writeStartObject();
        text(json, "id", stone.ref());
        text(json, "when", Printed.rfc3339(stone.when()));
        text(json, "comment", stone.comment());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, Entry entry, Feed feed) {
    json.writeStartObject();
    text(json, "id", entry.id().isEmpty() ? entry.link() : entry.id());
    text(json, "url", Printed.address(entry.link()));
    text(json, "title", Printed.title(entry));
    var content = Printed.markup(entry.content());
    var summary = Printed.summary(entry);
    if (content.isEmpty()) {
      // one of the two must be there, §Items
      json.writeStringProperty("content_text", summary.isEmpty() ? Printed.title(entry) : summary);
    } else {
      json.writeStringProperty("content_html", content);
    }
    if (!entry.summary().isEmpty()) {
      text(json, "summary", summary);
    }
    text(json, "image", Printed.address(entry.image()));
    var updated = Printed.updated(entry, feed);
    text(json, "date_published", Printed.rfc3339(entry.published().at().orElse(updated)));
    text(json, "date_modified", Printed.rfc3339(updated));
    authors(json, entry.authors());
    tags(json, entry.categories());
    if (!entry.language().equals(feed.language())) {
      text(json, "language", entry.language());
    }
    attachments(json, entry);
    JsonFeedExtension.write(json, entry);
    json.writeEndObject();
  }

  private static void authors(JsonGenerator json, List<Person> people) {
    var named = people.stream().filter(person -> !Printed.name(person).isEmpty()).toList();
    if (!named.isEmpty()) {
      json.writeArrayPropertyStart("authors");
      for (var person : named) {
        json.writeStartObject();
        text(json, "name", Printed.name(person));
        var mail = person.email().isEmpty() ? "" : "mailto:" + person.email();
        text(json, "url", person.uri().isEmpty() ? mail : person.uri());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void tags(JsonGenerator json, List<Category> categories) {
    var words = new LinkedHashSet<String>();
    for (var category : categories) {
      words.add(LegalText.line(category.label().isEmpty() ? category.term() : category.label()));
    }
    words.remove("");
    if (!words.isEmpty()) {
      json.writeArrayPropertyStart("tags");
      words.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  // url and mime_type are required, §Attachments
  private static void attachments(JsonGenerator json, Entry entry) {
    var files =
        entry.media().stream()
            .filter(media -> !media.url().isEmpty() && !media.type().isEmpty())
            .toList();
    var known = files.stream().map(Media::url).toList();
    var others = entry.enclosures().stream().filter(file -> !known.contains(file.url())).toList();
    if (files.isEmpty() && others.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("attachments");
    for (var media : files) {
      json.writeStartObject();
      text(json, "url", Printed.address(media.url()));
      text(json, "mime_type", media.type());
      text(json, "title", media.title().isEmpty() ? media.caption() : media.title());
      media.length().ifPresent(length -> json.writeNumberProperty("size_in_bytes", length));
      media
          .duration()
          .ifPresent(time -> json.writeNumberProperty("duration_in_seconds", time.toSeconds()));
      json.writeEndObject();
    }
    for (var file : others) {
      json.writeStartObject();
      text(json, "url", Printed.address(file.url()));
      text(json, "mime_type", file.type().isEmpty() ? "application/octet-stream" : file.type());
      file.length().ifPresent(length -> json.writeNumberProperty("size_in_bytes", length));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String text) {
    var line = LegalText.line(text);
    if (!line.isEmpty()) {
      json.writeStringProperty(name, line);
    }
  }
}

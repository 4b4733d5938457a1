package org.slugline.feed;

import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Feed 1.0 and 1.1, and its relatives. Nesting beyond 500, Jackson's bound, ends the reading:
 * what came before stands.
 */
final class JsonFeedReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String base;
  private final String language;
  private final Passage.Cleaning cleaning;
  private final Shelf shelf;
  private final Draft feed = new Draft();
  private boolean known;

  JsonFeedReader(String base, String language, int maxEntries, Passage.Cleaning cleaning) {
    this.base = base;
    this.language = language;
    this.cleaning = cleaning;
    shelf = new Shelf(maxEntries);
  }

  Reading read(String document, String encoding) {
    var tooDeep = false;
    try (var parser = MAPPER.createParser(document)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("items") && value == JsonToken.START_ARRAY) {
          known = true;
          items(parser);
        } else {
          member(name, MAPPER.readTree(parser));
        }
      }
    } catch (StreamConstraintsException e) {
      tooDeep = true;
    } catch (JacksonException e) {
      // what came before stands
    }
    if (tooDeep && shelf.newest().isEmpty()) {
      return new Reading.Unreadable("this JSON is nested too deep, or has a number too long");
    }
    return known
        ? new Reading.Readable(
            new Completion(cleaning).feed(feed, shelf.newest(), "json", encoding, language))
        : new Reading.Unreadable("this is JSON, but not a feed");
  }

  private void items(JsonParser parser) {
    for (var token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        JsonNode item = MAPPER.readTree(parser);
        shelf.add(item(item));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void member(String name, JsonNode value) {
    switch (name) {
      case "version" -> known |= text(value).contains("jsonfeed.org");
      case "title" -> feed.put(Slot.TITLE, 0, plain(text(value)));
      case "description" -> feed.put(Slot.SUMMARY, 0, plain(text(value)));
      case "home_page_url" -> feed.put(Slot.LINK, 0, address(value));
      case "feed_url" -> {
        feed.put(Slot.ID, 0, text(value));
        link(feed, value, "self");
      }
      case "next_url" -> link(feed, value, "next");
      case "hubs" -> value.forEach(hub -> link(feed, hub.path("url"), "hub"));
      case "icon" -> feed.put(Slot.LOGO, 0, address(value));
      case "favicon" -> feed.put(Slot.ICON, 0, address(value));
      case "language" -> feed.put(Slot.LANGUAGE, 0, text(value));
      case "author" -> author(feed, 1, value);
      case "authors" -> value.forEach(one -> author(feed, 0, one));
      default -> {}
    }
  }

  private Draft item(JsonNode item) {
    var draft = new Draft();
    draft.put(Slot.ID, 0, text(item.path("id")));
    draft.put(Slot.LINK, 0, address(item.path("url")));
    draft.put(Slot.LINK, 1, address(item.path("external_url")));
    link(draft, item.path("url"), "alternate");
    link(draft, item.path("external_url"), "related");
    draft.put(Slot.TITLE, 0, plain(text(item.path("title"))));
    draft.put(Slot.SUMMARY, 0, plain(text(item.path("summary"))));
    var html = text(item.path("content_html")).strip();
    draft.put(Slot.CONTENT, 0, new Passage(html, true, "text/html", base));
    draft.put(Slot.CONTENT, 1, plain(text(item.path("content_text"))));
    draft.put(Slot.IMAGE, 0, address(item.path("image")));
    draft.put(Slot.IMAGE, 1, address(item.path("banner_image")));
    draft.put(Slot.PUBLISHED, 0, text(item.path("date_published")));
    draft.put(Slot.UPDATED, 0, text(item.path("date_modified")));
    draft.put(Slot.LANGUAGE, 0, text(item.path("language")));
    author(draft, 1, item.path("author"));
    item.path("authors").forEach(one -> author(draft, 0, one));
    item.path("tags").forEach(tag -> category(draft, label(tag)));
    item.path("attachments").forEach(one -> attachment(draft, one));
    return draft;
  }

  private static void category(Draft draft, String term) {
    if (!term.isEmpty()) {
      Draft.add(draft.categories, new Category(term, "", ""));
    }
  }

  private void attachment(Draft draft, JsonNode one) {
    var url = address(one.path("url"));
    if (url.isEmpty()) {
      return;
    }
    var file = new MediaDraft();
    file.url = url;
    file.type = text(one.path("mime_type"));
    file.length = Numbers.length(text(one.path("size_in_bytes")));
    file.duration = Numbers.duration(text(one.path("duration_in_seconds")));
    file.title = label(one.path("title"));
    Draft.add(draft.enclosures, new Enclosure(url, file.type, file.length));
    Draft.add(draft.files, new Draft.File(file, new MediaDraft()));
  }

  private void author(Draft draft, int rank, JsonNode one) {
    if (one.isString()) {
      draft.author(rank, People.of(label(one)));
      return;
    }
    var uri = address(one.path("url"));
    var mail = uri.startsWith("mailto:") ? uri.substring(7) : "";
    var person = new Person(label(one.path("name")), mail, mail.isEmpty() ? uri : "");
    if (!person.equals(new Person("", "", ""))) {
      draft.author(rank, person);
    }
  }

  private void link(Draft draft, JsonNode value, String rel) {
    var address = address(value);
    if (!address.isEmpty()) {
      Draft.add(draft.links, new Link(address, rel, "", "", "", OptionalLong.empty()));
    }
  }

  private String address(JsonNode value) {
    return Address.of(base, text(value));
  }

  private Passage plain(String text) {
    return new Passage(bounded(text.strip()), false, "text/plain", base);
  }

  private static String label(JsonNode value) {
    return LooksLikeHtml.label(text(value)).strip();
  }

  private static String text(JsonNode value) {
    return value.isString() || value.isNumber() ? Directions.tame(bounded(value.asString())) : "";
  }

  private static String bounded(String text) {
    return text.length() > Capture.LONGEST ? text.substring(0, Capture.LONGEST) : text;
  }
}

package org.slugline.feed;

import tools.jackson.core.JsonGenerator;

/** The {@code _slugline} object of an item: what JSON Feed 1.1 has no name for. */
final class JsonFeedExtension {
  private JsonFeedExtension() {}

  static void write(JsonGenerator json, Entry entry) {
    var related = entry.links().stream().filter(link -> link.rel().equals("related")).toList();
    if (related.isEmpty()
        && entry.media().isEmpty()
        && entry.source().isEmpty()
        && entry.rights().isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("_slugline");
    text(json, "rights", entry.rights().plain());
    if (!related.isEmpty()) {
      json.writeArrayPropertyStart("related");
      for (var link : related) {
        json.writeStartObject();
        text(json, "url", Printed.address(link.href()));
        text(json, "title", link.title());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!entry.media().isEmpty()) {
      json.writeArrayPropertyStart("media");
      entry.media().forEach(media -> media(json, media));
      json.writeEndArray();
    }
    entry
        .source()
        .ifPresent(source -> {
          json.writeObjectPropertyStart("source");
          text(json, "title", source.title());
          text(json, "url", Printed.address(source.link()));
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private static void media(JsonGenerator json, Media media) {
    json.writeStartObject();
    text(json, "url", Printed.address(media.url()));
    text(json, "medium", media.medium());
    text(json, "type", media.type());
    text(json, "title", media.title());
    text(json, "caption", media.caption());
    text(json, "credit", media.credit());
    text(json, "alt", media.alt());
    text(json, "rights", media.rights());
    text(json, "thumbnail", media.thumbnail());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) {
    var line = LegalText.line(text);
    if (!line.isEmpty()) {
      json.writeStringProperty(name, line);
    }
  }
}

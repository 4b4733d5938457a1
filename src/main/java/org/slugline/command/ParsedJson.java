package org.slugline.command;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.slugline.feed.Category;
import org.slugline.feed.Enclosure;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.feed.Image;
import org.slugline.feed.Link;
import org.slugline.feed.Media;
import org.slugline.feed.Person;
import org.slugline.feed.Source;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A feed as {@code slugline parse} prints it: contract/parse.md, field for field. */
final class ParsedJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ParsedJson() {}

  static String indented(Feed feed, String file) {
    var out = MAPPER.createObjectNode();
    put(out, "file", file);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fill(out, feed));
  }

  /**
   * @param file a JSON string as it stood in the list, quotes included
   */
  static String line(Feed feed, String file) {
    var rest = MAPPER.writeValueAsString(fill(MAPPER.createObjectNode(), feed));
    return "{\"file\":" + file + "," + rest.substring(1);
  }

  /** A name as {@link #line} takes it. */
  static String quoted(String file) {
    return MAPPER.writeValueAsString(file);
  }

  static String error(String file, String reason) {
    return "{\"file\":" + file + ",\"error\":" + MAPPER.writeValueAsString(reason) + "}";
  }

  private static ObjectNode fill(ObjectNode out, Feed feed) {
    put(out, "format", feed.format());
    put(out, "encoding", feed.encoding());
    text(out, "title", feed.title());
    put(out, "link", feed.link());
    put(out, "description", letters(feed.description()));
    put(out, "id", feed.id());
    put(out, "language", feed.language());
    stamp(out, "updated", feed.updated());
    stamp(out, "published", feed.published());
    stamp(out, "created", feed.created());
    list(out, "authors", feed.authors(), ParsedJson::person);
    list(out, "contributors", feed.contributors(), ParsedJson::person);
    categories(out, feed.categories());
    feed.image().ifPresent(image -> image(out, image));
    put(out, "icon", feed.icon());
    put(out, "logo", feed.logo());
    text(out, "rights", feed.rights());
    put(out, "license", feed.license());
    put(out, "generator", feed.generator());
    put(out, "publisher", feed.publisher());
    feed.ttl().ifPresent(minutes -> out.put("ttl", minutes));
    list(out, "links", feed.links(), ParsedJson::link);
    var entries = out.putArray("entries");
    for (var entry : feed.entries()) {
      entry(entries.addObject(), entry);
    }
    return out;
  }

  private static void entry(ObjectNode out, Entry entry) {
    put(out, "id", entry.id());
    entry.guidIsLink().ifPresent(is -> out.put("guid_is_link", is));
    put(out, "link", entry.link());
    text(out, "title", entry.title());
    put(out, "summary", entry.summary().markup());
    put(out, "summary_type", entry.summaryType());
    put(out, "content", entry.content().markup());
    put(out, "content_type", entry.contentType());
    put(out, "content_src", entry.contentSrc());
    stamp(out, "published", entry.published());
    stamp(out, "updated", entry.updated());
    stamp(out, "created", entry.created());
    list(out, "authors", entry.authors(), ParsedJson::person);
    list(out, "contributors", entry.contributors(), ParsedJson::person);
    categories(out, entry.categories());
    put(out, "language", entry.language());
    list(out, "links", entry.links(), ParsedJson::link);
    list(out, "enclosures", enclosures(entry), ParsedJson::enclosure);
    list(out, "media", entry.media(), ParsedJson::media);
    put(out, "image", entry.image());
    put(out, "comments", entry.comments());
    entry.source().ifPresent(source -> source(out.putObject("source"), source));
    text(out, "rights", entry.rights());
    put(out, "license", entry.license());
    put(out, "publisher", entry.publisher());
  }

  /** Sound and film that only Media RSS names are enclosures too. */
  private static List<Enclosure> enclosures(Entry entry) {
    if (!entry.enclosures().isEmpty()) {
      return entry.enclosures();
    }
    return entry.media().stream()
        .filter(media -> !media.url().isEmpty() && !media.medium().equals("image"))
        .map(media -> new Enclosure(media.url(), media.type(), media.length()))
        .toList();
  }

  private static void put(ObjectNode out, String name, String value) {
    if (!value.isEmpty()) {
      out.put(name, value);
    }
  }

  private static void text(ObjectNode out, String name, Text text) {
    if (!text.isEmpty()) {
      out.put(name, letters(text));
      out.put(name + "_type", text instanceof Text.Rich ? "html" : "text");
    }
  }

  private static String letters(Text text) {
    return switch (text) {
      case Text.Plain(var value) -> value;
      case Text.Rich(var html) -> html.markup();
    };
  }

  private static void stamp(ObjectNode out, String name, Stamp stamp) {
    stamp.at().ifPresent(at -> out.put(name, at.toString()));
  }

  private static <T> void list(
      ObjectNode out, String name, Collection<T> items, BiConsumer<ObjectNode, T> write) {
    if (!items.isEmpty()) {
      var array = out.putArray(name);
      items.forEach(item -> write.accept(array.addObject(), item));
    }
  }

  private static void categories(ObjectNode out, List<Category> categories) {
    if (categories.isEmpty()) {
      return;
    }
    var array = out.putArray("categories");
    for (var category : categories) {
      if (category.scheme().isEmpty() && category.label().isEmpty()) {
        array.add(category.term());
      } else {
        var object = array.addObject();
        put(object, "term", category.term());
        put(object, "scheme", category.scheme());
        put(object, "label", category.label());
      }
    }
  }

  private static void person(ObjectNode out, Person person) {
    put(out, "name", person.name());
    put(out, "email", person.email());
    put(out, "uri", person.uri());
  }

  private static void image(ObjectNode out, Image image) {
    if (image.title().isEmpty() && image.link().isEmpty()) {
      put(out, "image", image.url());
      return;
    }
    var object = out.putObject("image");
    put(object, "url", image.url());
    put(object, "title", image.title());
    put(object, "link", image.link());
  }

  private static void link(ObjectNode out, Link link) {
    put(out, "href", link.href());
    put(out, "rel", link.rel());
    put(out, "type", link.type());
    put(out, "title", link.title());
    put(out, "hreflang", link.hreflang());
    length(out, link.length());
  }

  private static void enclosure(ObjectNode out, Enclosure enclosure) {
    put(out, "url", enclosure.url());
    put(out, "type", enclosure.type());
    length(out, enclosure.length());
  }

  private static void media(ObjectNode out, Media media) {
    put(out, "url", media.url());
    put(out, "medium", media.medium());
    put(out, "type", media.type());
    length(out, media.length());
    media.duration().ifPresent(duration -> out.put("duration", duration.toSeconds()));
    media.width().ifPresent(width -> out.put("width", width));
    media.height().ifPresent(height -> out.put("height", height));
    put(out, "title", media.title());
    put(out, "caption", media.caption());
    put(out, "credit", media.credit());
    put(out, "alt", media.alt());
    put(out, "rights", media.rights());
    put(out, "thumbnail", media.thumbnail());
  }

  private static void length(ObjectNode out, OptionalLong length) {
    length.ifPresent(bytes -> out.put("length", bytes));
  }

  private static void source(ObjectNode out, Source source) {
    put(out, "title", source.title());
    put(out, "link", source.link());
    put(out, "id", source.id());
    source.updated().ifPresent(at -> out.put("updated", at.toString()));
  }
}

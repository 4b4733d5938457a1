package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists of an article as JSON, in its columns as in the API; what is empty is left out. */
final class Lists {
  private Lists() {}

  static ArrayNode of(List<String> words) {
    var array = Json.MAPPER.createArrayNode();
    words.forEach(array::add);
    return array;
  }

  static ArrayNode ofAuthors(List<Author> authors) {
    var array = Json.MAPPER.createArrayNode();
    for (var author : authors) {
      var node = array.addObject();
      put(node, "name", author.name());
      put(node, "email", author.email());
      put(node, "url", author.url());
      put(node, "role", author.role());
    }
    return array;
  }

  static ArrayNode ofPictures(List<Picture> pictures) {
    var array = Json.MAPPER.createArrayNode();
    for (var picture : pictures) {
      var node = array.addObject();
      put(node, "name", picture.name());
      put(node, "url", picture.url());
      picture.alt().ifPresent(alt -> node.put("alt", alt));
      put(node, "caption", picture.caption());
      put(node, "credit", picture.credit());
      put(node, "rights", picture.rights());
    }
    return array;
  }

  static ArrayNode ofClips(List<Clip> clips) {
    var array = Json.MAPPER.createArrayNode();
    for (var clip : clips) {
      var node = array.addObject();
      put(node, "name", clip.name());
      put(node, "url", clip.url());
      put(node, "title", clip.title());
      put(node, "caption", clip.caption());
      put(node, "poster", clip.poster());
      put(node, "type", clip.type());
      clip.length().ifPresent(length -> node.put("length", Moments.word(length)));
      clip.bytes().ifPresent(bytes -> node.put("bytes", bytes));
    }
    return array;
  }

  static ArrayNode ofSources(List<Cited> sources) {
    var array = Json.MAPPER.createArrayNode();
    for (var source : sources) {
      var node = array.addObject();
      put(node, "title", source.title());
      put(node, "url", source.url());
    }
    return array;
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  static List<String> words(String json) {
    return read(
        json,
        (media, field) ->
            field instanceof Field.Row row
                ? row.items().stream()
                    .map(item -> item instanceof Field.Word word ? word.text() : "")
                    .toList()
                : List.of());
  }

  static List<Author> authors(String json) {
    return read(json, MediaFields::authors);
  }

  static List<Picture> pictures(String json) {
    return read(json, MediaFields::pictures);
  }

  static List<Clip> clips(String json) {
    return read(json, (media, field) -> media.clips(field, "clip"));
  }

  static List<Cited> sources(String json) {
    return read(json, MediaFields::sources);
  }

  private static <T> List<T> read(String json, BiFunction<MediaFields, Field, List<T>> reader) {
    if (json.equals("[]")) {
      return List.of();
    }
    return switch (Json.read(json.getBytes(UTF_8))) {
      case Json.Understood(var field) -> reader.apply(new MediaFields(new FieldReader()), field);
      case Json.Broken(var fault) -> throw new IllegalStateException(fault.what());
    };
  }
}

package org.slugline.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The lists of an article: authors, pictures, clips and sources. */
final class MediaFields {
  private final FieldReader fields;

  MediaFields(FieldReader fields) {
    this.fields = fields;
  }

  List<Author> authors(Field field) {
    List<Author> authors = new ArrayList<>();
    for (var row : fields.rows(field)) {
      if (!(row instanceof Field.Table table)) {
        authors.add(new Author(fields.line(row, 200), "", "", ""));
        continue;
      }
      var name = "";
      var email = "";
      var url = "";
      var role = "";
      for (var entry : table.entries().entrySet()) {
        var value = entry.getValue();
        switch (entry.getKey()) {
          case "name" -> name = fields.line(value, 200);
          case "email" -> email = fields.line(value, 300);
          case "url" -> url = fields.address(value);
          case "role" -> role = fields.line(value, 200);
          default -> fields.unknown(value, entry.getKey(), value.line() > 0);
        }
      }
      if (name.isEmpty()) {
        fields.fault(Field.below(row.pointer(), "name"), row.line(), "This author has no name", "");
      }
      authors.add(new Author(name, email, url, role));
    }
    authors.removeIf(author -> author.name().isEmpty());
    return authors;
  }

  List<Picture> pictures(Field field) {
    List<Picture> pictures = new ArrayList<>();
    for (var row : fields.rows(field)) {
      var name = "";
      var url = "";
      Optional<String> alt = Optional.empty();
      var caption = "";
      var credit = "";
      var rights = "";
      if (row instanceof Field.Table table) {
        for (var entry : table.entries().entrySet()) {
          var value = entry.getValue();
          switch (entry.getKey()) {
            case "name" -> name = name(value);
            case "url" -> url = fields.address(value);
            case "alt" -> alt = alt(value);
            case "caption" -> caption = fields.line(value, 5_000);
            case "credit" -> credit = fields.line(value, 500);
            case "rights" -> rights = fields.line(value, 500);
            default -> fields.unknown(value, entry.getKey(), value.line() > 0);
          }
        }
      } else {
        name = name(row);
      }
      if (name.isEmpty() && url.isEmpty() && caption.isEmpty() && credit.isEmpty()) {
        fields.fault(row, "This picture has neither a name nor an address", "");
      }
      if (alt.isEmpty() && !(name.isEmpty() && url.isEmpty())) {
        fields.warn(
            row,
            "The picture " + (name.isEmpty() ? url : name) + " has no `alt`",
            Fault.describe());
      }
      pictures.add(
          new Picture(
              named(name, url, "image", pictures.size()), url, alt, caption, credit, rights));
    }
    return pictures;
  }

  private Optional<String> alt(Field field) {
    return field instanceof Field.Word word && word.sort() == Field.Sort.NOTHING
        ? Optional.empty()
        : Optional.of(fields.line(field, 5_000));
  }

  /**
   * @param what {@code video} or {@code audio}: of what the nameless are named
   */
  List<Clip> clips(Field field, String what) {
    List<Clip> clips = new ArrayList<>();
    for (var row : fields.rows(field)) {
      if (row instanceof Field.Table table) {
        clips.add(clip(table, what, clips.size()));
      } else {
        var text = name(row);
        if (text.isEmpty()) {
          nameless(row, what);
        }
        clips.add(
            new Clip(
                text,
                FieldReader.isAddress(text) ? text : "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                OptionalLong.empty()));
      }
    }
    return clips;
  }

  private Clip clip(Field.Table table, String what, int index) {
    var name = "";
    var url = "";
    var title = "";
    var caption = "";
    var poster = "";
    var type = "";
    Optional<Duration> length = Optional.empty();
    var bytes = OptionalLong.empty();
    for (var entry : table.entries().entrySet()) {
      var value = entry.getValue();
      switch (entry.getKey()) {
        case "name" -> name = name(value);
        case "url" -> url = fields.address(value);
        case "title" -> title = fields.line(value, 500);
        case "caption" -> caption = fields.line(value, 5_000);
        case "poster" -> poster = fields.line(value, 2_000);
        case "type" -> type = fields.line(value, 100);
        case "length" -> length = length(value);
        case "bytes" -> bytes = OptionalLong.of(fields.count(value));
        default -> fields.unknown(value, entry.getKey(), value.line() > 0);
      }
    }
    if (name.isEmpty() && url.isEmpty() && caption.isEmpty() && title.isEmpty()) {
      nameless(table, what);
    }
    return new Clip(
        named(name, url, what, index), url, title, caption, poster, type, length, bytes);
  }

  private void nameless(Field field, String what) {
    fields.fault(field, "This " + what + " has neither a name, an address nor a caption", "");
  }

  private Optional<Duration> length(Field field) {
    if (field instanceof Field.Word word
        && word.sort() == Field.Sort.NUMBER
        && word.text().matches("\\d{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(word.text())));
    }
    var text = fields.line(field, 100);
    var length = Moments.length(text);
    if (length.isEmpty()) {
      fields.fault(field, "`" + text + "` is no length of time", "Write it as 2m10s");
    }
    return length;
  }

  List<Cited> sources(Field field) {
    List<Cited> sources = new ArrayList<>();
    for (var row : fields.rows(field)) {
      var title = "";
      var url = "";
      if (row instanceof Field.Table table) {
        for (var entry : table.entries().entrySet()) {
          var value = entry.getValue();
          switch (entry.getKey()) {
            case "title" -> title = fields.line(value, 1_000);
            case "url" -> url = fields.address(value);
            default -> fields.unknown(value, entry.getKey(), value.line() > 0);
          }
        }
      } else {
        var text = fields.line(row, 2_000);
        title = FieldReader.isAddress(text) ? "" : text;
        url = FieldReader.isAddress(text) ? text : "";
      }
      if (title.isEmpty() && url.isEmpty()) {
        fields.fault(row, "This source has neither a title nor an address", "");
      }
      sources.add(new Cited(title, url));
    }
    return sources;
  }

  private String name(Field field) {
    if (field instanceof Field.Word word && FieldReader.isAddress(word.text())) {
      return fields.address(field); // what has no name goes by its address
    }
    var name = fields.line(field, 300);
    if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
      fields.fault(
          field, "`" + name + "` leads out of the article's folder", "Put the file beside it");
      return "";
    }
    return name;
  }

  /** What the body may call something that was given no name. */
  private static String named(String name, String url, String what, int index) {
    if (!name.isEmpty()) {
      return name;
    }
    return url.isEmpty() ? what + "-" + (index + 1) : url;
  }
}

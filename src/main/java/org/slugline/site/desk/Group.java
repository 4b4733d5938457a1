package org.slugline.site.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of an article that there may be several of, with the fields of each. */
enum Group {
  AUTHORS,
  IMAGES,
  VIDEOS,
  AUDIO,
  SOURCES;

  /**
   * A field of each row.
   *
   * @param sort {@code text}, {@code url}, {@code email}, {@code checkbox}, {@code file} or {@code
   *     area}
   * @param seldom whether most rows do without it
   */
  record Column(String name, String sort, boolean seldom) {
    static Column of(String name, String sort) {
      return new Column(name, sort, false);
    }

    Column rarely() {
      return new Column(name, sort, true);
    }

    static Column line(String name) {
      return of(name, "text");
    }

    static Column area(String name) {
      return of(name, "area");
    }
  }

  /** As contract/article.md spells it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Column> columns() {
    return switch (this) {
      case AUTHORS ->
          List.of(
              Column.line("name"),
              Column.line("role"),
              Column.of("email", "email").rarely(),
              Column.of("url", "url").rarely());
      case IMAGES ->
          List.of(
              Column.of("file", "file"),
              Column.area("alt"),
              Column.of("decorative", "checkbox"),
              Column.area("caption"),
              Column.line("credit"),
              Column.line("rights"),
              Column.line("name").rarely(),
              Column.of("url", "url").rarely());
      case VIDEOS ->
          List.of(
              Column.of("url", "url"),
              Column.line("title"),
              Column.area("caption"),
              Column.line("length"),
              Column.of("still", "file").rarely(),
              Column.line("poster").rarely(),
              Column.line("name").rarely(),
              Column.line("type").rarely(),
              Column.line("bytes").rarely());
      case AUDIO ->
          List.of(
              Column.of("file", "file"),
              Column.of("url", "url"),
              Column.line("title"),
              Column.area("caption"),
              Column.line("length"),
              Column.line("name").rarely(),
              Column.line("type").rarely(),
              Column.line("bytes").rarely());
      case SOURCES -> List.of(Column.line("title"), Column.of("url", "url"));
    };
  }

  static Optional<Group> of(String word) {
    return Arrays.stream(values()).filter(group -> group.word().equals(word)).findFirst();
  }
}

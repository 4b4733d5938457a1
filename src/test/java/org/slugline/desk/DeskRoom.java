package org.slugline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** A desk over a database of its own, with a folder of manuscripts beside it. */
final class DeskRoom implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final DeskSettings SETTINGS =
      new DeskSettings(
          URI.create("https://news.example"), ZoneId.of("Europe/Berlin"), "en", "The Newsroom");

  final Database database;
  final Desk desk;
  final Path folder;

  DeskRoom(Path dir) {
    this(dir, SETTINGS);
  }

  DeskRoom(Path dir, DeskSettings settings) {
    dir.toFile().mkdirs();
    database =
        switch (Database.open(new StoreSettings(dir.resolve("data"), Duration.ofSeconds(5)))) {
          case Opening.Opened(var opened) -> opened;
          case Opening.Refused(var what, _) -> throw new AssertionError(what);
        };
    desk = new Desk(database, settings);
    folder = dir.resolve("articles");
    try {
      Files.createDirectories(folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Path write(String name, String text) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<FileOutcome> publish() {
    return publish(Publishing.PLAIN, NOON);
  }

  List<FileOutcome> publish(Publishing how, Instant now) {
    return publish(List.of(folder), how, now);
  }

  List<FileOutcome> publish(List<Path> paths, Publishing how, Instant now) {
    var outcomes = new ArrayList<FileOutcome>();
    FolderFiling.publish(desk, paths, how, "command", now, outcomes::add);
    return outcomes;
  }

  Filing file(Draft draft, Instant now) {
    return desk.file(draft, Optional.empty(), "ada", now);
  }

  Filing file(String json, Instant now) {
    return file(legible(json), now);
  }

  Filing replace(String slug, String json, Instant now) {
    return desk.replace(slug, legible(json), OptionalInt.empty(), "ada", now);
  }

  static Draft legible(String json) {
    return switch (ArticleJson.read(json.getBytes(UTF_8), SETTINGS.zone())) {
      case Manuscript.Legible(var draft, _) -> draft;
      case Manuscript.Illegible(var faults) -> throw new AssertionError(faults);
    };
  }

  Article article(String slug) {
    return database.read(Articles.class, articles -> articles.bySlug(slug)).orElseThrow();
  }

  List<Article> newest() {
    return list(articles -> articles.newest(100));
  }

  <T> List<T> list(Function<Articles, List<T>> query) {
    return database.read(Articles.class, query);
  }

  <T> Optional<T> maybe(Function<Articles, Optional<T>> query) {
    return database.read(Articles.class, query);
  }

  int count(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(int.class).one());
  }

  long revision(String scope) {
    return database.read(Revisions.class, revisions -> revisions.of(scope)).number();
  }

  List<String> audit() {
    return database.read(handle ->
        handle
            .createQuery("SELECT who || ' ' || act || ' ' || what FROM audit ORDER BY id")
            .mapTo(String.class)
            .list());
  }

  @Override
  public void close() {
    database.close();
  }
}

package org.slugline.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** A real database with outlets, items and articles written into it as their rooms would. */
final class Newsroom implements AutoCloseable {
  static final Instant NOON = Instant.parse("2022-02-08T12:00:00Z");

  final Database database;
  final Grouper grouper;
  private final Grouping settings;

  Newsroom(Path dir) {
    this(dir, Grouping.DEFAULT);
  }

  Newsroom(Path dir, Grouping settings) {
    this.settings = settings;
    database =
        switch (Database.open(new StoreSettings(dir, Duration.ofSeconds(10)))) {
          case Opening.Opened(var opened) -> opened;
          case Opening.Refused refused -> throw new AssertionError(refused);
        };
    grouper = new Grouper(database, settings);
  }

  /** A second process's view of the same newsroom. */
  Grouper anotherGrouper() {
    return new Grouper(database, settings);
  }

  void item(long id, long outlet, Instant seen, String title, String summary) {
    database.change(handle -> {
      handle.execute(
          """
          INSERT OR IGNORE INTO outlet (id, url, title, site, description, language, labels, named,
            status, failures, reason, error, etag, last_modified, body_digest, moved_to, next_poll,
            next_why, leased, settings, added)
          VALUES (?, ?, ?, '', '', 'en', '', 0, 'ok', 0, '', '', '', '', '', '', 0, '', 0, '', 0)
          """,
          outlet,
          "http://outlet" + outlet + ".example/feed",
          "Outlet " + outlet);
      handle.execute(
          """
          INSERT INTO item (id, outlet, key, guid, link, title, author, language, summary, content,
            text, claimed_as, published, first_seen, updated, digest)
          VALUES (?, ?, ?, '', ?, ?, '', 'en', ?, '', '', '', ?, ?, ?, ?)
          """,
          id,
          outlet,
          "k" + id,
          "http://outlet" + outlet + ".example/" + id,
          title,
          summary,
          seen.toEpochMilli(),
          seen.toEpochMilli(),
          seen.toEpochMilli(),
          "d" + id);
    });
  }

  void article(long id, Instant released, String headline, String standfirst) {
    database.change(handle ->
        handle.execute(
            """
            INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline,
              rights, body, body_type, html, text, section, section_slug, language, authors, tags,
              images, videos, audio, sources, published, released, updated, version, note, digest)
            VALUES (?, ?, ?, 'released', ?, ?, '', '', '', '', 'text/markdown', '', '', '', '', 'en',
              '[]', '[]', '[]', '[]', '[]', '[]', ?, ?, ?, 1, '', ?)
            """,
            id,
            "tag:" + id,
            "slug-" + id,
            headline,
            standfirst,
            released.toEpochMilli(),
            released.toEpochMilli(),
            released.toEpochMilli(),
            "d" + id));
  }

  void withdraw(long article) {
    database.change(
        handle -> handle.execute("UPDATE article SET state = 'withdrawn' WHERE id = ?", article));
  }

  long revision(String scope) {
    return database.read(Revisions.class, revisions -> revisions.of(scope).number());
  }

  Story storyOf(String piece) {
    return database.read(Stories.class, stories -> stories.ofPiece(piece)).orElseThrow();
  }

  List<StoryPiece> pieces(Story story) {
    return database.read(Stories.class, stories -> stories.pieces(story.id()));
  }

  List<RelatedPiece> related(String piece) {
    return database.read(Related.class, related -> related.of(piece, 20));
  }

  List<String> stories() {
    return database.read(Stories.class, stories -> stories.moving(100)).stream()
        .map(Story::headline)
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}

package org.slugline.edition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** Rows as the desk, the wire and the story engine leave them, written by hand. */
final class Rows {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Rows() {}

  static Database open(Path dir) {
    return ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(1))))
        .database();
  }

  static void article(Database database, long id, String headline, String html, Instant at) {
    article(database, id, headline, html, at, Map.of());
  }

  static void article(
      Database database,
      long id,
      String headline,
      String html,
      Instant at,
      Map<String, Object> others) {
    database.change(handle -> {
      var update =
          handle
              .createUpdate(
                  """
                  INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline,
                         rights, body, body_type, html, text, section, section_slug, language,
                         authors, tags, images, videos, audio, sources, published, released, updated,
                         version, note, digest)
                  VALUES (:id, 'tag:news.example,2026-03-02:' || :slug, :slug, :state, :headline,
                          :standfirst, '', '', :rights, '', 'text/html', :html, '', :section,
                          :section_slug, :language, :authors, :tags, :images, :videos, :audio, '[]',
                          :at, :at, :at, 1, :note, 'd')
                  """)
              .bind("id", id)
              .bind("slug", others.getOrDefault("slug", "piece-" + id))
              .bind("headline", headline)
              .bind("html", html)
              .bind("at", at);
      Map.ofEntries(
              Map.entry("state", "released"),
              Map.entry("standfirst", "What it is about"),
              Map.entry("rights", ""),
              Map.entry("section", "World"),
              Map.entry("section_slug", "world"),
              Map.entry("language", "en"),
              Map.entry("note", ""),
              Map.entry("authors", "[]"),
              Map.entry("tags", "[]"),
              Map.entry("images", "[]"),
              Map.entry("videos", "[]"),
              Map.entry("audio", "[]"))
          .forEach((key, value) -> update.bind(key, others.getOrDefault(key, value)));
      update.execute();
      var revisions = handle.attach(Revisions.class);
      revisions.bump("articles", at);
      revisions.bump("section:world", at);
      revisions.bump("wire", at);
    });
  }

  static void outlet(Database database, long id, String title) {
    database.change(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO outlet (id, url, title, site, description, language, labels, named,
                       status, failures, reason, error, etag, last_modified, body_digest, moved_to,
                       next_poll, next_why, leased, settings, added)
                VALUES (:id, 'https://outlet' || :id || '.example/feed', :title, '', '', 'en', '', 0,
                       'ok', 0, '', '', '', '', '', '', 0, '', 0, '', 0)
                """)
            .bind("id", id)
            .bind("title", title)
            .execute());
  }

  static void item(Database database, long id, long outlet, String title, Instant at) {
    database.change(handle -> {
      handle
          .createUpdate(
              """
              INSERT INTO item (id, outlet, key, guid, link, title, author, language, summary,
                     content, text, claimed_as, published, first_seen, updated, digest)
              VALUES (:id, :outlet, 'k' || :id, 'g' || :id,
                     'https://outlet' || :outlet || '.example/' || :id, :title, '', 'en',
                     'A summary of ' || :title, '', '', '', :at, :at, :at, 'd')
              """)
          .bind("id", id)
          .bind("outlet", outlet)
          .bind("title", title)
          .bind("at", at)
          .execute();
      handle.attach(Revisions.class).bump("wire", at);
      handle.attach(Revisions.class).bump("outlet:" + outlet, at);
    });
  }

  static void story(Database database, long id, String name, String headline, String... pieces) {
    database.change(handle -> {
      handle
          .createUpdate(
              """
              INSERT INTO story (id, name, headline, lead, pieces, outlets, independent, first_seen,
                     last_seen)
              VALUES (:id, :name, :headline, :lead, :count, :count, :count, :at, :at)
              """)
          .bind("id", id)
          .bind("name", name)
          .bind("headline", headline)
          .bind("lead", pieces[0])
          .bind("count", pieces.length)
          .bind("at", NOON)
          .execute();
      for (var piece : pieces) {
        handle
            .createUpdate(
                """
                INSERT INTO placement (piece, story, at, seen, score, reasons, copy_of, digest)
                VALUES (:piece, :story, :at, :at, 1, '', '', 'd')
                """)
            .bind("piece", piece)
            .bind("story", id)
            .bind("at", NOON)
            .execute();
      }
      handle.attach(Revisions.class).bump("stories", NOON);
      handle.attach(Revisions.class).bump("story:" + name, NOON);
    });
  }

  static void related(Database database, String piece, int rank, String other) {
    database.change(handle -> {
      handle
          .createUpdate(
              "INSERT INTO related (piece, rank, other, score, why) VALUES (?, ?, ?, 1, '')")
          .bind(0, piece)
          .bind(1, rank)
          .bind(2, other)
          .execute();
      handle.attach(Revisions.class).bump("articles", NOON.plusSeconds(60L * rank));
    });
  }
}

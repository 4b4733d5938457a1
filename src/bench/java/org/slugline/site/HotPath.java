package org.slugline.site;

import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Server;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Masthead;
import org.slugline.edition.Printing;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/**
 * Serves one feed of some 50 kB twice: on the first port through {@link EditionHandler}, on the
 * second through a plain Javalin route that returns the same bytes. A load generator outside, such
 * as wrk, asks both; {@code src/bench/hot-path.sh} does so beside nginx.
 */
public final class HotPath {
  private HotPath() {}

  /**
   * @param args two ports, then a directory for the database and the bytes
   */
  public static void main(String[] args) throws Exception {
    var dir = Path.of(args[2]);
    var database =
        ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(1)))).database();
    fill(database);
    var base = "http://localhost:" + args[0];
    var masthead =
        new Masthead("The Example", "", URI.create(base), "en", ZoneOffset.UTC, "", "", "", false);
    var editions =
        new Editions(database, new Printing(masthead, EditionSettings.STANDARD, List.of()));
    var edition = editions.find("/wire/feed.rss").orElseThrow();
    var plain = new byte[edition.plain().remaining()];
    edition.plain().get(plain);
    var zipped = new byte[edition.zipped().remaining()];
    edition.zipped().get(zipped);
    Files.write(dir.resolve("feed.rss"), plain);
    Files.write(dir.resolve("feed.rss.gz"), zipped);

    var server = new Server(Integer.parseInt(args[0]));
    server.insertHandler(
        new EditionHandler(
            editions, base, Duration.ofMinutes(5), Pace.none(), new Clients(List.of())));
    server.insertHandler(new Gate(new Headers(List.of()), base, 256));
    server.start();
    Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
              config.routes.get(
                  "/wire/feed.rss",
                  ctx -> {
                    ctx.contentType("application/rss+xml; charset=utf-8");
                    ctx.result(plain);
                  });
            })
        .start(Integer.parseInt(args[1]));
    new CountDownLatch(1).await();
  }

  private static void fill(Database database) {
    database.change(handle -> {
      var now = Instant.parse("2026-03-02T12:00:00Z");
      for (var id = 1; id <= 50; id++) {
        handle
            .createUpdate(
                """
                INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline,
                       rights, body, body_type, html, text, section, section_slug, language, authors,
                       tags, images, videos, audio, sources, published, released, updated, version,
                       note, digest)
                VALUES (:id, 'tag:news.example,2026-03-02:' || :id, 'piece-' || :id, 'released',
                       'Headline ' || :id, 'Standfirst', '', '', '', :html, 'text/html', :html, :html, 'World',
                       'world', 'en', '[]', '[]', '[]', '[]', '[]', '[]', :at, :at, :at, 1, '', 'd')
                """)
            .bind("id", id)
            .bind("html", "<p>Words of the piece " + id + ", as they come.</p>" + "x".repeat(510))
            .bind("at", now.plusSeconds(id).toEpochMilli())
            .execute();
      }
      handle.attach(Revisions.class).bump("wire", now);
    });
  }
}

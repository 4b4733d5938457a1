package org.slugline.edition;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.Revisions;
import org.slugline.store.StoreSettings;

/** Printing 50 articles of about 600 words from their rows: SQL, entries, bytes, gzip, digest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class EditionBench {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Param({"rss", "atom", "json"})
  private String suffix = "";

  private Path dir;
  private Database database;
  private Editions editions;
  private Press press;
  private Name name;

  @Setup
  public void open() throws IOException {
    dir = Files.createTempDirectory("slugline-bench");
    database =
        ((Opening.Opened) Database.open(new StoreSettings(dir, Duration.ofSeconds(1)))).database();
    database.change(handle -> {
      for (var id = 1; id <= 200; id++) {
        handle
            .createUpdate(
                """
                INSERT INTO article (id, uri, slug, state, headline, standfirst, kicker, dateline,
                       rights, body, body_type, html, text, section, section_slug, language, authors,
                       tags, images, videos, audio, sources, published, released, updated, version,
                       note, digest)
                VALUES (:id, 'tag:news.example,2026-03-02:' || :id, 'piece-' || :id, 'released',
                       'UK sends troops to Poland ' || :id, 'Our correspondent reports', '', '', '', :html,
                       'text/html', :html, :html, 'World', 'world', 'en', '[{"name": "Rachel Younger"}]',
                       '["Nato", "Ukraine"]',
                       '[{"url": "https://img.example/w.jpg", "caption": "Two men", "credit": "PA"}]',
                       '[]', '[]', '[]', :at, :at, :at, 1, '', 'd')
                """)
            .bind("id", id)
            .bind(
                "html",
                "<p>The UK is sending “350” military personnel to Poland amid fears.</p>\n"
                    .repeat(50))
            .bind("at", NOON.plusSeconds(id).toEpochMilli())
            .execute();
      }
      handle.attach(Revisions.class).bump("articles", NOON);
    });
    var masthead =
        new Masthead(
            "The Example",
            "",
            URI.create("https://news.example"),
            "en",
            ZoneOffset.UTC,
            "",
            "",
            "",
            false);
    var printing = new Printing(masthead, EditionSettings.STANDARD, List.of());
    editions = new Editions(database, printing);
    press = new Press(printing, Instant.EPOCH);
    name = Name.of("/feed." + suffix).orElseThrow();
  }

  @TearDown
  public void close() throws IOException {
    database.close();
    try (var files = Files.walk(dir)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Everything, as after a change of the rows. */
  @Benchmark
  public Object print() {
    return database.read(handle ->
        press.print(
            handle,
            name,
            Contents.revision(handle.attach(Revisions.class), name),
            java.util.Optional.empty()));
  }

  /** What a request costs before HTTP, while nobody commits. */
  @Benchmark
  public Object find() {
    return editions.find("/feed." + suffix);
  }
}

package org.slugline.edition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slugline.feed.Sitemap;

/** What the site tells search engines: as printed and kept as feeds are. */
sealed interface SiteFile {
  Pattern PART = Pattern.compile("/sitemap/([1-9]\\d{0,4})\\.xml");

  /** Google wants what is two days old at most. */
  Duration NEWS = Duration.ofDays(2);

  /** {@code /sitemap.xml}: the pages, or a list of parts where there are too many. */
  record Pages() implements SiteFile {}

  /**
   * {@code /sitemap/3.xml}.
   *
   * @param number from 1
   */
  record Part(int number) implements SiteFile {}

  /** {@code /news-sitemap.xml}. */
  record News() implements SiteFile {}

  /** {@code /robots.txt}. */
  record Robots() implements SiteFile {}

  static Optional<SiteFile> of(String path) {
    return switch (path) {
      case "/sitemap.xml" -> Optional.of(new Pages());
      case "/news-sitemap.xml" -> Optional.of(new News());
      case "/robots.txt" -> Optional.of(new Robots());
      default -> {
        var part = PART.matcher(path);
        yield part.matches()
            ? Optional.of(new Part(Integer.parseInt(part.group(1))))
            : Optional.empty();
      }
    };
  }

  default String path() {
    return switch (this) {
      case Pages() -> "/sitemap.xml";
      case Part(var number) -> "/sitemap/" + number + ".xml";
      case News() -> "/news-sitemap.xml";
      case Robots() -> "/robots.txt";
    };
  }

  default String mediaType() {
    return this instanceof Robots ? "text/plain; charset=utf-8" : "application/xml; charset=utf-8";
  }

  /**
   * @return UTF-8; empty for a part that does not exist
   */
  default Optional<byte[]> print(Handle handle, Masthead masthead, int most) {
    var rows = handle.attach(SiteRows.class);
    return switch (this) {
      case Pages() -> {
        var count = rows.released();
        yield Optional.of(
            count <= most
                ? Sitemap.pages(part(rows, masthead, 1, most))
                : Sitemap.index(parts(masthead, count, most)));
      }
      case Part(var number) -> {
        var places = part(rows, masthead, number, most);
        yield places.isEmpty() ? Optional.empty() : Optional.of(Sitemap.pages(places));
      }
      case News() -> Optional.of(news(rows, masthead));
      case Robots() -> Optional.of(robots(masthead).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static List<Sitemap.Place> part(SiteRows rows, Masthead masthead, int number, int most) {
    var places = new ArrayList<Sitemap.Place>();
    for (var page : rows.pages(most, (number - 1) * most)) {
      places.add(
          new Sitemap.Place(masthead.url("/articles/" + page.slug()), Optional.of(page.updated())));
    }
    return places;
  }

  private static List<Sitemap.Place> parts(Masthead masthead, int count, int most) {
    var parts = new ArrayList<Sitemap.Place>();
    for (var number = 1; (number - 1) * most < count && number <= Sitemap.MOST; number++) {
      parts.add(new Sitemap.Place(masthead.url("/sitemap/" + number + ".xml"), Optional.empty()));
    }
    return parts;
  }

  // two days before the newest of them, not before now: the same rows give the same bytes
  private static byte[] news(SiteRows rows, Masthead masthead) {
    var since = rows.newest().map(at -> at.minus(NEWS)).orElse(Instant.EPOCH);
    var news =
        rows.since(since, Sitemap.MOST_NEWS).stream()
            .map(page ->
                new Sitemap.News(
                    masthead.url("/articles/" + page.slug()),
                    page.headline(),
                    page.published(),
                    page.language()))
            .toList();
    return Sitemap.news(masthead.title(), news);
  }

  private static String robots(Masthead masthead) {
    return """
    User-agent: *
    Disallow: /desk
    Disallow: /search
    Disallow: /api/

    Sitemap: %s
    Sitemap: %s
    """
        .formatted(masthead.url("/sitemap.xml"), masthead.url("/news-sitemap.xml"));
  }
}

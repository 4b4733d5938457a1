package org.slugline.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sitemaps of sitemaps.org 0.9, and Google's extension for news. */
public final class Sitemap {
  /** Addresses of one document, and documents of one index, sitemaps.org §Sitemap file limits. */
  public static final int MOST = 50_000;

  /** Articles of one news sitemap. */
  public static final int MOST_NEWS = 1_000;

  private static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

  private Sitemap() {}

  /** A page, or a sitemap of an index. */
  public record Place(String url, Optional<Instant> changed) {}

  /** An article for a news sitemap. */
  public record News(String url, String title, Instant published, String language) {}

  /**
   * @param places {@link #MOST} at most
   * @return UTF-8
   */
  public static byte[] pages(List<Place> places) {
    return list("urlset", "url", places);
  }

  /** A list of sitemaps. */
  public static byte[] index(List<Place> maps) {
    return list("sitemapindex", "sitemap", maps);
  }

  /**
   * @param publication name of the newspaper
   */
  public static byte[] news(String publication, List<News> articles) {
    var xml = new XmlText().open("urlset").namespace("", MAP).namespace("news", NEWS);
    for (var article : articles) {
      xml.open("url").element("loc", Printed.address(article.url()));
      xml.open("news:news");
      xml.open("news:publication")
          .element("news:name", publication)
          .element("news:language", language(article.language()))
          .close();
      xml.element("news:publication_date", Printed.rfc3339(article.published()));
      xml.element("news:title", article.title()).close().close();
    }
    return xml.close().bytes();
  }

  private static byte[] list(String root, String name, List<Place> places) {
    var xml = new XmlText().open(root).namespace("", MAP);
    for (var place : places) {
      xml.open(name).element("loc", Printed.address(place.url()));
      place.changed().ifPresent(at -> xml.element("lastmod", Printed.rfc3339(at)));
      xml.close();
    }
    return xml.close().bytes();
  }

  // ISO 639; Chinese alone is told apart by its script's home
  private static String language(String tag) {
    var lower = tag.toLowerCase(java.util.Locale.ROOT);
    return switch (lower) {
      case "zh-tw", "zh-hk", "zh-hant" -> "zh-tw";
      case "zh", "zh-cn", "zh-hans" -> "zh-cn";
      default -> lower.replaceFirst("-.*", "");
    };
  }
}

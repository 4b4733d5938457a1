package org.slugline.feed;

import static org.slugline.feed.XmlDocument.add;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Sitemaps of sitemaps.org 0.9, and Google's extension for news. */
public final class Sitemap {
  /** Addresses of one document, and documents of one index, sitemaps.org §Sitemap file limits. */
  public static final int MOST = 50_000;

  /** Articles of one news sitemap. */
  public static final int MOST_NEWS = 1_000;

  private static final Namespace MAP =
      Namespace.getNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
  private static final Namespace NEWS =
      Namespace.getNamespace("news", "http://www.google.com/schemas/sitemap-news/0.9");

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
    var root = new Element("urlset", MAP);
    root.addNamespaceDeclaration(NEWS);
    for (var article : articles) {
      var paper = new Element("publication", NEWS);
      paper.addContent(new Element("name", NEWS).setText(LegalText.line(publication)));
      paper.addContent(new Element("language", NEWS).setText(language(article.language())));
      var news = new Element("news", NEWS);
      add(news, paper);
      add(
          news,
          new Element("publication_date", NEWS).setText(Printed.rfc3339(article.published())));
      add(news, new Element("title", NEWS).setText(LegalText.line(article.title())));
      var url = new Element("url", MAP);
      add(url, new Element("loc", MAP).setText(LegalText.line(article.url())));
      add(url, news);
      add(root, url);
    }
    root.addContent("\n");
    return XmlDocument.bytes(root);
  }

  private static byte[] list(String root, String name, List<Place> places) {
    var list = new Element(root, MAP);
    for (var place : places) {
      var element = new Element(name, MAP);
      element.addContent(new Element("loc", MAP).setText(LegalText.line(place.url())));
      place
          .changed()
          .ifPresent(
              at -> element.addContent(new Element("lastmod", MAP).setText(Printed.rfc3339(at))));
      add(list, element);
    }
    list.addContent("\n");
    return XmlDocument.bytes(list);
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

package org.slugline.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An article that was written as a page of HTML. Texts are {@code ""} where the page says nothing.
 *
 * @param heading the first {@code h1}, which {@code body} no longer has
 * @param meta {@code name} or {@code property}, in small letters → content
 * @param body markup as it was written, <em>not sanitised</em>; each of the figures is {@code
 *     <p>![](src)</p>}
 */
public record WebPage(
    String title,
    String heading,
    String language,
    Map<String, String> meta,
    String body,
    List<Figure> figures) {

  /**
   * A picture, video or sound that stands alone.
   *
   * @param medium {@code img}, {@code video} or {@code audio}
   * @param saysAlt whether it has an {@code alt}, be it empty
   */
  public record Figure(
      String medium,
      String src,
      boolean saysAlt,
      String alt,
      String title,
      String poster,
      String type,
      String caption) {}

  /** Reads whatever it is given; never throws for what it holds. */
  public static WebPage read(String html) {
    var page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    var meta = new HashMap<String, String>();
    for (var tag : page.select("meta[content]")) {
      var name = tag.hasAttr("property") ? tag.attr("property") : tag.attr("name");
      meta.putIfAbsent(name.toLowerCase(Locale.ROOT), tag.attr("content").strip());
    }
    var root = page.select("html").first();
    var article = page.select("article").first();
    var body = article == null ? page.body() : article;
    var heading = body.select("h1").first();
    if (heading == null) {
      heading = page.select("h1").first();
    }
    var head = heading == null ? "" : heading.text().strip();
    if (heading != null) {
      heading.remove();
    }
    var figures = new ArrayList<Figure>();
    for (var element : body.select("figure")) {
      take(element, figures);
    }
    for (var element : body.select("video, audio, p:has(> img:only-child)")) {
      take(element, figures);
    }
    return new WebPage(
        page.title().strip(),
        head,
        root == null ? "" : root.attr("lang").strip(),
        Map.copyOf(meta),
        body.html().strip(),
        List.copyOf(figures));
  }

  private static void take(Element element, List<Figure> figures) {
    var media = element.select("img, video, audio");
    var caption = element.select("figcaption").text().strip();
    var words = element.text().strip();
    if (media.size() != 1 || !element.select("blockquote, table, pre").isEmpty()) {
      return; // a gallery, a quotation, a listing: stays as it is
    }
    var medium = media.getFirst();
    var alone = element.tagName().equals("p") && !words.isEmpty();
    var src = source(medium);
    if (alone || src.isEmpty() || element.parent() == null) {
      return;
    }
    figures.add(
        new Figure(
            medium.tagName(),
            src,
            medium.hasAttr("alt"),
            medium.attr("alt").strip(),
            medium.attr("title").strip(),
            medium.attr("poster").strip(),
            medium.tagName().equals("img") ? "" : type(medium),
            caption));
    element.replaceWith(new Element("p").text("![](" + src + ")"));
  }

  private static String source(Element medium) {
    var inner = medium.select("source[src]").first();
    var src = medium.attr("src").strip();
    return src.isEmpty() && inner != null ? inner.attr("src").strip() : src;
  }

  private static String type(Element medium) {
    var inner = medium.select("source[type]").first();
    return inner == null ? "" : inner.attr("type").strip();
  }
}

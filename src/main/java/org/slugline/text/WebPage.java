package org.slugline.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
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

  /** A picture that leads to its larger self. */
  private static final String LINKED = "p:has(> a:only-child > img:only-child)";

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
    var figures = figures(body, _ -> true);
    return new WebPage(
        page.title().strip(),
        head,
        root == null ? "" : root.attr("lang").strip(),
        Map.copyOf(meta),
        body.html().strip(),
        figures);
  }

  /**
   * Reads what stands between the tags of a page, its headings included.
   *
   * @param known sources of the figures that are to be taken; others stay as they are
   */
  public static WebPage fragment(String html, Predicate<String> known) {
    var page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    var figures = figures(page.body(), known);
    return new WebPage("", "", "", Map.of(), page.body().html().strip(), figures);
  }

  private static List<Figure> figures(Element body, Predicate<String> known) {
    var figures = new ArrayList<Figure>();
    for (var element : body.select("figure")) {
      take(element, known, figures);
    }
    for (var element : body.select("video, audio, p:has(> img:only-child), " + LINKED)) {
      take(element, known, figures);
    }
    return List.copyOf(figures);
  }

  private static void take(Element element, Predicate<String> known, List<Figure> figures) {
    var media = element.select("img, video, audio");
    var caption = element.select("figcaption").text().strip();
    var words = element.text().strip();
    if (media.size() != 1
        || element.select("figure").size() > 1
        || !element.select("blockquote, table, pre").isEmpty()) {
      return; // a gallery, a quotation, a listing: stays as it is
    }
    var medium = media.getFirst();
    var alone = element.tagName().equals("p") && (!words.isEmpty() || leadsOn(medium));
    var src = source(medium);
    if (alone || src.isEmpty() || !known.test(src) || element.parent() == null) {
      return;
    }
    figures.add(
        new Figure(
            medium.tagName(),
            src,
            medium.hasAttr("alt"),
            medium.attr("alt").strip(),
            medium.attr("title").strip(),
            known.test(medium.attr("poster").strip()) ? medium.attr("poster").strip() : "",
            medium.tagName().equals("img") ? "" : type(medium),
            caption));
    element.replaceWith(
        src.matches(".*[()<>\\s].*")
            ? new Element("p").appendChild(new Element("img").attr("src", src))
            : new Element("p").text("![](" + src + ")"));
  }

  /** Whether a click on it leads to more than its larger self. */
  private static boolean leadsOn(Element medium) {
    var around = medium.parent();
    return around != null
        && around.hasAttr("href")
        && !around.attr("href").matches("(?i).*\\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?");
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

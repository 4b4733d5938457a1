package org.slugline.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.slugline.text.Links;
import org.slugline.text.Sanitizer;

/**
 * Where the feeds of a page are likely to be: what the page says itself, then what its links look
 * like, then where software of its kind keeps them. Nothing is fetched.
 */
public final class Discovery {
  private static final int MOST = 30;
  private static final int MOST_BYTES = 4 << 20;
  private static final int DEEPEST = 200;
  private static final int LONGEST_TITLE = 200;
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/x.atom+xml",
          "application/x-atom+xml",
          "application/rss",
          "application/xml",
          "text/xml",
          "text/rss",
          "text/rss+xml",
          "text/atom",
          "application/json");

  /** Also spoken by what is no feed: taken where the address or the title says so. */
  private static final Set<String> VAGUE =
      Set.of("application/xml", "text/xml", "application/rdf+xml", "application/json");

  private static final Pattern FEEDISH =
      Pattern.compile(
          "(?:^|[/._?=&-])(?:feeds?|rss2?|atom|rdf|feed1|index\\.(?:xml|rdf|rss|atom))(?:[/._?=&-]|$)"
              + "|\\.(?:rss|atom|rdf)(?:$|[?])|feed\\.(?:xml|json)|feeds?\\.|rss\\.|format=(?:rss|feed|atom)");

  /** What links to feeds are called, in any language: few translate these words. */
  private static final Pattern SAYS_FEED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:rss|atom|json[ -]?feed|(?:web|news)[ -]?feed)(?![\\p{Alpha}])"
              + "|^\\s*(?:feed|flux|syndication|フィード|订阅|訂閱|лента|피드|خلاصات|עדכונים)\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST_LABEL = 60;

  private static final Pattern COMMENTS =
      Pattern.compile(
          "comment|komment|coment[aá]r|commenti|reacties|opmerking|комментар|коментар|yorum"
              + "|评论|評論|コメント|댓글|تعليق|תגוב",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Of readers and podcast players, which they lay over http. */
  private static final List<String> FEED_SCHEMES = List.of("feed:", "podcast:", "itpc:", "pcast:");

  private static final List<String> KNOWN_PLACES =
      List.of(
          "/feed",
          "/rss",
          "/feed.xml",
          "/rss.xml",
          "/atom.xml",
          "/index.xml",
          "/feed.json",
          "/feed/atom",
          "/feeds/posts/default",
          "/?feed=rss2",
          "/index.rdf",
          "/blog/feed");

  /** How a candidate came to be one, the surest first. */
  public enum Sign {
    /** The address itself says it, for sites whose feeds have a known place. */
    SITE,
    /** {@code link} with {@code rel=alternate} or {@code rel=feed}. */
    DECLARED,
    /** {@code a} whose address or text looks like it. */
    LINKED,
    /** A place where feeds often are, of which the page says nothing. */
    GUESSED
  }

  /**
   * @param url absolute http or https
   * @param title plain, as the page says; else {@code ""}
   * @param type as the page says; else {@code ""}
   */
  public record Candidate(String url, String title, String type, Sign sign) {
    /** Of what readers write under a piece: seldom what somebody looks for. */
    public boolean isOfComments() {
      return COMMENTS.matcher(title + " " + url).find();
    }
  }

  private Discovery() {}

  /**
   * @param page the bytes that {@code url} answered with, whatever they are; only the first 4 MiB
   *     are looked at
   * @param contentType of the answer; {@code ""} where it had none
   * @param url of the page, after redirects, absolute http or https
   * @return at most 30, the surest first; comments' feeds after others; no two of one address
   */
  public static List<Candidate> candidates(byte[] page, String contentType, String url) {
    var found = new LinkedHashMap<String, Candidate>();
    for (var address : KnownSites.feedsOf(url)) {
      add(found, new Candidate(address, "", "", Sign.SITE));
    }
    var document = parse(page, contentType);
    var base = base(document, url);
    var declared = declared(document, base);
    declared.forEach(candidate -> add(found, candidate));
    KnownSites.feedsIn(document, url)
        .forEach(address -> add(found, new Candidate(address, "", "", Sign.SITE)));
    linked(document, base).forEach(candidate -> add(found, candidate));
    for (var place : KNOWN_PLACES) {
      add(found, new Candidate(Links.absolute(place, url), "", "", Sign.GUESSED));
    }
    var root = Links.absolute("/", url);
    found.remove(url);
    found.remove(root);
    return found.values().stream().limit(MOST).toList();
  }

  private static void add(Map<String, Candidate> found, Candidate candidate) {
    if (candidate.url().startsWith("http")) {
      found.putIfAbsent(candidate.url(), candidate);
    }
  }

  private static Document parse(byte[] page, String contentType) {
    var length = Math.min(page.length, MOST_BYTES);
    var text = PageText.decode(page, length, contentType);
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
  }

  private static String base(Document document, String url) {
    var element = document.selectFirst("base[href]");
    var base = element == null ? "" : Links.absolute(element.attr("href"), url);
    return base.startsWith("http") ? base : url;
  }

  /** HTML §4.6.7.1 and its rel=feed; those for comments come last. */
  private static Collection<Candidate> declared(Document document, String base) {
    var first = new ArrayList<Candidate>();
    var comments = new ArrayList<Candidate>();
    for (var link : document.select("link[href]")) {
      var relations = Set.of(words(link.attr("rel")));
      var type = mime(link.attr("type"));
      var title = title(link.attr("title"));
      var address = Links.absolute(feedScheme(link.attr("href")), base);
      var isFeed = relations.contains("feed") || relations.contains("alternate");
      if (!isFeed || relations.contains("stylesheet") || !address.startsWith("http")) {
        continue;
      }
      if (speaks(type, relations, address, title)) {
        var candidate = new Candidate(address, title, type, Sign.DECLARED);
        (candidate.isOfComments() ? comments : first).add(candidate);
      }
    }
    first.addAll(comments);
    return first;
  }

  private static boolean speaks(String type, Set<String> relations, String address, String title) {
    if (type.isEmpty()) {
      return relations.contains("feed") || isFeedish(address, "");
    }
    if (!TYPES.contains(type)) {
      return relations.contains("feed") && !type.equals("text/html");
    }
    return !VAGUE.contains(type)
        || relations.contains("feed")
        || (isFeedish(address, title)
            && !address.contains("oembed")
            && !address.contains("wp-json"));
  }

  private static List<Candidate> linked(Document document, String base) {
    var sure = new ArrayList<Candidate>();
    var likely = new ArrayList<Candidate>();
    for (var link : document.select("a[href]")) {
      if (sure.size() >= MOST) {
        break;
      }
      var written = link.attr("href");
      var address = Links.absolute(feedScheme(written), base);
      if (!address.startsWith("http")) {
        continue;
      }
      var title = title(label(link));
      var type = mime(link.attr("type"));
      var candidate = new Candidate(address, title, type, Sign.LINKED);
      if (List.of(words(link.attr("rel"))).contains("feed")
          || (TYPES.contains(type) && !VAGUE.contains(type))
          || !feedScheme(written).equals(written.strip())) {
        sure.add(candidate);
      } else if (isFeedish(address, title) && likely.size() < MOST) {
        likely.add(candidate);
      }
    }
    sure.addAll(likely);
    sure.sort(Comparator.comparing(Candidate::isOfComments));
    return sure;
  }

  private static String label(Element link) {
    var image = link.selectFirst("img[alt], svg[aria-label]");
    return Stream.of(
            link.text(),
            image == null ? "" : image.attr("alt") + image.attr("aria-label"),
            link.attr("aria-label"),
            link.attr("title"))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("");
  }

  private static boolean isFeedish(String address, String text) {
    var start = address.indexOf('/', address.indexOf("://") + 3);
    var path = (start < 0 ? "" : address.substring(start)).toLowerCase(Locale.ROOT);
    if (FEEDISH.matcher(path).find()) {
      return !path.contains("feedback") && !path.endsWith(".html") && !path.endsWith(".png");
    }
    var host = address.substring(address.indexOf("://") + 3).toLowerCase(Locale.ROOT);
    return host.startsWith("feeds.")
        || host.startsWith("rss.")
        || (text.length() <= LONGEST_LABEL && SAYS_FEED.matcher(text).find());
  }

  private static String feedScheme(String address) {
    var stripped = address.strip();
    for (var scheme : FEED_SCHEMES) {
      if (stripped.regionMatches(true, 0, scheme, 0, scheme.length())) {
        var rest = stripped.substring(scheme.length());
        return rest.startsWith("//") ? "http:" + rest : rest;
      }
    }
    return stripped;
  }

  private static String[] words(String relations) {
    return Arrays.stream(relations.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .distinct()
        .toArray(String[]::new);
  }

  private static String mime(String type) {
    var semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static String title(String written) {
    var plain = Sanitizer.plain(Sanitizer.escape(written.length() > 1_000 ? "" : written).markup());
    return plain.length() > LONGEST_TITLE ? plain.substring(0, LONGEST_TITLE) : plain;
  }
}

package org.slugline.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A namespace with all the names that the web has for it. */
enum Family {
  /** RSS of every kind, CDF, and whatever has neither prefix nor a known namespace. */
  CORE(
      "rss rss1 rss2",
      "purl.org/rss/1.0",
      "purl.org/net/rss1.1",
      "backend.userland.com/rss",
      "backend.userland.com/rss2",
      "blogs.law.harvard.edu/tech/rss",
      "cyber.law.harvard.edu/rss",
      "my.netscape.com/rdf/simple/0.9",
      "channel.netscape.com/rdf/simple/0.9",
      "my.netscape.com/publish/formats/rss-0.91.dtd",
      "www.rssboard.org/rss-specification"),
  ATOM(
      "atom atom10 atom03 a10",
      "www.w3.org/2005/atom",
      "purl.org/atom/ns",
      "example.com/newformat",
      "example.com/necho",
      "purl.org/echo",
      "uri/of/echo/namespace"),
  DC("dc", "purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0"),
  DCTERMS("dcterms", "purl.org/dc/terms"),
  CONTENT("content", "purl.org/rss/1.0/modules/content"),
  XHTML("xhtml html", "www.w3.org/1999/xhtml"),
  RDF("rdf", "www.w3.org/1999/02/22-rdf-syntax-ns"),
  ITUNES("itunes", "www.itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd"),
  MEDIA(
      "media",
      "search.yahoo.com/mrss",
      "video.search.yahoo.com/mrss",
      "tools.search.yahoo.com/mrss",
      "www.rssboard.org/media-rss"),
  SLASH("slash", "purl.org/rss/1.0/modules/slash"),
  SYNDICATION("sy syn", "purl.org/rss/1.0/modules/syndication"),
  ADMIN("admin", "webns.net/mvcb"),
  THREAD("thr", "purl.org/syndication/thread/1.0"),
  WFW("wfw", "wellformedweb.org/commentapi"),
  CREATIVE_COMMONS(
      "creativecommons cc",
      "backend.userland.com/creativecommonsrssmodule",
      "web.resource.org/cc",
      "cyber.law.harvard.edu/rss/creativecommonsrssmodule.html",
      "creativecommons.org/ns"),
  FEEDBURNER("feedburner", "rssnamespace.org/feedburner/ext/1.0"),
  GOOGLEPLAY("googleplay", "www.google.com/schemas/play-podcasts/1.0"),
  WITHDRAWAL("at", "purl.org/atompub/tombstones/1.0"),
  OTHER("");

  private static final Map<String, Family> BY_ADDRESS = new HashMap<>();
  private static final Map<String, Family> BY_PREFIX = new HashMap<>();

  static {
    for (var family : values()) {
      for (var address : family.addresses.split(" ")) {
        BY_ADDRESS.put(address, family);
      }
      for (var prefix : family.prefixes.split(" ")) {
        BY_PREFIX.put(prefix, family);
      }
    }
    BY_ADDRESS.remove("");
    BY_PREFIX.put("", CORE);
  }

  private final String prefixes;
  private final String addresses;

  Family(String prefixes, String... addresses) {
    this.prefixes = prefixes;
    this.addresses = String.join(" ", addresses);
  }

  /**
   * By the namespace's address, whatever its scheme, case and last sign; where that says nothing,
   * by the prefix, for those who declare it wrongly or not at all.
   */
  static Family of(String namespace, String prefix) {
    var known = BY_ADDRESS.get(bare(namespace));
    return known != null ? known : BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER);
  }

  private static String bare(String namespace) {
    var name = namespace.strip().toLowerCase(Locale.ROOT);
    var start = name.startsWith("http://") ? 7 : name.startsWith("https://") ? 8 : 0;
    var end = name.length();
    while (end > start && "/#".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(start, end);
  }
}

package org.slugline.feed;

import java.util.Locale;

/** Names of formats, as contract/parse.md has them. */
final class Formats {
  private Formats() {}

  /** By the element around the channel. */
  static String root(String local, String version) {
    return local.equalsIgnoreCase("rdf") ? "rss1.0" : rss(version.strip());
  }

  /**
   * By the channel or feed itself.
   *
   * @param outer what the root said, {@code ""} where there was none
   */
  static String channel(String local, String namespace, String version, String outer) {
    var space = namespace.toLowerCase(Locale.ROOT);
    if (local.equalsIgnoreCase("feed") || local.equalsIgnoreCase("entry")) {
      return space.contains("purl.org/atom/ns") || version.strip().startsWith("0.")
          ? "atom0.3"
          : "atom1.0";
    }
    if (outer.equals("rss1.0") && space.contains("netscape.com/rdf/simple/0.9")) {
      return "rss0.9";
    }
    return outer.isEmpty() ? "cdf" : outer;
  }

  private static String rss(String version) {
    if (version.startsWith("2")) {
      return "rss2.0";
    }
    return switch (version) {
      case "0.9", "0.90" -> "rss0.9";
      case "0.91", "0.92", "0.93", "0.94" -> "rss" + version;
      default -> "rss";
    };
  }

  /** Link relations by their short names, RFC 8288 §2.1.2. */
  static String bareRelation(String rel) {
    var iana = "http://www.iana.org/assignments/relation/";
    return rel.regionMatches(true, 0, iana, 0, iana.length()) ? rel.substring(iana.length()) : rel;
  }
}

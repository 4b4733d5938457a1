package org.slugline.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Feeds to be served. */
final class Documents {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Documents() {}

  /** One item a headline, hours apart, the first the newest. */
  static String rss(String... headlines) {
    var items = new StringBuilder();
    var at = Newsroom.START.minus(Duration.ofMinutes(10));
    for (var headline : headlines) {
      items.append(item(headline.replaceAll("\\W+", "-"), headline, "What is known so far.", at));
      at = at.minus(Duration.ofHours(1));
    }
    return channel(items.toString());
  }

  static String channel(String items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Harbour Post</title>"
        + "<link>https://harbour.example/</link><description>News of the harbour</description>"
        + items
        + "</channel></rss>";
  }

  static String item(String slug, String headline, String summary, Instant at) {
    return item(
        "https://harbour.example/news/2026/" + slug,
        "https://harbour.example/news/2026/" + slug,
        headline,
        summary,
        "<pubDate>" + RFC_822.format(at) + "</pubDate>");
  }

  static String item(String guid, String link, String headline, String summary, String more) {
    return "<item>"
        + (guid.isEmpty() ? "" : "<guid>" + guid + "</guid>")
        + (link.isEmpty() ? "" : "<link>" + link + "</link>")
        + ("<title>" + headline + "</title><description>" + summary + "</description>")
        + (more + "</item>");
  }
}

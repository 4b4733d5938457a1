package org.slugline.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pictures and frames that are there to count readers, not to be seen. */
final class Pixels {
  private static final Set<String> HOSTS =
      Set.of(
          "feeds.feedburner.com",
          "feedproxy.google.com",
          "pixel.wp.com",
          "stats.wordpress.com",
          "stats.wp.com",
          "pixel.quantserve.com",
          "b.scorecardresearch.com",
          "sb.scorecardresearch.com",
          "google-analytics.com",
          "ssl.google-analytics.com",
          "googletagmanager.com",
          "pagead2.googlesyndication.com",
          "tpc.googlesyndication.com",
          "ads.feedburner.com",
          "feedads.g.doubleclick.net",
          "rss.buysellads.com",
          "ct.pinterest.com",
          "analytics.twitter.com",
          "px.ads.linkedin.com",
          "bat.bing.com",
          "hits.theguardian.com",
          "pixel.facebook.com",
          "count.carrierzone.com",
          "statcounter.com",
          "c.statcounter.com",
          "pi.feedsportal.com",
          "da.feedsportal.com",
          "res.feedsportal.com",
          "share.feedsportal.com",
          "tracking.feedpress.com",
          "tracking.feedpress.it",
          "feedpress.me",
          "rss.feedsportal.com",
          "mf.feeds.reuters.com",
          "pixel.mathtag.com",
          "secure-us.imrworldwide.com",
          "logi6.xiti.com",
          "logc.xiti.com",
          "in.getclicky.com",
          "piwik.pro",
          "zemanta.com",
          "img.zemanta.com",
          "api.follow.it",
          "ping.chartbeat.net",
          "pixel.parsely.com",
          "srv.pixel.parsely.com",
          "pixel.propublica.org",
          "pixel.vox.com");
  private static final List<String> DOMAINS =
      List.of(
          ".doubleclick.net",
          ".vgwort.de",
          ".ioam.de",
          ".2o7.net",
          ".omtrdc.net",
          ".amazon-adsystem.com",
          ".adnxs.com",
          ".scorecardresearch.com",
          ".google-analytics.com",
          ".quantserve.com",
          ".xiti.com",
          ".mailtrack.io",
          ".list-manage.com");
  private static final List<String> PATHS =
      List.of(
          "facebook.com/tr?",
          "facebook.com/tr/",
          "medium.com/_/stat?",
          "counter.theconversation.com/",
          "blogger.googleusercontent.com/tracker/",
          "feeds.wordpress.com/1.0/",
          "/~r/",
          "/~ff/",
          "/~4/",
          "/wp-json/statistics",
          "/piwik.php",
          "/matomo.php",
          "/b/ss/",
          "/open.aspx?",
          "/pixel.gif",
          "/pixel.png",
          "/tracking-pixel",
          "/track/open",
          "/1x1.gif",
          "/1x1.png",
          "/spacer.gif",
          "/e/o/",
          "/counter.php?");
  private static final Pattern UNSEEN =
      Pattern.compile(
          "display\\s*:\\s*none|visibility\\s*:\\s*hidden"
              + "|(?<![-\\w])(?:width|height)\\s*:\\s*[01](?:px)?\\s*(?:;|!|$)");

  private Pixels() {}

  static boolean isPixel(Element element, String address) {
    return isPixel(element.attr("width"), element.attr("height"), element.attr("style"), address);
  }

  /**
   * @param address absolute; {@code ""} where it has none
   */
  static boolean isPixel(String width, String height, String style, String address) {
    var across = Traits.pixels(width);
    var down = Traits.pixels(height);
    // one of them unsaid, -1, or senseless is as small as the other
    return (across <= 1 && down <= 1 && across + down >= -1)
        || (!style.isEmpty() && UNSEEN.matcher(style.toLowerCase(Locale.ROOT)).find())
        || isCounter(address);
  }

  private static boolean isCounter(String address) {
    var start = address.indexOf("://") + 3;
    if (start < 3) {
      return false;
    }
    var end = address.indexOf('/', start);
    var host = address.substring(start, end < 0 ? address.length() : end).toLowerCase(Locale.ROOT);
    var bare = host.startsWith("www.") ? host.substring(4) : host;
    return HOSTS.contains(bare) || isOfDomain(bare) || (end >= 0 && isOnPath(address));
  }

  private static boolean isOfDomain(String host) {
    for (var domain : DOMAINS) {
      if (host.endsWith(domain) || domain.substring(1).equals(host)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnPath(String address) {
    for (var path : PATHS) {
      if (address.contains(path)) {
        return true;
      }
    }
    return false;
  }
}

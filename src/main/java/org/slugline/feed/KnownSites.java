package org.slugline.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.slugline.text.Links;

/** Sites and software whose pages lead to their feeds by rule. */
final class KnownSites {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.|m\\.|old\\.|new\\.)?([^/?#:]+)(?::\\d+)?([^?#]*)(?:\\?([^#]*))?.*");
  private static final Pattern CHANNEL = Pattern.compile("/channel/(UC[\\w-]{22}).*");
  private static final Pattern LIST = Pattern.compile("(?:.*&)?list=([\\w-]{12,60}).*");
  private static final Pattern SUBREDDIT =
      Pattern.compile(
          "/(r|user|u)/([\\w+-]{1,200})(?:/(hot|new|top|rising|m/\\w{1,50}|comments/[\\w/%-]+))?/?");
  private static final Pattern PROFILE =
      Pattern.compile("/(?:web/)?(@[\\w.-]+|tags/[^/]+)(?:/(?:with_replies|media|\\d+)?)?");
  private static final Pattern IN_PAGE =
      Pattern.compile("\"(?:channelId|externalId|browseId)\":\"(UC[\\w-]{22})\"");
  private static final Pattern FEED_URL =
      Pattern.compile(
          "\"(?:feedUrl|rssUrl|feed_url|rss_feed)\"\\s*:\\s*\"(https?:[^\"\\s<>]{4,500})\"");
  private static final int LONGEST_SCRIPT = 2_000_000;
  private static final Pattern REPOSITORY = Pattern.compile("/([\\w.-]+)/([\\w.-]+?)(?:/.*)?");

  private KnownSites() {}

  /** By the address alone. */
  static List<String> feedsOf(String url) {
    var address = ADDRESS.matcher(url);
    if (url.length() > 2_000 || !address.matches()) {
      return List.of();
    }
    var path = address.group(2);
    var query = address.group(3) == null ? "" : address.group(3);
    return switch (address.group(1).toLowerCase(Locale.ROOT)) {
      case "youtube.com", "youtube-nocookie.com" -> youtube(path, query);
      case "reddit.com" -> reddit(path);
      case "github.com" -> github(path);
      case "medium.com" ->
          path.length() > 1 ? List.of("https://medium.com/feed" + trimmed(path)) : List.of();
      case "bsky.app" ->
          path.matches("/profile/[^/]+/?")
              ? List.of("https://bsky.app" + trimmed(path) + "/rss")
              : List.of();
      default -> List.of();
    };
  }

  /** By what software the page shows to be made with. */
  static List<String> feedsIn(Document page, String url) {
    var address = ADDRESS.matcher(url);
    if (!address.matches()) {
      return List.of();
    }
    var found = new ArrayList<String>();
    var host = address.group(1).toLowerCase(Locale.ROOT);
    var root = url.substring(0, address.start(2) < 0 ? url.length() : address.start(2));
    if (host.equals("youtube.com")) {
      channelIn(page).ifPresent(id -> found.add(youtubeFeed("channel_id", id)));
    }
    var profile = PROFILE.matcher(address.group(2));
    if (profile.matches() && isFediverse(page)) {
      found.add(root + "/" + profile.group(1) + ".rss");
    }
    if (generator(page).contains("wordpress")
        || !page.select("link[rel=\"https://api.w.org/\"]").isEmpty()) {
      found.add(trimmed(url.substring(0, address.end(2))) + "/feed/");
      found.add(root + "/feed/");
    }
    if (generator(page).contains("ghost")) {
      found.add(root + "/rss/");
    }
    if (generator(page).contains("blogger")) {
      found.add(root + "/feeds/posts/default");
    }
    if (host.endsWith(".substack.com") || !page.select("link[href*=substackcdn.com]").isEmpty()) {
      found.add(root + "/feed");
    }
    podcastIn(page).ifPresent(found::add);
    if (host.endsWith(".tumblr.com")) {
      found.add(root + "/rss");
    }
    return found;
  }

  private static List<String> youtube(String path, String query) {
    var channel = CHANNEL.matcher(path);
    if (channel.matches()) {
      return List.of(youtubeFeed("channel_id", channel.group(1)));
    }
    var list = LIST.matcher(query);
    if (list.matches()) {
      return List.of(youtubeFeed("playlist_id", list.group(1)));
    }
    return path.matches("/user/[\\w-]+/?.*")
        ? List.of(youtubeFeed("user", path.split("/")[2]))
        : List.of();
  }

  private static String youtubeFeed(String kind, String id) {
    return "https://www.youtube.com/feeds/videos.xml?" + kind + "=" + id;
  }

  /** Pages of handles and videos name the channel in their head or in their script. */
  private static Optional<String> channelIn(Document page) {
    for (var element :
        page.select("link[rel=canonical], meta[property=og:url], link[itemprop=url]")) {
      var said = element.hasAttr("href") ? element.attr("href") : element.attr("content");
      var channel = CHANNEL.matcher(said.replaceFirst("^https?://[^/]+", ""));
      if (channel.matches()) {
        return Optional.of(channel.group(1));
      }
    }
    for (var meta : page.select("meta[itemprop=channelId], meta[itemprop=identifier]")) {
      if (meta.attr("content").matches("UC[\\w-]{22}")) {
        return Optional.of(meta.attr("content"));
      }
    }
    for (var script : page.select("script")) {
      var named = IN_PAGE.matcher(script.data());
      if (named.find()) {
        return Optional.of(named.group(1));
      }
    }
    return Optional.empty();
  }

  /** Players' pages carry the address of the feed in the data that they are drawn from. */
  private static Optional<String> podcastIn(Document page) {
    for (var script : page.select("script")) {
      var data = script.data();
      var named = FEED_URL.matcher(data.substring(0, Math.min(data.length(), LONGEST_SCRIPT)));
      if (named.find()) {
        var address = named.group(1).replace("\\/", "/").replace("\\u002F", "/");
        return Optional.of(Links.absolute(address, ""));
      }
    }
    return Optional.empty();
  }

  private static List<String> reddit(String path) {
    var match = SUBREDDIT.matcher(path);
    if (path.equals("/") || path.isEmpty()) {
      return List.of("https://www.reddit.com/.rss");
    }
    if (!match.matches()) {
      return List.of();
    }
    var kind = match.group(1).equals("r") ? "r" : "user";
    var rest = match.group(3) == null ? "" : "/" + trimmed(match.group(3));
    return List.of("https://www.reddit.com/" + kind + "/" + match.group(2) + rest + "/.rss");
  }

  private static List<String> github(String path) {
    var match = REPOSITORY.matcher(path);
    if (!match.matches()) {
      return List.of();
    }
    var root = "https://github.com/" + match.group(1) + "/" + match.group(2);
    return List.of(root + "/releases.atom", root + "/commits.atom", root + "/tags.atom");
  }

  private static boolean isFediverse(Document page) {
    return !page.select(
            "link[type=application/activity+json], meta[property=profile:username], #mastodon")
        .isEmpty();
  }

  private static String generator(Document page) {
    var meta = page.selectFirst("meta[name=generator]");
    return meta == null ? "" : meta.attr("content").toLowerCase(Locale.ROOT);
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}

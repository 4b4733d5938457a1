package org.slugline.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A player or frame of another site, which becomes a link with its title: nothing of a stranger's
 * is asked for or run before the reader wants it.
 *
 * @param address absolute; {@code ""} for one that is to go without a trace
 */
record Embed(String address, String title) {
  private static final Embed NOTHING = new Embed("", "");
  private static final Pattern YOUTUBE =
      Pattern.compile(
          "https?://(?:www\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v)/([\\w-]{11})(?:[?&#/].*)?");
  private static final Pattern VIMEO =
      Pattern.compile("https?://player\\.vimeo\\.com/video/(\\d+).*");
  private static final Pattern DAILYMOTION =
      Pattern.compile("https?://(?:www\\.)?dailymotion\\.com/embed/video/(\\w+).*");

  /** Empty where the element is no embed, or is one whose content says more than its address. */
  static Optional<Embed> of(Element element, Addresses addresses) {
    return switch (element.normalName()) {
      case "iframe", "amp-iframe" -> Optional.of(frame(element, addresses));
      case "embed" -> Optional.of(link(element, first(element, addresses, "src"), ""));
      case "video", "audio", "amp-video", "amp-audio" -> Optional.of(player(element, addresses));
      case "object" -> object(element, addresses);
      default -> Optional.empty();
    };
  }

  private static Embed frame(Element element, Addresses addresses) {
    return link(element, first(element, addresses, "src", "data-src", "data-lazy-src"), "");
  }

  private static Embed player(Element element, Addresses addresses) {
    var address = first(element, addresses, "src", "data-src");
    for (var child = element.firstElementChild();
        child != null && address.isEmpty();
        child = child.nextElementSibling()) {
      if (child.nameIs("source")) {
        address = first(child, addresses, "src", "data-src");
      }
    }
    var slash = address.lastIndexOf('/');
    var query = address.indexOf('?', Math.max(slash, 0));
    var file = address.substring(slash + 1, query < 0 ? address.length() : query);
    return link(element, address, file);
  }

  private static Optional<Embed> object(Element element, Addresses addresses) {
    var address = first(element, addresses, "data");
    for (var child = element.firstElementChild();
        child != null && address.isEmpty();
        child = child.nextElementSibling()) {
      if (child.nameIs("param") && child.attr("name").matches("(?i)movie|src|url|filename")) {
        address = first(child, addresses, "value");
      } else if (child.nameIs("embed")) {
        address = first(child, addresses, "src");
      }
    }
    return address.isEmpty() ? Optional.empty() : Optional.of(link(element, address, ""));
  }

  private static Embed link(Element element, String address, String otherwise) {
    if (address.isEmpty() || Pixels.isPixel(element, address)) {
      return NOTHING;
    }
    var page = page(address);
    for (var name : new String[] {"title", "aria-label"}) {
      var title = element.attr(name).strip();
      if (!title.isEmpty()) {
        return new Embed(page, title);
      }
    }
    return new Embed(page, otherwise.isBlank() ? host(page) : otherwise);
  }

  private static String first(Element element, Addresses addresses, String... names) {
    for (var name : names) {
      var written = element.attr(name);
      var address = written.isEmpty() ? "" : addresses.web(written);
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }

  /** The page that people know the player from. */
  private static String page(String player) {
    var youtube = YOUTUBE.matcher(player);
    if (youtube.matches() && !youtube.group(1).equals("videoseries")) {
      return "https://www.youtube.com/watch?v=" + youtube.group(1);
    }
    var vimeo = VIMEO.matcher(player);
    if (vimeo.matches()) {
      return "https://vimeo.com/" + vimeo.group(1);
    }
    var dailymotion = DAILYMOTION.matcher(player);
    return dailymotion.matches()
        ? "https://www.dailymotion.com/video/" + dailymotion.group(1)
        : player;
  }

  private static String host(String address) {
    var start = address.indexOf("://") + 3;
    var end = start;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    var host = address.substring(start, end);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}

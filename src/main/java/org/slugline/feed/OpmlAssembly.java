package org.slugline.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slugline.feed.OutletList.Listed;

/**
 * Gathers a list from the elements of an OPML document as they come, whichever parser sends them.
 * Names arrive in lower case.
 */
final class OpmlAssembly {
  private static final int MOST_FEEDS = 100_000;
  private static final int MOST_CATEGORIES = 100;
  private static final int MOST_REFUSED = 1_000;
  private static final int LONGEST_TEXT = 8_000;

  private final Map<String, String> head = new LinkedHashMap<>();
  private final Map<String, Found> feeds = new LinkedHashMap<>();

  /** A name for each open outline, {@code ""} for one that is no folder. */
  private final List<String> outlines = new ArrayList<>();

  private final List<String> refused = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int tooDeep;

  private static final class Found {
    private final String url;
    private String title = "";
    private String site = "";
    private final List<String> folder;
    private final List<List<String>> categories = new ArrayList<>();

    Found(String url, List<String> folder) {
      this.url = url;
      this.folder = folder;
    }
  }

  void start(String name, Map<String, String> attributes) {
    text.setLength(0);
    if (name.equals("outline")) {
      var feed = feedOf(attributes);
      if (outlines.size() >= 4 * OutletList.DEEPEST) {
        tooDeep++;
      } else {
        outlines.add(feed || attributes.containsKey("xmlurl") ? "" : label(attributes));
      }
    }
  }

  void text(String piece) {
    if (text.length() < LONGEST_TEXT) {
      text.append(piece, 0, Math.min(piece.length(), LONGEST_TEXT - text.length()));
    }
  }

  void end(String name) {
    switch (name) {
      case "outline" -> {
        if (tooDeep > 0) {
          tooDeep--;
        } else if (!outlines.isEmpty()) {
          outlines.removeLast();
        }
      }
      case "title", "datecreated", "datemodified", "ownername", "owneremail", "ownerid" ->
          head.putIfAbsent(name, text.toString().strip());
      default -> {}
    }
    text.setLength(0);
  }

  /**
   * @param whole whether the document does not break off before its end
   */
  OutletReading reading(boolean whole) {
    return new OutletReading.Legible(list(), refused, whole);
  }

  private OutletList list() {
    return new OutletList(
        head("title"),
        date(head("datecreated")),
        date(head("datemodified")),
        new Person(head("ownername"), head("owneremail"), head("ownerid")),
        feeds.values().stream()
            .map(found ->
                new Listed(found.url, found.title, found.site, found.folder, found.categories))
            .toList());
  }

  private boolean feedOf(Map<String, String> attributes) {
    var url = address(attributes.getOrDefault("xmlurl", ""));
    var type = attributes.getOrDefault("type", "").strip().toLowerCase(Locale.ROOT);
    // Radio UserLand wrote type="source" for a list of lists
    if (url.isEmpty() || type.equals("source")) {
      refuse(url, attributes.getOrDefault("xmlurl", "").strip());
      return false;
    }
    var folder = outlines.stream().filter(name -> !name.isEmpty()).toList();
    var found = feeds.get(url);
    if (found == null) {
      if (feeds.size() >= MOST_FEEDS) {
        return true;
      }
      found = new Found(url, folder);
      feeds.put(url, found);
    } else if (!folder.isEmpty() && !folder.equals(found.folder)) {
      add(found, folder);
    }
    if (found.title.isEmpty()) {
      var label = label(attributes);
      // an outline must have a text: of a feed without a title it is the address
      found.title = label.equals(url) ? "" : label;
    }
    if (found.site.isEmpty()) {
      found.site = address(attributes.getOrDefault("htmlurl", ""));
    }
    for (var category : attributes.getOrDefault("category", "").split(",")) {
      add(found, List.of(category.split("/")));
    }
    return true;
  }

  private void refuse(String url, String written) {
    if (url.isEmpty() && !written.isEmpty() && refused.size() < MOST_REFUSED) {
      refused.add(OutletList.folded(written, 200));
    }
  }

  private static void add(Found found, List<String> path) {
    if (found.categories.size() < MOST_CATEGORIES) {
      found.categories.add(path);
    }
  }

  private static String label(Map<String, String> attributes) {
    var text = attributes.getOrDefault("text", "").strip();
    return text.isEmpty() ? attributes.getOrDefault("title", "").strip() : text;
  }

  /** {@code feed:} is undone; an address of another scheme than http or https is none. */
  private static String address(String raw) {
    var address = raw.strip();
    if (address.regionMatches(true, 0, "feed:", 0, 5)) {
      address = address.substring(5);
      address = address.startsWith("//") ? "http:" + address : address;
    }
    var colon = address.indexOf(':');
    var scheme = colon < 0 ? "" : address.substring(0, colon);
    return colon < 0
            || scheme.equalsIgnoreCase("http")
            || scheme.equalsIgnoreCase("https")
            || scheme.contains("/")
        ? address
        : "";
  }

  private String head(String name) {
    return head.getOrDefault(name, "");
  }

  private static Optional<Instant> date(String raw) {
    return FeedDate.read(raw);
  }
}

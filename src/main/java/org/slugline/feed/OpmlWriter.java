package org.slugline.feed;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slugline.feed.OutletList.Listed;

/**
 * Prints OPML 2.0. The order of the feeds is kept: neighbours share a folder, and a folder that the
 * list comes back to is opened a second time.
 */
final class OpmlWriter {
  /** RFC 822 with the four digits that OPML 2.0 prefers. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();
  private final List<String> open = new ArrayList<>();

  String write(OutletList list) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>\n");
    element("title", list.title());
    list.created().ifPresent(at -> element("dateCreated", date(at)));
    list.modified().ifPresent(at -> element("dateModified", date(at)));
    element("ownerName", list.owner().name());
    element("ownerEmail", list.owner().email());
    element("ownerId", list.owner().uri());
    out.append("</head>\n<body>\n");
    list.feeds().forEach(this::feed);
    enter(List.of());
    return out.append("</body>\n</opml>\n").toString();
  }

  /** A category that the attribute cannot carry becomes a folder that lists the feed once more. */
  private void feed(Listed feed) {
    var folder = feed.folder();
    var carried = new ArrayList<List<String>>();
    for (var category : feed.categories()) {
      if (Opml.fitsCategory(category)) {
        carried.add(category);
      } else {
        outline(feed, folder, carried);
        folder = category;
        carried.clear();
      }
    }
    outline(feed, folder, carried);
  }

  private void outline(Listed feed, List<String> folder, List<List<String>> categories) {
    enter(folder);
    indent();
    out.append("<outline type=\"rss\"");
    attribute("text", feed.title().isEmpty() ? feed.url() : feed.title());
    attribute("xmlUrl", feed.url());
    if (!feed.site().isEmpty()) {
      attribute("htmlUrl", feed.site());
    }
    if (!categories.isEmpty()) {
      attribute(
          "category",
          categories.stream()
              .map(path -> path.size() == 1 ? path.getFirst() : "/" + String.join("/", path))
              .collect(joining(",")));
    }
    out.append("/>\n");
  }

  private void enter(List<String> folder) {
    var shared = 0;
    while (shared < open.size()
        && shared < folder.size()
        && open.get(shared).equals(folder.get(shared))) {
      shared++;
    }
    while (open.size() > shared) {
      open.removeLast();
      indent();
      out.append("</outline>\n");
    }
    for (var name : folder.subList(shared, folder.size())) {
      indent();
      out.append("<outline");
      attribute("text", name);
      out.append(">\n");
      open.add(name);
    }
  }

  private void indent() {
    out.repeat(' ', 2 * open.size());
  }

  private void element(String name, String text) {
    if (!text.isEmpty()) {
      out.append('<').append(name).append('>');
      escape(text);
      out.append("</").append(name).append(">\n");
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private void escape(String text) {
    for (var i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(text.charAt(i));
      }
    }
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }
}

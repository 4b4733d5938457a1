package org.slugline.edition;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * RSS 2.0.11 and the RSS Best Practices Profile of the RSS Advisory Board, and what the W3C
 * validator warns of.
 */
final class RssRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final Set<String> ONCE =
      Set.of("title", "link", "description", "guid", "pubDate", "source", "comments", "author");
  private static final String ADDRESS = "(https?|tag|urn|mailto):[^\\s<>\"{}|\\\\^`]+";

  private final List<String> broken = new ArrayList<>();

  List<String> brokenBy(byte[] document) throws Exception {
    broken.clear();
    var root = Xml.root(document);
    require(root.getTagName().equals("rss"), "RSS 2.0: the root is rss");
    require(root.getAttribute("version").equals("2.0"), "RSS 2.0: version is 2.0");
    var channels = Xml.children(root, "", "channel");
    require(channels.size() == 1, "RSS 2.0: one channel");
    channel(channels.getFirst());
    return List.copyOf(broken);
  }

  private void channel(Element channel) {
    for (var name : List.of("title", "link", "description")) {
      require(!Xml.text(channel, "", name).isBlank(), "§Required channel elements: " + name);
    }
    require(Xml.text(channel, "", "link").matches("https?://.*"), "§link is an address");
    require(
        Xml.text(channel, "", "language").matches("([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?"),
        "§language is a code");
    date(Xml.text(channel, "", "lastBuildDate"), "§lastBuildDate");
    require(
        Xml.children(channel, ATOM, "link").stream()
            .anyMatch(link -> link.getAttribute("rel").equals("self")),
        "profile §atom:link: where the feed lies");
    var editor = Xml.text(channel, "", "managingEditor");
    require(editor.matches("(\\S+@\\S+ \\(.+\\))?"), "§managingEditor: e-mail, then the name");
    var ids = new HashSet<String>();
    for (var item : Xml.children(channel, "", "item")) {
      item(item, ids);
    }
    var items = false;
    for (var child : Xml.children(channel)) {
      require(!items || child.getTagName().equals("item"), "items come last");
      items |= child.getTagName().equals("item");
    }
  }

  private void item(Element item, Set<String> ids) {
    var title = Xml.text(item, "", "title");
    require(
        !title.isBlank() || !Xml.text(item, "", "description").isBlank(),
        "§Elements of item: a title or a description");
    require(title.isBlank() == Xml.children(item, "", "title").isEmpty(), "a title is not blank");
    for (var name : ONCE) {
      require(Xml.children(item, "", name).size() <= 1, "§Elements of item: one " + name);
    }
    var guids = Xml.children(item, "", "guid");
    require(guids.size() == 1 && ids.add(guids.getFirst().getTextContent()), "§guid is unique");
    guids.forEach(guid ->
        require(
            guid.getAttribute("isPermaLink").equals("false")
                || guid.getTextContent().matches("https?://.*"),
            "§guid: a permanent link is an address"));
    date(Xml.text(item, "", "pubDate"), "§pubDate");
    require(
        Xml.text(item, ATOM, "updated").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"),
        "RFC 4287 §3.3: updated");
    var links = Xml.text(item, "", "link");
    require(links.isEmpty() || links.matches(ADDRESS), "§link is an address: " + links);
    require(
        Xml.children(item, "", "author").isEmpty() || Xml.children(item, DC, "creator").isEmpty(),
        "validator: author or dc:creator, not both");
    require(Xml.children(item, "", "enclosure").size() <= 1, "profile §enclosure: one");
    Xml.children(item, "", "enclosure").forEach(this::enclosure);
    Xml.children(item, "", "source")
        .forEach(source -> require(!source.getAttribute("url").isEmpty(), "§source has a url"));
    Xml.children(item, "", "category")
        .forEach(category -> require(!category.getTextContent().isBlank(), "§category says one"));
    require(
        Xml.children(item, CONTENT, "encoded").isEmpty()
            || !Xml.children(item, "", "description").isEmpty(),
        "profile §content:encoded: with a description");
    for (var content : Xml.children(item, MEDIA, "content")) {
      require(
          content.hasAttribute("url") || !Xml.children(content, MEDIA, "player").isEmpty(),
          "Media RSS §media:content: a url or a player");
      for (var name : List.of("title", "description", "credit", "thumbnail", "player")) {
        require(Xml.children(content, MEDIA, name).size() <= 1, "Media RSS: one " + name);
      }
    }
  }

  private void enclosure(Element enclosure) {
    require(enclosure.getAttribute("url").matches("https?://.*"), "§enclosure url");
    require(enclosure.getAttribute("length").matches("\\d+"), "§enclosure length");
    require(enclosure.getAttribute("type").matches("[^/\\s]+/[^/\\s]+"), "§enclosure type");
  }

  private void date(String text, String rule) {
    try {
      ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (DateTimeException _) {
      broken.add(rule + ": RFC 822 with a year of four digits, not " + text);
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }
}

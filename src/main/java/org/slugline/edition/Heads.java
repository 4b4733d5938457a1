package org.slugline.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.slugline.feed.Entry;
import org.slugline.feed.Feed;
import org.slugline.feed.Link;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.feed.Tombstone;

/** What stands above the entries of every feed of ours. */
record Heads(Printing printing) {
  /**
   * @param title of the page; {@code ""} on the front page
   * @param changed when anything under the scope did: the date of a feed that has no entry
   */
  Feed.Builder over(
      FeedName name,
      String title,
      String description,
      Instant changed,
      List<Entry> entries,
      List<Tombstone> stones) {
    var masthead = printing.masthead();
    var page = masthead.url(name.subject().path().isEmpty() ? "/" : name.subject().path());
    return Feed.builder()
        .id(page)
        .title(
            new Text.Plain(title.isEmpty() ? masthead.title() : title + " – " + masthead.title()))
        .description(new Text.Plain(description.isEmpty() ? masthead.tagline() : description))
        .link(page)
        .language(masthead.language())
        .updated(Stamp.of(latest(entries, stones, changed)))
        .authors(List.of(new Person(masthead.editor(), masthead.mail(), "")))
        .rights(new Text.Plain(masthead.rights()))
        .icon(masthead.url("/favicon.ico"))
        .generator("Slugline")
        .links(links(name))
        .tombstones(stones)
        .entries(entries);
  }

  /** Over a list that no scope counts: no hub tells of it. */
  Feed over(Collection collection, Instant changed, List<Entry> entries) {
    var masthead = printing.masthead();
    var self =
        new Link(
            masthead.url(collection.path()),
            "self",
            collection.format().type(),
            "",
            "",
            OptionalLong.empty());
    var name = new FeedName(new Subject.Wire(), collection.format());
    return over(name, collection.title(), collection.description(), changed, entries, List.of())
        .id(masthead.url(collection.page()))
        .link(masthead.url(collection.page()))
        .links(List.of(self))
        .build();
  }

  /** Where the document itself lies, and the hubs that tell of it; may be added to. */
  List<Link> links(FeedName name) {
    var links = new ArrayList<Link>();
    links.add(link(name, "self"));
    for (var hub : printing.hubs()) {
      links.add(new Link(hub, "hub", "", "", "", OptionalLong.empty()));
    }
    return links;
  }

  Link link(FeedName name, String rel) {
    var href = printing.masthead().url(name.path());
    return new Link(href, rel, name.format().type(), "", "", OptionalLong.empty());
  }

  // the feed is as new as the newest words in it; what stands beside them moves Last-Modified alone
  private static Instant latest(List<Entry> entries, List<Tombstone> stones, Instant changed) {
    var entry =
        entries.stream().flatMap(one -> one.updated().at().stream()).max(Comparator.naturalOrder());
    var stone = stones.stream().map(Tombstone::when).max(Comparator.naturalOrder());
    return entry.map(at -> stone.filter(at::isBefore).orElse(at)).or(() -> stone).orElse(changed);
  }
}

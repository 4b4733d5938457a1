package org.slugline.edition;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.State;
import org.slugline.feed.Entry;
import org.slugline.feed.Tombstone;
import org.slugline.store.Revision;

/** The feeds of our own articles, all or of one section, tag or author, and their archives. */
final class OwnFeeds {
  /** Entries of a page of the archive. */
  static final int PAGE = 100;

  private static final int STONES = 20;

  private final Printing printing;
  private final Heads heads;
  private final OwnEntries own;

  OwnFeeds(Printing printing, Heads heads, OwnEntries own) {
    this.printing = printing;
    this.heads = heads;
    this.own = own;
  }

  /**
   * @param name of the front page, a section, a tag or an author
   */
  Finding of(Handle handle, FeedName name, Revision revision) {
    var shelf = shelf(handle, name.subject());
    var known = name.subject() instanceof Subject.Front || revision.number() > 0;
    if (!known) {
      return new Finding.Unknown();
    }
    return name.archive() == 0
        ? current(handle, name, shelf, revision)
        : archived(handle, name, shelf, revision);
  }

  private Finding current(Handle handle, FeedName name, Shelving shelf, Revision revision) {
    var rows = handle.attach(FeedRows.class);
    var articles = shelf.newest(printing.settings().entries());
    var entries = own.accompanied(handle, articles);
    var stones = shelf.gone(STONES).stream().map(OwnFeeds::stone).toList();
    var all = shelf.archived();
    var links = heads.links(name);
    if (all > articles.size() + stones.size()) {
      links.add(heads.link(name.page(pages(all)), "prev-archive"));
    }
    var feed =
        heads.over(name, shelf.title(), "", revision.changed(), entries, stones).links(links);
    return new Finding.Found(feed.build(), later(revision.changed(), rows, articles));
  }

  /** RFC 5005 §4, in order of release: a full page never gains an entry. */
  private Finding archived(Handle handle, FeedName name, Shelving shelf, Revision revision) {
    var articles = shelf.archive(PAGE, (name.archive() - 1) * PAGE);
    if (articles.isEmpty()) {
      return new Finding.Unknown();
    }
    var rows = handle.attach(FeedRows.class);
    var shown = articles.stream().filter(article -> article.state() == State.RELEASED).toList();
    var stones = rows.gone(numbers(articles)).stream().map(OwnFeeds::stone).toList();
    var entries = new ArrayList<Entry>(own.alone(handle, shown).reversed());
    var first = articles.getFirst().released().orElse(revision.changed());
    var changed = later(first, rows, articles);
    var links = heads.links(name);
    links.add(heads.link(name.page(0), "current"));
    if (name.archive() > 1) {
      links.add(heads.link(name.page(name.archive() - 1), "prev-archive"));
    }
    if (name.archive() < pages(shelf.archived())) {
      links.add(heads.link(name.page(name.archive() + 1), "next-archive"));
    }
    var feed = heads.over(name, shelf.title(), "", changed, entries, stones).links(links);
    return new Finding.Found(feed.build(), changed);
  }

  private static int pages(int archived) {
    return (archived + PAGE - 1) / PAGE;
  }

  private static Instant later(Instant changed, FeedRows rows, List<Article> articles) {
    var latest = rows.changed(numbers(articles));
    return latest.isAfter(changed) ? latest : changed;
  }

  private static String numbers(List<Article> articles) {
    return articles.stream()
        .map(article -> Long.toString(article.id()))
        .collect(joining(",", "[", "]"));
  }

  private static Tombstone stone(org.slugline.desk.Tombstone gone) {
    return new Tombstone(gone.uri(), gone.at(), gone.note());
  }

  private static Shelving shelf(Handle handle, Subject subject) {
    var articles = handle.attach(Articles.class);
    var rows = handle.attach(FeedRows.class);
    return subject instanceof Subject.Labelled label
        ? label.kind().equals("section")
            ? new Shelving.Section(label.slug(), articles, rows)
            : new Shelving.Tagged(label.kind(), label.slug(), articles, rows)
        : new Shelving.Everything(articles, rows);
  }
}

package org.slugline.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slugline.edition.FeedRows.OwnRow;
import org.slugline.feed.Entry;
import org.slugline.feed.Link;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.Sanitizer;

/** Our own articles as entries: summary and full text both, and what others wrote beside them. */
record OwnEntries(Printing printing) {
  List<Entry> entries(FeedRows rows, List<OwnRow> articles) {
    var related = related(rows, articles);
    return articles.stream()
        .map(article -> entry(article, related.getOrDefault("a" + article.id(), List.of())))
        .toList();
  }

  private Map<String, List<Link>> related(FeedRows rows, List<OwnRow> articles) {
    var subjects =
        articles.stream()
            .map(article -> "\"a" + article.id() + "\"")
            .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    var links = new HashMap<String, List<Link>>();
    for (var row : rows.related(subjects)) {
      var beside = links.computeIfAbsent(row.subject(), _ -> new ArrayList<>());
      if (beside.size() < printing.settings().related() && !row.link().isEmpty()) {
        beside.add(
            new Link(
                row.link(),
                "related",
                "text/html",
                row.outlet() + ": " + row.headline(),
                row.language(),
                OptionalLong.empty()));
      }
    }
    return links;
  }

  private Entry entry(OwnRow article, List<Link> related) {
    return Entry.builder()
        .id(article.uri())
        .link(printing.masthead().url("/articles/" + article.slug()))
        .title(new Text.Plain(article.headline()))
        .summary(Sanitizer.escape(article.standfirst()))
        .content(article.html())
        .published(Stamp.of(article.published()))
        .updated(Stamp.of(article.updated()))
        .authors(List.of(new Person(printing.masthead().editor(), "", "")))
        .language(article.language())
        .links(related)
        .build();
  }
}

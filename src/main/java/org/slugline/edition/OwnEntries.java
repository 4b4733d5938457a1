package org.slugline.edition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Author;
import org.slugline.desk.Correction;
import org.slugline.desk.Label;
import org.slugline.edition.FeedRows.FileRow;
import org.slugline.feed.Category;
import org.slugline.feed.Entry;
import org.slugline.feed.Link;
import org.slugline.feed.Person;
import org.slugline.feed.Stamp;
import org.slugline.feed.Text;
import org.slugline.text.Excerpt;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/**
 * Our own articles as entries: summary and full text both, what was set right above it, and what
 * others wrote beside them.
 */
record OwnEntries(Printing printing) {
  private static final int SUMMARY = 300;

  /** With links to others' coverage. */
  List<Entry> accompanied(Handle handle, List<Article> articles) {
    return entries(handle, articles, related(handle.attach(FeedRows.class), articles));
  }

  /** Without: for lists that are not printed anew when such links change. */
  List<Entry> alone(Handle handle, List<Article> articles) {
    return entries(handle, articles, Map.of());
  }

  private List<Entry> entries(
      Handle handle, List<Article> articles, Map<String, List<Link>> related) {
    var numbers =
        articles.stream()
            .map(article -> Long.toString(article.id()))
            .collect(joining(",", "[", "]"));
    var files =
        handle.attach(FeedRows.class).files(numbers).stream().collect(groupingBy(FileRow::article));
    var corrections =
        handle.attach(Articles.class).correctionsAmong(numbers).stream()
            .collect(groupingBy(Correction::article));
    var above = new CorrectionEntries(printing.masthead());
    return articles.stream()
        .map(article ->
            entry(
                article,
                above.box(corrections.getOrDefault(article.id(), List.of()), article.language()),
                files.getOrDefault(article.id(), List.of()),
                related.getOrDefault(article.piece(), List.of())))
        .toList();
  }

  private Map<String, List<Link>> related(FeedRows rows, List<Article> articles) {
    var subjects =
        articles.stream()
            .map(article -> '"' + article.piece() + '"')
            .collect(joining(",", "[", "]"));
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

  private Entry entry(Article article, SafeHtml above, List<FileRow> files, List<Link> related) {
    var masthead = printing.masthead();
    var media = new OwnMedia(masthead, files).of(article);
    return Entry.builder()
        .id(article.uri())
        .link(masthead.url(article.path()))
        .title(new Text.Plain(article.headline()))
        .summary(Sanitizer.escape(summary(article)))
        .content(above.then(article.html()))
        .published(Stamp.of(article.published().orElse(article.updated())))
        .updated(Stamp.of(article.updated()))
        .authors(authors(article))
        .categories(categories(article))
        .language(article.language())
        .links(related)
        .enclosures(OwnMedia.enclosures(media))
        .media(media)
        .image(OwnMedia.lead(media))
        .rights(new Text.Plain(article.rights()))
        .build();
  }

  private static String summary(Article article) {
    return article.standfirst().isEmpty()
        ? Excerpt.of(article.prose(), SUMMARY, Locale.forLanguageTag(article.language()))
        : article.standfirst();
  }

  private List<Person> authors(Article article) {
    return article.authors().isEmpty()
        ? List.of(new Person(printing.masthead().editor(), "", ""))
        : article.authors().stream().map(this::person).toList();
  }

  private Person person(Author author) {
    var page = printing.masthead().url("/authors/" + Label.slugOf(author.name()));
    return new Person(
        author.name(),
        printing.masthead().authorEmails() ? author.email() : "",
        author.url().isEmpty() ? page : author.url());
  }

  private List<Category> categories(Article article) {
    var categories = new ArrayList<Category>();
    for (var label : article.labels()) {
      if (!label.kind().equals("author")) {
        var shelf = printing.masthead().url("/" + label.kind() + "s/");
        categories.add(new Category(label.slug(), shelf, label.name()));
      }
    }
    return categories;
  }
}

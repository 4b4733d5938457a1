package org.slugline.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slugline.feed.Category;
import org.slugline.feed.Entry;
import org.slugline.feed.Person;
import org.slugline.text.Excerpt;
import org.slugline.text.Sanitizer;
import org.slugline.text.Slug;
import org.slugline.text.WebPage;

/** One entry of a feed as an article of ours: its id, its date and its address are kept. */
final class ArchiveEntry {
  private ArchiveEntry() {}

  static Draft draft(Entry entry, WordPress.Post post, WordPress press) {
    var content = entry.content().isEmpty() ? entry.summary() : entry.content();
    var plain = Sanitizer.plain(content);
    var title = entry.title().plain().replaceAll("\\s+", " ").strip();
    var headline = title.isEmpty() ? Excerpt.of(plain, 80, Locale.ROOT) : title;
    var published =
        entry.published().at().or(entry.updated()::at).map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    var clips = new ArrayList<Clip>();
    var sounds = new ArrayList<Clip>();
    for (var file : entry.enclosures()) {
      if (FieldReader.isAddress(file.url()) && !file.type().startsWith("image/")) {
        var clip =
            new Clip(
                file.url(), file.url(), "", "", "", file.type(), Optional.empty(), file.length());
        (file.type().startsWith("audio/") ? sounds : clips).add(clip);
      }
    }
    var page = WebPage.fragment(press.paragraphs(content, post), FieldReader::isAddress);
    var draft =
        Draft.builder()
            .headline(cut(headline))
            .standfirst(standfirst(entry, post))
            .body(page.body())
            .bodyType("text/html")
            .id(id(entry))
            .slug(slug(entry, post))
            .section(section(entry.categories()))
            .tags(tags(entry.categories()))
            .authors(entry.authors().stream().map(author -> author(author, press)).toList())
            .language(language(entry.language()))
            .published(published)
            .draft(post.isDraft())
            .images(pictures(entry, content.markup(), press.lead(post, content.markup())))
            .videos(clips)
            .audio(sounds)
            .build();
    return Illustrated.of(draft, page.figures());
  }

  private static String cut(String headline) {
    return headline.codePointCount(0, headline.length()) > 500
        ? headline.substring(0, headline.offsetByCodePoints(0, 499)) + "…"
        : headline;
  }

  /** What of it could not be taken along. */
  static List<Fault> warnings(Entry entry, WordPress.Post post, WordPress press) {
    return press.missesGallery(entry.content(), post)
        ? List.of(
            new Fault(
                "/images",
                0,
                "`"
                    + entry.title().plain()
                    + "` had a gallery, whose pictures the export does not name",
                "Add them to `images` where they are missed"))
        : List.of();
  }

  /** The paths that led to it where it came from: its page, and WordPress's short link. */
  static List<String> paths(Entry entry) {
    return Stream.of(entry.link(), entry.id())
        .map(ArchiveEntry::path)
        .filter(path -> path.length() > 1 && path.length() <= 1_000)
        .distinct()
        .toList();
  }

  private static String path(String address) {
    try {
      var uri = new URI(address);
      var path = uri.getPath();
      if (!FieldReader.isAddress(address) || path == null) {
        return "";
      }
      var isShort = uri.getQuery() != null && uri.getQuery().matches("p=\\d{1,12}");
      return path.matches("/?") && isShort ? "/?" + uri.getQuery() : path.replaceFirst("/+$", "");
    } catch (URISyntaxException _) {
      return "";
    }
  }

  private static String standfirst(Entry entry, WordPress.Post post) {
    if (!post.excerpt().isEmpty()) {
      return post.excerpt();
    }
    var summary = Sanitizer.plain(entry.summary());
    var cut = summary.endsWith("[…]") || summary.endsWith("[...]");
    return entry.content().isEmpty() || cut || summary.length() > 1_000 ? "" : summary;
  }

  /** An id that is no URI cannot be one of ours: then the article's page stands for it. */
  private static String id(Entry entry) {
    for (var id : List.of(entry.id(), entry.link())) {
      try {
        if (id.length() <= 500 && new URI(id).isAbsolute()) {
          return id;
        }
      } catch (URISyntaxException _) {
        // the next may do
      }
    }
    return "";
  }

  private static String slug(Entry entry, WordPress.Post post) {
    if (post.slug().matches("[a-z0-9-]{1,80}")) {
      return post.slug();
    }
    var path = entry.link().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    var last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]{3,5}$", "");
    return last.matches("[a-z0-9-]{1,80}") && path.matches("https?://[^/]+/.*")
        ? last
        : Slug.of(last.matches("\\d*") ? "" : Sanitizer.plain(entry.title().plain()));
  }

  private static String section(List<Category> categories) {
    return categories.stream()
        .filter(category -> category.scheme().equals("category"))
        .map(ArchiveEntry::name)
        .filter(name -> !name.equals("Uncategorized"))
        .findFirst()
        .orElse("");
  }

  private static List<String> tags(List<Category> categories) {
    var section = section(categories);
    return categories.stream()
        .map(ArchiveEntry::name)
        .filter(name -> !name.isEmpty() && !name.equals(section) && !name.equals("Uncategorized"))
        .distinct()
        .limit(100)
        .toList();
  }

  private static String name(Category category) {
    return (category.label().isEmpty() ? category.term() : category.label()).strip();
  }

  private static Author author(Person person, WordPress press) {
    var name = person.name().isEmpty() ? person.email() : person.name();
    var url = FieldReader.isAddress(person.uri()) ? person.uri() : "";
    return new Author(press.named(name), person.email(), url, "");
  }

  private static String language(String tag) {
    return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? tag : "";
  }

  private static List<Picture> pictures(Entry entry, String markup, Optional<Picture> lead) {
    var listed =
        entry.media().stream()
            .filter(media -> media.medium().equals("image") || media.type().startsWith("image/"))
            .filter(media -> FieldReader.isAddress(media.url()) && !markup.contains(media.url()))
            .map(media ->
                new Picture(
                    media.url(),
                    media.url(),
                    media.alt().isEmpty() ? Optional.empty() : Optional.of(media.alt()),
                    media.caption(),
                    media.credit(),
                    media.rights()));
    return Stream.concat(lead.stream(), listed).distinct().toList();
  }
}

package org.slugline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slugline.text.Slug;

/** Drafts made ready for print: defaults filled in, the state decided, everything in its place. */
final class Copy {
  private Copy() {}

  /** How making ready ended. */
  sealed interface Made {}

  record Ready(Article article, Map<String, Asset> files) implements Made {}

  record Unready(List<Fault> faults) implements Made {}

  /**
   * A file that a draft speaks of.
   *
   * @param mustExist whether it can be nothing but a file: no address, and a name like a file's
   */
  record Wanted(String name, String pointer, boolean mustExist) {}

  static List<Wanted> filesOf(Draft draft) {
    List<Wanted> files = new ArrayList<>();
    for (var i = 0; i < draft.images().size(); i++) {
      var image = draft.images().get(i);
      files.add(wanted(image.name(), image.url(), "/images/" + i + "/name"));
    }
    clips(draft.videos(), "/videos/", files);
    clips(draft.audio(), "/audio/", files);
    return files;
  }

  private static void clips(List<Clip> clips, String pointer, List<Wanted> files) {
    for (var i = 0; i < clips.size(); i++) {
      var clip = clips.get(i);
      files.add(wanted(clip.name(), clip.url(), pointer + i + "/name"));
      if (!clip.poster().isEmpty()) {
        files.add(wanted(clip.poster(), "", pointer + i + "/poster"));
      }
    }
  }

  private static Wanted wanted(String name, String url, String pointer) {
    var isFile = name.matches("(?s).*\\.[A-Za-z0-9]{2,5}") && !FieldReader.isAddress(name);
    return new Wanted(name, pointer, isFile && url.isEmpty());
  }

  static String slugOf(Draft draft) {
    return draft.slug().isEmpty() ? slugOf(draft.headline()) : draft.slug();
  }

  /** The address that a headline gives; a headline that Latin script cannot spell, its digest. */
  static String slugOf(String headline) {
    var slug = Slug.of(headline);
    return slug.isEmpty() ? "article-" + Digest.of(headline).substring(0, 12) : slug;
  }

  /**
   * @param before the article that it replaces
   * @param files by what the draft calls them
   * @param proofs where it may be printed already
   */
  static Made of(
      Draft filed,
      String uri,
      String slug,
      Optional<Article> before,
      Map<String, Asset> files,
      Proof.Pile proofs,
      DeskSettings settings,
      Instant now) {
    var draft = filled(filed, files, settings);
    var standing = Standing.of(draft, before, now);
    if (standing.fault().isPresent()) {
      return new Unready(List.of(standing.fault().get()));
    }
    var printed = proofs.print(draft, files, settings);
    var life =
        new Life(
            standing.state(),
            standing.published(),
            standing.due(),
            standing.released(),
            now,
            before.map(Article::version).orElse(0) + 1,
            "");
    var made =
        new Article(
            before.map(Article::id).orElse(0L),
            uri,
            slug,
            draft.headline(),
            draft.standfirst(),
            draft.kicker(),
            draft.dateline(),
            draft.rights(),
            draft.body(),
            draft.bodyType(),
            printed.html(),
            printed.text(),
            draft.section(),
            Label.slugOf(draft.section()),
            draft.language(),
            draft.authors(),
            draft.tags(),
            draft.images(),
            draft.videos(),
            draft.audio(),
            draft.sources(),
            draft.embargo(),
            life,
            "");
    return new Ready(dated(made, before).sealed(digest(made, files)), files);
  }

  /** With the defaults of its files and of the masthead. */
  static Draft filled(Draft draft, Map<String, Asset> files, DeskSettings settings) {
    var images =
        draft.images().stream()
            .map(image -> {
              var file = files.get(image.name());
              var silent = image.caption().isEmpty() && image.credit().isEmpty();
              return file == null || !silent
                  ? image
                  : new Picture(
                      image.name(),
                      image.url(),
                      image.alt(),
                      file.caption(),
                      file.credit(),
                      image.rights());
            })
            .toList();
    var authors =
        draft.authors().isEmpty() && !settings.author().isEmpty()
            ? List.of(new Author(settings.author(), "", "", ""))
            : draft.authors();
    var language = draft.language().isEmpty() ? settings.language() : draft.language();
    return draft.toBuilder().images(images).authors(authors).language(language).build();
  }

  private static String digest(Article made, Map<String, Asset> files) {
    var names = new TreeMap<String, String>();
    files.forEach((called, file) -> names.put(called, file.name()));
    return Digest.of(ArticleJson.fields(made) + names.toString());
  }

  /** {@code updated} moves when the words do; a release dates from its own moment. */
  private static Article dated(Article made, Optional<Article> before) {
    if (made.state() != State.RELEASED) {
      return made;
    }
    if (before.flatMap(Article::released).isEmpty()) {
      return made.living(made.life().updated(appeared(made)));
    }
    return before
        .filter(seen -> seen.state() == State.RELEASED && sameWords(seen, made))
        .map(seen -> made.living(made.life().updated(seen.updated())))
        .orElse(made);
  }

  /** When readers could have seen it first. */
  private static Instant appeared(Article article) {
    var published = article.published().orElse(article.updated());
    return article.embargo().filter(published::isBefore).orElse(published);
  }

  private static boolean sameWords(Article one, Article other) {
    return one.headline().equals(other.headline())
        && one.standfirst().equals(other.standfirst())
        && one.kicker().equals(other.kicker())
        && one.dateline().equals(other.dateline())
        && one.html().equals(other.html());
  }

  /** Whether any page or feed shows a difference, the list of versions left aside. */
  static boolean printsOtherwise(Article one, Article other) {
    return !sameWords(one, other)
        || !one.slug().equals(other.slug())
        || !one.rights().equals(other.rights())
        || !one.section().equals(other.section())
        || !one.language().equals(other.language())
        || !one.authors().equals(other.authors())
        || !one.tags().equals(other.tags())
        || !one.images().equals(other.images())
        || !one.videos().equals(other.videos())
        || !one.audio().equals(other.audio())
        || !one.sources().equals(other.sources());
  }

  /** The same article, its own addresses those of today. */
  static Article reprinted(Article article, Map<String, Asset> files, DeskSettings settings) {
    var draft =
        Draft.builder()
            .headline(article.headline())
            .language(article.language())
            .body(article.body())
            .bodyType(article.bodyType())
            .images(article.images())
            .videos(article.videos())
            .audio(article.audio())
            .build();
    var html = Printing.print(draft, files, settings.base().toString()).html();
    return article.printed(html);
  }

  /** A scheduled article on its release. */
  static Article released(Article article, Instant now) {
    var appears = article.published().isPresent() ? appeared(article) : now;
    return article.living(article.life().release(appears, now));
  }
}

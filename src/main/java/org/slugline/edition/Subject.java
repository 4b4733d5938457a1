package org.slugline.edition;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a feed is about: the page that it is the feed of. */
public sealed interface Subject {
  /** Our articles, all of them. */
  record Front() implements Subject {}

  /**
   * Our articles of a kind.
   *
   * @param kind {@code section}, {@code tag} or {@code author}
   */
  record Labelled(String kind, String slug) implements Subject {}

  /** Stories that move now, an entry a story. */
  record Stories() implements Subject {}

  /** One story, an entry a piece. */
  record Story(String name) implements Subject {}

  /** Everything, ours and theirs. */
  record Wire() implements Subject {}

  /** What one outlet published. */
  record Outlet(long id) implements Subject {}

  /** What we set right. */
  record Corrections() implements Subject {}

  /** The address of the page, from the root; {@code ""} for the front page. */
  default String path() {
    return switch (this) {
      case Front() -> "";
      case Labelled(var kind, var slug) -> "/" + kind + "s/" + slug;
      case Stories() -> "/stories";
      case Story(var name) -> "/stories/" + name;
      case Wire() -> "/wire";
      case Outlet(var id) -> "/outlets/" + id;
      case Corrections() -> "/corrections";
    };
  }

  /** The {@code revision} that is bumped when what it prints changes. */
  default String scope() {
    return switch (this) {
      case Front() -> "articles";
      case Labelled(var kind, var slug) -> kind + ":" + slug;
      case Stories() -> "stories";
      case Story(var name) -> "story:" + name;
      case Wire() -> "wire";
      case Outlet(var id) -> "outlet:" + id;
      case Corrections() -> "corrections";
    };
  }

  /**
   * @param path of a page, from the root; {@code ""} is the front page
   * @return empty for a page that has no feed
   */
  static Optional<Subject> of(String path) {
    return switch (path) {
      case "" -> Optional.of(new Front());
      case "/stories" -> Optional.of(new Stories());
      case "/wire" -> Optional.of(new Wire());
      case "/corrections" -> Optional.of(new Corrections());
      default -> named(path);
    };
  }

  private static Optional<Subject> named(String path) {
    var match = Names.NAMED.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    var name = match.group(2);
    return switch (match.group(1)) {
      case "sections" -> Optional.of(new Labelled("section", name));
      case "tags" -> Optional.of(new Labelled("tag", name));
      case "authors" -> Optional.of(new Labelled("author", name));
      case "stories" -> Optional.of(new Story(name));
      case "outlets" -> number(name).map(Outlet::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> number(String name) {
    return name.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(name)) : Optional.empty();
  }

  /** The form of addresses that have a name in them. */
  final class Names {
    private static final Pattern NAMED =
        Pattern.compile(
            "/(sections|tags|authors|stories|outlets)/([A-Za-z0-9][A-Za-z0-9._-]{0,99})");

    private Names() {}
  }
}

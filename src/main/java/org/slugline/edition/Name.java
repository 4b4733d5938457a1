package org.slugline.edition;

import java.util.Optional;

/** The name of anything that is printed and kept. */
sealed interface Name {
  record OfFeed(FeedName feed) implements Name {}

  record OfFile(SiteFile file) implements Name {}

  /**
   * @param path from the root
   */
  static Optional<Name> of(String path) {
    return FeedName.of(path).<Name>map(OfFeed::new).or(() -> SiteFile.of(path).map(OfFile::new));
  }

  /** The {@code revision} that is bumped when what it prints changes. */
  default String scope() {
    return switch (this) {
      case OfFeed(var feed) -> feed.subject().scope();
      case OfFile _ -> "articles";
    };
  }
}

package org.slugline.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slugline.feed.Feed;
import org.slugline.net.Answer;

/** How one poll of an outlet ended, before anything is stored. */
sealed interface Fetched {
  /**
   * A whole document that is a feed.
   *
   * @param answer without its body
   * @param bodyDigest of its bytes
   */
  record Fresh(Answer.Received answer, About about, List<Arrival> arrivals, String bodyDigest)
      implements Fetched {}

  /** What a document says of itself. */
  record About(String title, String site, String description, String language, Wishes wishes) {
    static About of(Feed feed) {
      return new About(
          PlainWords.cut(PlainWords.folded(feed.title().plain()), 200),
          feed.link().startsWith("http") ? feed.link() : "",
          PlainWords.cut(PlainWords.folded(feed.description().plain()), 500),
          feed.language(),
          Wishes.of(feed));
    }
  }

  /** 304, or the very bytes of last time. */
  record Same(Answer.Received answer) implements Fetched {}

  /** 410. */
  record Gone(Answer.Received answer) implements Fetched {}

  /**
   * Nothing that could be used.
   *
   * @param reason a word of {@code contract/cli.md}
   * @param asked what Retry-After says
   * @param fullHost the host that as such has had enough of us, by a 429; else {@code ""}
   */
  record Failed(
      String reason,
      String detail,
      OptionalInt status,
      Cadence.Fault fault,
      Optional<Duration> asked,
      String fullHost,
      long bytes,
      Duration took)
      implements Fetched {}

  /** The round's budget ended first. */
  record Left() implements Fetched {}
}

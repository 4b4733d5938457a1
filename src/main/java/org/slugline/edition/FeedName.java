package org.slugline.edition;

import java.util.Optional;
import java.util.regex.Pattern;
import org.slugline.feed.Format;

/**
 * The name of an edition is its address from the root.
 *
 * @param archive page of older entries, from 1; 0 is the feed itself
 */
public record FeedName(Subject subject, Format format, int archive) {
  private static final Pattern FEED = Pattern.compile("(.*)/feed\\.(rss|atom|json)");
  private static final Pattern ARCHIVE =
      Pattern.compile("(.*)/archive/([1-9]\\d{0,6})\\.(rss|atom)");

  public FeedName(Subject subject, Format format) {
    this(subject, format, 0);
  }

  public static Optional<FeedName> of(String path) {
    var feed = FEED.matcher(path);
    if (feed.matches()) {
      return Subject.of(feed.group(1))
          .flatMap(
              subject -> Format.of(feed.group(2)).map(format -> new FeedName(subject, format)));
    }
    var archive = ARCHIVE.matcher(path);
    if (archive.matches()) {
      return Subject.of(archive.group(1))
          .flatMap(subject ->
              Format.of(archive.group(3))
                  .map(
                      format -> new FeedName(subject, format, Integer.parseInt(archive.group(2)))));
    }
    return Optional.empty();
  }

  public String path() {
    return archive == 0
        ? subject.path() + "/feed." + format.suffix()
        : subject.path() + "/archive/" + archive + "." + format.suffix();
  }

  /** Another page of the archive, or with 0 the feed itself. */
  FeedName page(int number) {
    return new FeedName(subject, format, number);
  }
}

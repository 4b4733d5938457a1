package org.slugline.feed;

import java.util.Optional;
import java.util.stream.Stream;

/** The formats that we print. The same feed gives the same bytes, on any machine, at any time. */
public enum Format {
  RSS("application/rss+xml", "rss"),
  ATOM("application/atom+xml", "atom"),
  JSON("application/feed+json", "json");

  private final String type;
  private final String suffix;

  Format(String type, String suffix) {
    this.type = type;
    this.suffix = suffix;
  }

  /** Without its charset, for links. */
  public String type() {
    return type;
  }

  /** For {@code Content-Type}. */
  public String mediaType() {
    return type + "; charset=utf-8";
  }

  /** Of its address, without the dot. */
  public String suffix() {
    return suffix;
  }

  public static Optional<Format> of(String suffix) {
    return Stream.of(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }

  /**
   * Never refuses: characters that XML cannot carry are left out, missing titles are made of what
   * there is.
   *
   * @return UTF-8
   */
  public byte[] write(Feed feed) {
    return switch (this) {
      case RSS -> RssWriter.write(feed);
      case ATOM -> AtomWriter.write(feed);
      case JSON -> JsonFeedWriter.write(feed);
    };
  }
}

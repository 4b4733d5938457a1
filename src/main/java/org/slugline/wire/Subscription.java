package org.slugline.wire;

import java.util.List;

/**
 * An address to read from now on.
 *
 * @param title {@code ""} to let the feed say it
 * @param labels folders by slashes
 */
public record Subscription(String url, String title, List<String> labels) {
  public Subscription {
    labels = List.copyOf(labels);
  }
}

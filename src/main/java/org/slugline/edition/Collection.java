package org.slugline.edition;

import java.util.List;
import org.slugline.feed.Format;

/**
 * A feed that a page asks for and nobody keeps: a search, what we are missing, what is related.
 *
 * @param page its address from the root, with its query
 * @param path of the feed, from the root, with its query
 * @param pieces {@code a7}, {@code i17}, in order; empty where it lists stories
 * @param stories names of stories, in order; empty where it lists pieces
 * @param scopes revisions that what it lists is counted under: it is dated by the latest of them
 */
public record Collection(
    String page,
    String path,
    Format format,
    String title,
    String description,
    List<String> pieces,
    List<String> stories,
    List<String> scopes) {
  public Collection {
    pieces = List.copyOf(pieces);
    stories = List.copyOf(stories);
    scopes = List.copyOf(scopes);
  }
}

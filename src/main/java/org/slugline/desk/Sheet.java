package org.slugline.desk;

import java.util.List;
import java.util.Optional;

/**
 * An article with all that the API says of it.
 *
 * @param story name of its story, if it has one
 * @param files that it shows
 */
public record Sheet(Article article, Optional<String> story, List<MediaTable.Attached> files) {
  public Sheet {
    files = List.copyOf(files);
  }

  /** What tells this state of it from any other: begins with the version. */
  public String mark() {
    return "v" + article.version() + "." + article.id() + story.map(name -> "." + name).orElse("");
  }

  /**
   * The version of this article that a {@link #mark} speaks of, whatever story it was in.
   *
   * @return empty when it is none of this article's marks
   */
  public Optional<Integer> version(String mark) {
    return mark.matches("v\\d{1,9}\\." + article.id() + "(\\..*)?")
        ? Optional.of(Integer.parseInt(mark.substring(1, mark.indexOf('.'))))
        : Optional.empty();
  }
}

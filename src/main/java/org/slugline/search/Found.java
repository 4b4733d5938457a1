package org.slugline.search;

import java.util.List;
import java.util.Optional;

/**
 * What a query found.
 *
 * @param advice on what in the query was not understood; what was is searched for all the same
 * @param next cursor of the next page
 * @param words that hits may be marked with, folded
 */
public record Found(List<Hit> hits, List<String> advice, Optional<Long> next, List<String> words) {
  public Found {
    hits = List.copyOf(hits);
    advice = List.copyOf(advice);
    words = List.copyOf(words);
  }
}

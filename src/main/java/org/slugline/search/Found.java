package org.slugline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query found.
 *
 * @param advice on what in the query was not understood; what was is searched for all the same
 * @param next cursor of the next page
 * @param marks show in a text what was looked for
 */
public record Found(List<Hit> hits, List<Advice> advice, Optional<Long> next, Marks marks) {
  public Found {
    hits = List.copyOf(hits);
    advice = List.copyOf(advice);
  }

  /**
   * @param place of the last piece that was looked at
   * @param day of it
   */
  Found upTo(long place, String day) {
    return new Found(hits, and(Advice.Reason.FURTHER, day), Optional.of(place), marks);
  }

  /**
   * @param day of the last piece that was looked at
   */
  Found rankedTo(String day) {
    return new Found(hits, and(Advice.Reason.RANKED, day), next, marks);
  }

  private List<Advice> and(Advice.Reason reason, String day) {
    var said = new ArrayList<>(advice);
    said.add(new Advice(reason, day));
    return said;
  }
}

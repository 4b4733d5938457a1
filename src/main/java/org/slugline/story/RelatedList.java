package org.slugline.story;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the stored list of one piece out of what lives and what it held before. */
final class RelatedList {
  private RelatedList() {}

  /**
   * @param live what the engine finds now
   * @param before the stored list: of it stays what has left the live window
   */
  static List<RelatedTable.Row> of(
      String piece, List<Placement.Near> live, List<RelatedTable.Row> before, Engine engine) {
    var rows = new ArrayList<RelatedTable.Row>();
    for (var near : live) {
      rows.add(
          new RelatedTable.Row(
              piece, 0, near.piece(), rounded(near.score()), String.join(" ", near.why())));
    }
    var found = live.stream().map(Placement.Near::piece).collect(toSet());
    before.stream()
        .filter(row -> !found.contains(row.other()) && !engine.isLive(row.other()))
        .forEach(rows::add);
    rows.sort(Comparator.comparingDouble(RelatedTable.Row::score).reversed());
    var ranked = new ArrayList<RelatedTable.Row>();
    for (var row : rows.subList(0, Math.min(Ranking.KEPT, rows.size()))) {
      ranked.add(
          new RelatedTable.Row(piece, ranked.size() + 1, row.other(), row.score(), row.why()));
    }
    return ranked;
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}

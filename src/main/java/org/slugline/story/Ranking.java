package org.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranks live pieces by likeness to one: similarity that fades over hours and days. */
final class Ranking {
  /** Rough likeness is looked at closely for so many. */
  private static final int CLOSELY = 60;

  static final int KEPT = 20;

  private static final double UNIT = (double) LivePiece.ONE * LivePiece.ONE;
  private static final double SIGMA = 4;

  /** What standing in one story is worth beside likeness. */
  static final double SAME = 0.3;

  /** Below this two pieces are not related at all. */
  private static final double FLOOR = 0.03;

  /** Pieces on one event come within hours: how much each doubling of the time between costs. */
  private static final double LATER = 0.2;

  private static final double QUARTERS = 4;

  /** Pieces about different places, or different days, are so much less alike. */
  private static final double ELSEWHERE = 0.6;

  /** Or each headline names a place that the other does not. */
  private static final double ABROAD = 0.6;

  private static final double ANOTHER_DAY = 0.6;

  /** In another language two places that both headlines name are worth so much. */
  private static final double BOTH_PLACES = 0.1;

  /** ... and a figure beside them so much more. */
  private static final double ONE_FIGURE = 0.2;

  private Ranking() {}

  record Ranked(LivePiece piece, double score) {}

  /**
   * @param met pieces with rough likeness
   * @param without an outlet whose pieces are left out, or none
   * @param story that the piece stands in
   * @return at most {@link #KEPT}, the best first; of two alike the earlier met
   */
  static List<Ranked> of(
      Query query,
      Marks marks,
      Candidates met,
      Optional<String> without,
      Optional<LiveStory> story) {
    var rough = best(met, without);
    var kept = new LivePiece[KEPT];
    var scores = new double[KEPT];
    var size = 0;
    for (var i : rough) {
      var piece = met.piece(i);
      var days = (piece.at - query.at()) / 86_400_000.0;
      var score = piece.dot(query.dense()) / UNIT * Math.exp(-days * days / (2 * SIGMA * SIGMA));
      score = contrasted(score, query, marks, piece);
      var same = story.isPresent() && piece.story() == story.get();
      if (!same && score < FLOOR) {
        continue;
      }
      score /= 1 + LATER * Math.log1p(QUARTERS * Math.abs(days));
      score = same ? SAME + (1 - SAME) * score : score;
      if (size == KEPT && scores[KEPT - 1] >= score) {
        continue;
      }
      var at = size < KEPT ? size++ : KEPT - 1;
      while (at > 0 && scores[at - 1] < score) {
        scores[at] = scores[at - 1];
        kept[at] = kept[at - 1];
        at--;
      }
      scores[at] = score;
      kept[at] = piece;
    }
    var ranked = new ArrayList<Ranked>(size);
    for (var i = 0; i < size; i++) {
      ranked.add(new Ranked(kept[i], scores[i]));
    }
    return ranked;
  }

  /** What tells two events of one kind apart, and what two languages have in common. */
  private static double contrasted(double score, Query query, Marks marks, LivePiece piece) {
    var away = marks.isElsewhere(piece.vector().marks()) ? ELSEWHERE : 1;
    var abroad = marks.isAbroad(piece.vector().marks()) ? ABROAD : 1;
    var apart = marks.isAnotherDay(piece.vector().marks()) ? ANOTHER_DAY : 1;
    var mine = query.signature().language();
    var foreign =
        !mine.isEmpty()
            && !piece.language.isEmpty()
            && !piece.language.equals(mine)
            && marks.commonPlaces(piece.vector().marks()) > 1;
    var common = marks.hasFigureOf(piece.vector().marks()) ? BOTH_PLACES + ONE_FIGURE : BOTH_PLACES;
    return score * away * abroad * apart + (foreign ? common : 0);
  }

  /** The likeliest of those met, by rough likeness; in the order they were met. */
  private static int[] best(Candidates met, Optional<String> without) {
    var all = new long[met.met()];
    var size = 0;
    for (var i = 0; i < all.length; i++) {
      if (without.isEmpty() || !met.piece(i).outlet.equals(without.get())) {
        all[size++] = met.likeness(i);
      }
    }
    var floor = size > CLOSELY ? nth(all, size, CLOSELY) : Long.MIN_VALUE;
    var best = new int[Math.min(size, CLOSELY)];
    var filled = 0;
    for (var i = 0; i < all.length && filled < best.length; i++) {
      if (met.likeness(i) >= floor
          && (without.isEmpty() || !met.piece(i).outlet.equals(without.get()))) {
        best[filled++] = i;
      }
    }
    return best;
  }

  /** The n-th greatest of the first so many: Hoare's selection. */
  private static long nth(long[] all, int size, int n) {
    var low = 0;
    var high = size - 1;
    var want = n - 1;
    while (low < high) {
      var pivot = all[(low + high) >>> 1];
      var i = low;
      var j = high;
      while (i <= j) {
        while (all[i] > pivot) {
          i++;
        }
        while (all[j] < pivot) {
          j--;
        }
        if (i <= j) {
          var kept = all[i];
          all[i++] = all[j];
          all[j--] = kept;
        }
      }
      if (want <= j) {
        high = j;
      } else if (want >= i) {
        low = i;
      } else {
        return all[want];
      }
    }
    return all[want];
  }
}

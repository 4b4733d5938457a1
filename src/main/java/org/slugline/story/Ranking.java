package org.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks live pieces by likeness to one: similarity that fades over days. */
final class Ranking {
  /** Rough likeness is looked at closely for so many. */
  private static final int CLOSELY = 60;

  static final int KEPT = 20;

  private static final double UNIT = (double) LivePiece.ONE * LivePiece.ONE;
  private static final double SIGMA = 4;

  /** What standing in one story is worth beside likeness. */
  static final double SAME = 0.35;

  /** Below this two pieces are not related at all. */
  private static final double FLOOR = 0.06;

  private Ranking() {}

  record Ranked(LivePiece piece, double score) {}

  /**
   * @param met pieces with rough likeness, as {@link Candidates} left them
   * @param story that the piece stands in
   * @return at most {@code limit}, the best first; of two alike the earlier
   */
  static List<Ranked> of(Query query, List<LivePiece> met, Optional<LiveStory> story, int limit) {
    var rough = best(met, CLOSELY);
    var ranked = new ArrayList<Ranked>(rough.size());
    for (var piece : rough) {
      var days = (piece.at - query.at()) / 86_400_000.0;
      var score = piece.dot(query.dense()) / UNIT * Math.exp(-days * days / (2 * SIGMA * SIGMA));
      var same = story.isPresent() && piece.story() == story.get();
      if (same || score >= FLOOR) {
        ranked.add(new Ranked(piece, same ? SAME + (1 - SAME) * score : score));
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return ranked.size() > limit ? ranked.subList(0, limit) : ranked;
  }

  private static List<LivePiece> best(List<LivePiece> met, int limit) {
    if (met.size() <= limit) {
      return met;
    }
    var heap = new LivePiece[limit];
    var size = 0;
    for (var piece : met) {
      if (size < limit) {
        heap[size++] = piece;
        up(heap, size - 1);
      } else if (piece.likeness > heap[0].likeness) {
        heap[0] = piece;
        down(heap);
      }
    }
    return List.of(heap);
  }

  private static void up(LivePiece[] heap, int start) {
    var at = start;
    while (at > 0 && heap[(at - 1) / 2].likeness > heap[at].likeness) {
      swap(heap, at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private static void down(LivePiece[] heap) {
    var at = 0;
    while (2 * at + 1 < heap.length) {
      var child = 2 * at + 1;
      if (child + 1 < heap.length && heap[child + 1].likeness < heap[child].likeness) {
        child++;
      }
      if (heap[at].likeness <= heap[child].likeness) {
        return;
      }
      swap(heap, at, child);
      at = child;
    }
  }

  private static void swap(LivePiece[] heap, int a, int b) {
    var kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
  }
}

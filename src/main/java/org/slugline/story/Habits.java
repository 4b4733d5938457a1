package org.slugline.story;

import java.util.HashMap;
import java.util.Map;

/**
 * What an outlet puts into every headline: its name, the name of a column, "live", "briefing". Such
 * words say nothing about an event, however rare they are elsewhere.
 */
final class Habits {
  /** Of an outlet with fewer live pieces nothing is known. */
  private static final int LEAST = 8;

  /** In this share of an outlet's headlines a word is a habit. */
  private static final double OFTEN = 0.4;

  private static final class Outlet {
    private int pieces;
    private final Map<Integer, Integer> words = new HashMap<>();
  }

  private final Map<String, Outlet> outlets = new HashMap<>();

  boolean isHabit(String outlet, int term) {
    var known = outlets.get(outlet);
    return known != null
        && known.pieces >= LEAST
        && known.words.getOrDefault(term, 0) >= OFTEN * known.pieces;
  }

  void learn(LivePiece piece) {
    count(piece, 1);
  }

  void forget(LivePiece piece) {
    count(piece, -1);
  }

  private void count(LivePiece piece, int by) {
    var outlet = outlets.computeIfAbsent(piece.outlet, _ -> new Outlet());
    outlet.pieces += by;
    for (var i = 0; i < piece.terms.length; i++) {
      if (piece.inTitle[i]) {
        outlet.words.merge(piece.terms[i], by, (a, b) -> a + b == 0 ? null : a + b);
      }
    }
    if (outlet.pieces == 0) {
      outlets.remove(piece.outlet);
    }
  }
}

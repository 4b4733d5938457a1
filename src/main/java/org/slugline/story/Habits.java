package org.slugline.story;

import java.util.BitSet;
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
    private final Counts words = new Counts();
  }

  private final Map<String, Outlet> outlets = new HashMap<>();

  /** The terms of a piece that are habits of its outlet, most often none. */
  BitSet of(String outlet, int[] terms) {
    var habits = new BitSet();
    var known = outlets.get(outlet);
    if (outlet.isEmpty() || known == null || known.pieces < LEAST) {
      return habits;
    }
    var often = (int) Math.ceil(OFTEN * known.pieces);
    for (var i = 0; i < terms.length; i++) {
      if (terms[i] >= 0 && known.words.get(terms[i]) >= often) {
        habits.set(i);
      }
    }
    return habits;
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
        outlet.words.add(piece.terms[i], by);
      }
    }
    if (outlet.pieces == 0) {
      outlets.remove(piece.outlet);
    }
  }
}

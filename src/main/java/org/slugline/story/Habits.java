package org.slugline.story;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

  /** So many pieces of an outlet are looked at for text that it prints again and again. */
  private static final int LATEST = 8;

  private static final class Outlet {
    private int pieces;
    private final Counts words = new Counts();
    private final ArrayDeque<LivePiece> latest = new ArrayDeque<>(4);

    /** Live pieces whose words are not counted yet, the eldest first: nobody asked. */
    private final ArrayDeque<LivePiece> uncounted = new ArrayDeque<>(4);

    /** How often the headlines hold each term. */
    Counts words() {
      while (!uncounted.isEmpty()) {
        count(uncounted.poll(), 1);
      }
      return words;
    }

    private void count(LivePiece piece, int by) {
      var vector = piece.vector();
      for (var i = 0; i < vector.terms().length; i++) {
        if (vector.inTitle()[i]) {
          words.add(vector.terms()[i], by);
        }
      }
    }
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
    var words = known.words();
    for (var i = 0; i < terms.length; i++) {
      if (terms[i] >= 0 && words.get(terms[i]) >= often) {
        habits.set(i);
      }
    }
    return habits;
  }

  /** The pieces of an outlet that came last, a few. */
  Collection<LivePiece> latest(String outlet) {
    var known = outlets.get(outlet);
    return outlet.isEmpty() || known == null ? List.of() : known.latest;
  }

  void learn(LivePiece piece) {
    var outlet = outlets.computeIfAbsent(piece.outlet, _ -> new Outlet());
    outlet.pieces++;
    outlet.uncounted.add(piece);
    outlet.latest.add(piece);
    if (outlet.latest.size() > LATEST) {
      outlet.latest.remove();
    }
  }

  /** The eldest piece of its outlet leaves. */
  void forget(LivePiece piece) {
    var outlet = outlets.computeIfAbsent(piece.outlet, _ -> new Outlet());
    outlet.pieces--;
    if (outlet.latest.peek() == piece) {
      outlet.latest.remove();
    }
    if (outlet.uncounted.peek() == piece) {
      outlet.uncounted.remove();
    } else {
      outlet.count(piece, -1);
    }
    if (outlet.pieces == 0) {
      outlets.remove(piece.outlet);
    }
  }
}

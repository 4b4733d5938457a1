package org.slugline.story;

import java.util.Arrays;

/**
 * A piece weighed against the live window, before it is placed.
 *
 * @param terms numbers of its terms in order of first appearance; -1 where no live piece has it
 * @param weights of each; the vector's length is {@link LivePiece#ONE}
 * @param idf rarity of each
 * @param inTitle whether each stands in the headline
 * @param kinds of each
 * @param bases of names marked their words' numbers, of amounts what is counted, of roles the role;
 *     see {@link Vocabulary#base(int)}
 * @param dense its weights under the terms' numbers; borrowed, see {@link #clear}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, on the hot path
record Query(
    Signature signature,
    long at,
    int[] terms,
    int[] weights,
    double[] idf,
    boolean[] inTitle,
    Kind[] kinds,
    int[] bases,
    int[] dense) {
  /** What a term is to the evidence. */
  enum Kind {
    WORD,
    NAME,
    FIGURE,
    COUNTRY,
    STATE,
    DAY,
    AMOUNT,

    /** Says of a word of the headline that it is a name. */
    NAMED,

    /** What is done to a name; see {@link Roles}. */
    ROLE;

    /** Whether it stands for itself, not for a mark. */
    boolean isWord() {
      return this == WORD || this == NAME || this == FIGURE;
    }

    boolean isNameOrPlace() {
      return this != WORD && this != NAMED && this != ROLE;
    }

    static Kind of(String term, Lexicon lexicon) {
      if (term.startsWith(Signature.PLACE)) {
        return term.length() == 3 ? COUNTRY : STATE;
      }
      if (term.startsWith(Signature.DAY)) {
        return DAY;
      }
      if (term.startsWith(Signature.AMOUNT)) {
        return AMOUNT;
      }
      if (term.startsWith(Signature.NAMED)) {
        return NAMED;
      }
      if (term.startsWith(Signature.ROLE)) {
        return ROLE;
      }
      if (Character.isDigit(term.charAt(0))) {
        return Signature.isFigure(term) ? FIGURE : WORD;
      }
      return lexicon.isName(term) ? NAME : WORD;
    }
  }

  /** A word in the headline weighs as much as so many in the summary. */
  private static final double TITLE = 1.7;

  private static final double NUMBER = 1.3;

  /** Damps how often a word stands. */
  private static final double ALPHA = 0.75;

  private static final double IDF_POWER = 1.3;

  /** Weighs a piece that will be kept: its terms are given numbers. */
  static Query of(
      Piece piece,
      Signature signature,
      Vocabulary vocabulary,
      Habits habits,
      int live,
      int[] dense) {
    var terms = new int[signature.size()];
    for (var i = 0; i < terms.length; i++) {
      terms[i] = vocabulary.intern(signature.terms().get(i));
    }
    return weigh(piece, signature, terms, vocabulary, habits, live, dense);
  }

  /** Weighs a piece that will not be kept. */
  static Query lookingUp(
      Piece piece,
      Signature signature,
      Vocabulary vocabulary,
      Habits habits,
      int live,
      int[] dense) {
    var terms = new int[signature.size()];
    for (var i = 0; i < terms.length; i++) {
      terms[i] = vocabulary.find(signature.terms().get(i));
    }
    return weigh(piece, signature, terms, vocabulary, habits, live, dense);
  }

  /** A live piece as a question: with the vector that it was frozen with. */
  static Query again(LivePiece piece, Vocabulary vocabulary, int live, int[] dense) {
    var vector = piece.vector();
    var idf = new double[vector.terms().length];
    for (var i = 0; i < idf.length; i++) {
      idf[i] = vocabulary.idf(vector.terms()[i], live);
      dense[vector.terms()[i]] = vector.weights()[i];
    }
    return new Query(
        Signature.NONE.in(piece.language),
        piece.at,
        vector.terms(),
        vector.weights(),
        idf,
        vector.inTitle(),
        new Kind[0],
        new int[0],
        dense);
  }

  private static Query weigh(
      Piece piece,
      Signature signature,
      int[] terms,
      Vocabulary vocabulary,
      Habits habits,
      int live,
      int[] dense) {
    var size = terms.length;
    var idf = new double[size];
    var raw = new double[size];
    var square = 0.0;
    var foreign = !signature.isEnglish();
    var habit = habits.of(piece.outlet(), terms);
    for (var i = 0; i < size; i++) {
      var term = signature.terms().get(i);
      idf[i] =
          terms[i] < 0
              ? vocabulary.idf(term, live, foreign)
              : foreign ? vocabulary.foreignIdf(terms[i], live) : vocabulary.idf(terms[i], live);
      raw[i] =
          Math.pow(TITLE * signature.title()[i] + signature.body()[i], ALPHA)
              * Math.pow(idf[i], IDF_POWER)
              * (Character.isDigit(term.charAt(0)) ? NUMBER : 1);
      if (Signature.isMark(term) || habit.get(i)) {
        raw[i] = 0;
      }
      square += raw[i] * raw[i];
    }
    var scale = LivePiece.ONE / Math.sqrt(square);
    var weights = new int[size];
    var inTitle = new boolean[size];
    var kinds = new Kind[size];
    var bases = new int[size];
    for (var i = 0; i < size; i++) {
      var term = signature.terms().get(i);
      weights[i] = (int) Math.round(raw[i] * scale);
      inTitle[i] = signature.title()[i] > 0;
      kinds[i] = terms[i] < 0 ? vocabulary.kind(term) : vocabulary.kind(terms[i]);
      bases[i] = terms[i] < 0 ? vocabulary.base(term, kinds[i]) : vocabulary.base(terms[i]);
      if (terms[i] >= 0) {
        dense[terms[i]] = weights[i];
      }
    }
    return new Query(signature, time(piece), terms, weights, idf, inTitle, kinds, bases, dense);
  }

  /** A time long before the piece was seen, or after, is nonsense: the time it was seen holds. */
  private static long time(Piece piece) {
    var days = (piece.seen().toEpochMilli() - piece.at().toEpochMilli()) / 86_400_000.0;
    return days < -1 || days > 3650 ? piece.seen().toEpochMilli() : piece.at().toEpochMilli();
  }

  /** Whether the piece has a term, also one without weight. */
  boolean has(int term) {
    if (dense[term] > 0) {
      return true;
    }
    for (var i = terms.length - 1; i >= 0 && weights[i] == 0; i--) {
      if (terms[i] == term) {
        return true;
      }
    }
    return false;
  }

  /** The places of terms that weigh something, the heaviest first; of two alike the earlier. */
  int[] byWeight() {
    var keys = new long[terms.length];
    var size = 0;
    for (var i = 0; i < terms.length; i++) {
      if (weights[i] > 0) {
        keys[size++] = ((long) -weights[i] << 32) + i;
      }
    }
    Arrays.sort(keys, 0, size);
    var order = new int[size];
    for (var i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Whether another piece's headline is of the same terms. */
  boolean hasHeadlineOf(LivePiece other) {
    var mine = 0;
    for (var in : inTitle) {
      mine += in ? 1 : 0;
    }
    var theirs = other.vector();
    for (var i = 0; i < theirs.terms().length; i++) {
      if (theirs.inTitle()[i]) {
        mine--;
        if (!has(theirs.terms()[i])) {
          return false;
        }
      }
    }
    return mine == 0;
  }

  /** How many terms are words. */
  int words() {
    var words = 0;
    for (var weight : weights) {
      words += weight > 0 ? 1 : 0;
    }
    return words;
  }

  LivePiece placed(Piece piece, long clock, Marks marks, LiveStory story) {
    return new LivePiece(
        piece.id(),
        piece.outlet(),
        signature.language(),
        at,
        clock,
        new Vector(terms, weights, inTitle, signature.sketch(), marks),
        story);
  }

  Frozen frozen() {
    return new Frozen(
        signature.terms().toArray(String[]::new),
        weights,
        inTitle,
        signature.sketch(),
        signature.language());
  }

  /** Leaves the borrowed vector as it was: all zero. */
  void clear() {
    for (var term : terms) {
      if (term >= 0) {
        dense[term] = 0;
      }
    }
  }
}

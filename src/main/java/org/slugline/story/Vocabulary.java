package org.slugline.story;

import java.util.Arrays;

/** The terms of the live window under small numbers, and where each of them stands. */
final class Vocabulary {
  /** A live story counts like so many documents of the reference corpus. */
  static final double BETA = 20;

  /** A word of a language without counts is taken for one that so many documents hold. */
  private static final int FOREIGN = 20;

  /** And one of those that news in it is told with, for one that so many hold. */
  private static final int TOLD_WITH = 2000;

  /** No number of a term. */
  static final int MARKED = -1;

  /** So many pieces to enter are those of a start. */
  private static final int MANY = 1000;

  private final Lexicon lexicon;
  private final Numbers numbers = new Numbers();
  private final Passing passing = new Passing();
  private int[] known = new int[1024];

  /** As known, in a language that the reference corpus does not have. */
  private int[] knownAbroad = new int[1024];

  private int[] spread = new int[1024];
  private Query.Kind[] kinds = new Query.Kind[1024];
  private int[] bases = new int[1024];
  private Postings[] postings = new Postings[1024];

  Vocabulary(Lexicon lexicon) {
    this.lexicon = lexicon;
    Arrays.fill(postings, Postings.NONE);
  }

  /** The number of a term, given to it now if it has none. */
  int intern(String term) {
    return known(numbers.give(term));
  }

  /**
   * Interns some of the terms that a text begins with, each ended by a line feed.
   *
   * @param terms gets their numbers where it holds {@link #MARKED}
   * @return where they end in the text
   */
  int internMarked(String text, int[] terms) {
    var from = 0;
    for (var i = 0; i < terms.length; i++) {
      var end = text.indexOf('\n', from);
      if (terms[i] == MARKED) {
        terms[i] = intern(text, from, end);
      }
      from = end + 1;
    }
    return from;
  }

  /** As {@link #intern(String)}, of a part of a text. */
  int intern(String text, int from, int end) {
    return known(numbers.give(text, from, end));
  }

  /** What is told of a number when it is given. */
  private int known(int number) {
    if (number >= known.length) {
      grow();
    }
    if (postings[number] == Postings.NONE) {
      var term = numbers.name(number);
      known[number] = lexicon.count(term);
      kinds[number] = Query.Kind.of(term, lexicon);
      knownAbroad[number] = knownAbroad(term, known[number], kinds[number]);
      bases[number] = base(term, kinds[number]);
      spread[number] = 0;
      postings[number] = new Postings();
    }
    return number;
  }

  /**
   * @return the number of a term, -1 where no live piece has it
   */
  int find(String term) {
    return numbers.find(term);
  }

  String name(int number) {
    return numbers.name(number);
  }

  Query.Kind kind(String term) {
    return Query.Kind.of(term, lexicon);
  }

  Query.Kind kind(int number) {
    return kinds[number];
  }

  /**
   * Of a name that was marked the number of its word, which stands before it in every piece; of an
   * amount what is counted, of a role the word before the name, both hashed; else 0.
   */
  int base(int number) {
    return bases[number];
  }

  /** Of a term that no live piece has; a name's word may be known, or -1. */
  int base(String term, Query.Kind kind) {
    return switch (kind) {
      case NAMED -> find(term.substring(1));
      case AMOUNT, ROLE -> term.substring(0, term.indexOf('/')).hashCode();
      case WORD, NAME, FIGURE, COUNTRY, STATE, DAY -> 0;
    };
  }

  Postings postings(int number) {
    return postings[number];
  }

  /** Enters pieces of the ring, from one number on, under each of their terms. */
  void enter(Ring ring, int from) {
    if (ring.next() - from >= MANY) {
      makeRoomFor(ring, from);
    }
    for (var number = from; number < ring.next(); number++) {
      ring.get(number).pass(passing);
      for (var i = 0; i < passing.size(); i++) {
        if (passing.weight(i) > 0) {
          postings[passing.term(i)].add(number, passing.weight(i));
        }
      }
    }
  }

  /** What would else grow by and by has its size at once. */
  private void makeRoomFor(Ring ring, int from) {
    var counts = new int[limit()];
    for (var number = from; number < ring.next(); number++) {
      ring.get(number).pass(passing);
      for (var i = 0; i < passing.size(); i++) {
        counts[passing.term(i)] += passing.weight(i) > 0 ? 1 : 0;
      }
    }
    for (var term = 0; term < counts.length; term++) {
      if (counts[term] > 0) {
        postings[term].reserve(counts[term]);
      }
    }
  }

  /** Terms that live pieces have. */
  int size() {
    return numbers.size();
  }

  /** Numbers are below this. */
  int limit() {
    return numbers.limit();
  }

  /** A live story has taken up the term, or lost it. A term that none has is forgotten. */
  void spread(int number, int change) {
    spread[number] += change;
    if (spread[number] == 0) {
      numbers.forget(number);
      postings[number] = Postings.NONE;
    }
  }

  /** Forgets those of some terms that no piece has come to have. */
  void release(int[] terms) {
    for (var number : terms) {
      spread(number, 0);
    }
  }

  /** Rare in the reference corpus <em>and</em> in few of the stories alive now. */
  double idf(int number, int live) {
    return rarity(known[number] + BETA * spread[number], live);
  }

  /** Like {@link #idf(int, int)}, in a language that the reference corpus does not have. */
  double foreignIdf(int number, int live) {
    return rarity(knownAbroad[number] + BETA * spread[number], live);
  }

  /** Of a word that no live piece has. */
  double idf(String unseen, int live, boolean foreign) {
    var count = lexicon.count(unseen);
    return rarity(foreign ? knownAbroad(unseen, count, kind(unseen)) : count, live);
  }

  private static int knownAbroad(String term, int known, Query.Kind kind) {
    if (known > 0 || kind != Query.Kind.NAME) {
      return known;
    }
    return Parlance.shipped().has(term) ? TOLD_WITH : FOREIGN;
  }

  private double rarity(double count, int live) {
    var all = lexicon.documents() + BETA * live;
    return Math.max(0.01, Math.log(1 + Math.max(0, all - count + 1.5) / (count + 0.5)));
  }

  private void grow() {
    var before = known.length;
    var size = before * 2;
    known = Arrays.copyOf(known, size);
    knownAbroad = Arrays.copyOf(knownAbroad, size);
    spread = Arrays.copyOf(spread, size);
    kinds = Arrays.copyOf(kinds, size);
    bases = Arrays.copyOf(bases, size);
    postings = Arrays.copyOf(postings, size);
    Arrays.fill(postings, before, size, Postings.NONE);
  }
}

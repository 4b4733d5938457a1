package org.slugline.story;

import java.util.Arrays;
import java.util.HashMap;

/** The terms of the live window under small numbers, and where each of them stands. */
final class Vocabulary {
  /** A live story counts like so many documents of the reference corpus. */
  static final double BETA = 20;

  /** A word of a language without counts is taken for one that so many documents hold. */
  private static final double FOREIGN = 20;

  private final Lexicon lexicon;
  private final HashMap<String, Integer> numbers = new HashMap<>();
  private String[] names = new String[1024];
  private int[] known = new int[1024];
  private int[] spread = new int[1024];
  private Query.Kind[] kinds = new Query.Kind[1024];
  private Postings[] postings = new Postings[1024];
  private int[] free = new int[64];
  private int freed;
  private int used;

  Vocabulary(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The number of a term, given to it now if it has none. */
  int intern(String term) {
    var number = numbers.get(term);
    if (number != null) {
      return number;
    }
    var given = freed > 0 ? free[--freed] : used++;
    if (given == names.length) {
      grow();
    }
    numbers.put(term, given);
    names[given] = term;
    known[given] = lexicon.count(term);
    kinds[given] = Query.Kind.of(term, lexicon);
    spread[given] = 0;
    postings[given] = new Postings();
    return given;
  }

  /**
   * @return the number of a term, -1 where no live piece has it
   */
  int find(String term) {
    return numbers.getOrDefault(term, -1);
  }

  String name(int number) {
    return names[number];
  }

  Query.Kind kind(String term) {
    return Query.Kind.of(term, lexicon);
  }

  Query.Kind kind(int number) {
    return kinds[number];
  }

  boolean isKnownName(String term) {
    return lexicon.isKnownName(term);
  }

  Postings postings(int number) {
    return postings[number];
  }

  /** Terms that live pieces have. */
  int size() {
    return numbers.size();
  }

  /** Numbers are below this. */
  int limit() {
    return used;
  }

  /** A live story has taken up the term, or lost it. A term that none has is forgotten. */
  void spread(int number, int change) {
    spread[number] += change;
    if (spread[number] == 0) {
      numbers.remove(names[number]);
      names[number] = "";
      postings[number] = new Postings();
      if (freed == free.length) {
        free = Arrays.copyOf(free, freed * 2);
      }
      free[freed++] = number;
    }
  }

  /** Rare in the reference corpus <em>and</em> in few of the stories alive now. */
  double idf(int number, int live) {
    return idf(known[number] + BETA * spread[number], live);
  }

  /** Like {@link #idf(int, int)}, in a language that the reference corpus does not have. */
  double foreignIdf(int number, int live) {
    var count = known[number] == 0 && kinds[number] == Query.Kind.NAME ? FOREIGN : known[number];
    return idf(count + BETA * spread[number], live);
  }

  /** Of a word that no live piece has. */
  double idf(String unseen, int live, boolean foreign) {
    var count = lexicon.count(unseen);
    var isWord = foreign && count == 0 && kind(unseen) == Query.Kind.NAME;
    return idf(isWord ? FOREIGN : count, live);
  }

  private double idf(double count, int live) {
    var all = lexicon.documents() + BETA * live;
    return Math.max(0.01, Math.log(1 + Math.max(0, all - count + 1.5) / (count + 0.5)));
  }

  private void grow() {
    var size = names.length * 2;
    names = Arrays.copyOf(names, size);
    known = Arrays.copyOf(known, size);
    spread = Arrays.copyOf(spread, size);
    kinds = Arrays.copyOf(kinds, size);
    postings = Arrays.copyOf(postings, size);
  }
}

package org.slugline.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A story that still takes pieces: its members' vectors summed. */
final class LiveStory {
  /** An outlet tells no event in so many pieces; a machine does. */
  private static final int FLOOD = 64;

  private static final double OTHERS = 0.1;

  /** Of the members: what so many hold the story is about. */
  static final double NEARLY_ALL = 0.7;

  private static final double SOME = 0.1;

  /** Rises with each story; of two that become one the smaller stays. */
  final long key;

  /** Keys of stories that were merged into this one. */
  final List<Long> aliases = new ArrayList<>(0);

  private final Tally tally = new Tally();
  private final Map<LiveStory, Integer> bridges = new HashMap<>(2);
  private LiveStory into = this;

  /** The square of the length of the summed vector, in units of {@code LivePiece.ONE} squared. */
  long square;

  int members;

  /** Whether it was given members whose words it has not counted. */
  private boolean waits;

  /** Whether all that it knows of the members' words is their square: nobody asked for more. */
  private boolean isUnread;

  /** In order of arrival, but for stories that became one. */
  private final ArrayDeque<LivePiece> alive = new ArrayDeque<>(2);

  /** Earliest and latest time of a member, in milliseconds. */
  long first = Long.MAX_VALUE;

  long last = Long.MIN_VALUE;

  /**
   * Scratch of {@link Candidates}: the search that met this story, where it stands in it, and where
   * among the best.
   */
  int search;

  int met;
  long rough;
  int place;

  LiveStory(long key) {
    this.key = key;
  }

  /** This story, or the one it has become part of. */
  LiveStory root() {
    var story = this;
    while (story.into != story) {
      story = story.into;
    }
    return story;
  }

  /** Mean cosine between two members; a guess where there is but one. */
  double coherence() {
    var unit = (double) LivePiece.ONE * LivePiece.ONE;
    return members > 1 ? (square / unit / members - 1) / (members - 1) : 0.3;
  }

  Tally tally() {
    if (isUnread) {
      isUnread = false;
      alive.forEach(this::read);
    }
    return tally;
  }

  private void read(LivePiece piece) {
    var vector = piece.vector();
    if (piece == alive.getFirst()) {
      tally.begin(vector.terms(), vector.weights(), vector.inTitle());
      return;
    }
    for (var i = 0; i < vector.terms().length; i++) {
      tally.add(tally.put(vector.terms()[i]), vector.weights()[i], 1, vector.inTitle()[i] ? 1 : 0);
    }
  }

  void add(LivePiece piece, Vocabulary vocabulary) {
    tally();
    admit(piece);
    take(piece, vocabulary);
  }

  /**
   * A piece of a start, whose words are taken in by {@link #settle}, with others'.
   *
   * @return whether the story is to be settled from now on
   */
  boolean welcome(LivePiece piece, Vocabulary vocabulary) {
    if (members > 0 && !waits) {
      add(piece, vocabulary);
      return false;
    }
    var isFirst = !waits;
    waits = true;
    admit(piece);
    return isFirst;
  }

  private void admit(LivePiece piece) {
    members++;
    changes++;
    alive.add(piece);
    first = Math.min(first, piece.at);
    last = Math.max(last, piece.at);
  }

  /** Takes in the words of the members, none of whose were before. */
  void settle(Sums sums) {
    waits = false;
    isUnread = true;
    square = sums.square(alive);
  }

  private void take(LivePiece piece, Vocabulary vocabulary) {
    var vector = piece.vector();
    if (members == 1) {
      tally.begin(vector.terms(), vector.weights(), vector.inTitle());
    }
    for (var i = 0; i < vector.terms().length; i++) {
      var term = vector.terms()[i];
      var weight = (long) vector.weights()[i];
      if (members == 1) {
        vocabulary.spread(term, 1);
        square += weight * weight;
        continue;
      }
      var at = tally.put(term);
      if (tally.count(at) == 0) {
        vocabulary.spread(term, 1);
      }
      square += 2 * weight * tally.sum(at) + weight * weight;
      tally.add(at, vector.weights()[i], 1, vector.inTitle()[i] ? 1 : 0);
    }
  }

  /** A member has left the live window: the story forgets what it brought. */
  void leave(LivePiece piece, Vocabulary vocabulary) {
    tally();
    var vector = piece.vector();
    for (var i = 0; i < vector.terms().length; i++) {
      var at = tally.put(vector.terms()[i]);
      var weight = (long) vector.weights()[i];
      square -= 2 * weight * tally.sum(at) - weight * weight;
      tally.add(at, -vector.weights()[i], -1, vector.inTitle()[i] ? -1 : 0);
      if (tally.count(at) == 0) {
        vocabulary.spread(vector.terms()[i], -1);
      }
    }
    piece.bridged.forEach(other -> removeBridge(other.root()));
    members--;
    changes++;
    alive.remove(piece);
    if (piece.at == first || piece.at == last) {
      first = Long.MAX_VALUE;
      last = Long.MIN_VALUE;
      for (var other : alive) {
        first = Math.min(first, other.at);
        last = Math.max(last, other.at);
      }
    }
  }

  private void removeBridge(LiveStory other) {
    if (other != this && bridges.containsKey(other)) {
      var left = bridges.merge(other, -1, Integer::sum);
      if (left == 0) {
        bridges.remove(other);
        other.bridges.remove(this);
      } else {
        other.bridges.put(this, left);
      }
    }
  }

  /** Whether nearly all of it comes from one outlet, and a great deal: more is no corroboration. */
  boolean isFloodOf(String outlet) {
    if (alive.size() < FLOOD) {
      return false;
    }
    var others = 0;
    for (var piece : alive) {
      others += piece.outlet.equals(outlet) ? 0 : 1;
    }
    return others < OTHERS * alive.size();
  }

  int alive() {
    return alive.size();
  }

  /** The live piece nearest to the sum of all; of two alike the one that came first. */
  Optional<String> lead() {
    return alive.stream()
        .filter(piece -> piece.copyOf.isEmpty())
        .min(
            Comparator.comparingLong((LivePiece piece) -> -dot(piece))
                .thenComparingLong(piece -> piece.arrival)
                .thenComparing(piece -> piece.id))
        .map(piece -> piece.id);
  }

  private long dot(LivePiece piece) {
    var vector = piece.vector();
    var dot = 0L;
    for (var i = 0; i < vector.terms().length; i++) {
      var at = tally().find(vector.terms()[i]);
      dot += at < 0 ? 0 : (long) vector.weights()[i] * tally.sum(at);
    }
    return dot;
  }

  /**
   * @return how many pieces have spoken for the two being one
   */
  int addBridge(LivePiece piece, LiveStory other) {
    piece.bridged.add(other);
    var count = bridges.merge(other, 1, Integer::sum);
    other.bridges.put(this, count);
    return count;
  }

  /** Makes a younger story part of this one. */
  void take(LiveStory younger, Vocabulary vocabulary) {
    takeWords(younger, vocabulary);
    members += younger.members;
    changes++;
    alive.addAll(younger.alive);
    younger.alive.clear();
    first = Math.min(first, younger.first);
    last = Math.max(last, younger.last);
    bridges.remove(younger);
    younger.bridges.forEach((other, count) -> {
      other.bridges.remove(younger);
      if (other != this) {
        var sum = bridges.merge(other, count, Integer::sum);
        other.bridges.put(this, sum);
      }
    });
    younger.bridges.clear();
    younger.into = this;
    aliases.add(younger.key);
    aliases.addAll(younger.aliases);
  }

  private void takeWords(LiveStory younger, Vocabulary vocabulary) {
    tally();
    var dot = 0L;
    var theirs = younger.tally();
    for (var slot = 0; slot < theirs.slots(); slot++) {
      var term = theirs.term(slot);
      if (term < 0) {
        continue;
      }
      var at = tally.put(term);
      if (tally.count(at) > 0) {
        dot += (long) tally.sum(at) * theirs.sum(slot);
        vocabulary.spread(term, -1);
      }
      tally.add(at, theirs.sum(slot), theirs.count(slot), theirs.titles(slot));
    }
    square += younger.square + 2 * dot;
    theirs.clear();
  }

  /** Whether a greater share of the members than this hold a term. */
  boolean holds(int term, double share) {
    var at = tally().find(term);
    return at >= 0 && tally.count(at) > share * members;
  }

  /** Whether half of the members hold what stands in a slot; of roles some do, most the name. */
  private boolean isCore(int slot, Vocabulary vocabulary) {
    if (2 * tally.count(slot) >= members) {
      return true;
    }
    var term = tally.term(slot);
    if (vocabulary.kind(term) != Query.Kind.ROLE || tally.count(slot) < SOME * members) {
      return false;
    }
    var name = vocabulary.find(Roles.name(vocabulary.name(term)));
    return name >= 0 && holds(name, NEARLY_ALL);
  }

  /** Terms that are no plain words and that half of the members hold. */
  int[] core(Vocabulary vocabulary) {
    if (coreAt == changes) {
      return core;
    }
    coreAt = changes;
    var found = new int[16];
    var size = 0;
    for (var slot = 0; slot < tally().slots(); slot++) {
      var term = tally.term(slot);
      if (term < 0 || vocabulary.kind(term) == Query.Kind.WORD || !isCore(slot, vocabulary)) {
        continue;
      }
      if (size == found.length) {
        found = java.util.Arrays.copyOf(found, size * 2);
      }
      found[size++] = term;
    }
    core = java.util.Arrays.copyOf(found, size);
    return core;
  }

  /** See {@link Evidence#relief}. */
  double relief() {
    if (reliefAt != changes) {
      reliefAt = changes;
      relief = Evidence.relief(members, square);
    }
    return relief;
  }

  private double relief;
  private int reliefAt = -1;
  private int[] core = {};
  private int coreAt = -1;
  private int changes;

  /** Nothing of it is alive. */
  void end() {
    bridges.keySet().forEach(other -> other.bridges.remove(this));
  }
}

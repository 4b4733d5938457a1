package org.slugline.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Places pieces into stories in order of arrival, each once. Pure: no clock, no disk. One thread at
 * a time.
 *
 * <p>All that a decision looks at is a sum of whole numbers over the live pieces, so an engine that
 * was given its pieces back by {@link #restore} decides exactly as one that never stopped.
 */
public final class Engine {
  /** Likeness is asked of so many stories when two may become one. */
  private static final int BRIDGED = 4;

  private final Rule rule;
  private final long window;
  private final Vocabulary vocabulary;
  private final Frozen.Thawing thawing;
  private final Habits habits = new Habits();
  private final Ring ring = new Ring();
  private final Candidates candidates = new Candidates(ring);
  private final Map<Long, LiveStory> stories = new HashMap<>();
  private final Map<String, LivePiece> pieces = new HashMap<>();

  /** Stories out of packs. */
  private final List<LiveStory> unsettled = new ArrayList<>();

  private final Weighing weighing;
  private long clock = Long.MIN_VALUE;
  private int live;
  private long next = 1;

  /** Pieces of the ring from this number on stand in no postings yet. */
  private int entered;

  public Engine(Grouping grouping) {
    this(grouping, Rule.shipped(grouping.granularity()), Lexicon.shipped(), Gazetteer.shipped());
  }

  Engine(Grouping grouping, Rule rule, Lexicon lexicon, Gazetteer gazetteer) {
    this.rule = rule;
    this.window = grouping.window().toMillis();
    this.vocabulary = new Vocabulary(lexicon);
    this.thawing = new Frozen.Thawing(vocabulary);
    this.weighing = new Weighing(rule, new Reading(gazetteer), vocabulary, habits, candidates);
  }

  /** Decides where a piece belongs, and keeps it there. */
  public Placement place(Piece piece) {
    clock = Math.max(clock, piece.seen().toEpochMilli());
    enter();
    expire();
    var asked = weighing.ask(piece, live, true);
    var query = asked.query();
    var scored = asked.scored();
    var near = Ranking.of(query, marks(query), candidates, Optional.empty(), joined(scored));
    var opens = joined(scored).isEmpty();
    var story = opens ? open(next) : scored.getFirst().story();
    var reasons = opens ? Reasons.NONE : Explanation.of(query, scored.getFirst(), vocabulary, rule);
    var placed = query.placed(piece, clock, marks(query), story);
    placed.copyOf = original(placed, near);
    var key = story.key;
    add(placed, story);
    query.clear();
    var beside = Explanation.bare(near, key);
    var bridges = new ArrayList<Long>();
    var merges = new ArrayList<Placement.Merge>();
    bridge(placed, scored, bridges, merges);
    return new Placement(
        piece.id(),
        Instant.ofEpochMilli(clock),
        Instant.ofEpochMilli(placed.at),
        key,
        opens,
        scored.isEmpty() ? -9 : scored.getFirst().score(),
        reasons,
        placed.copyOf,
        query.frozen().text(),
        bridges,
        merges,
        beside);
  }

  /** Takes back a piece that was placed before; in the order of arrival. */
  public void restore(Placed placed) {
    var thawed = thawing.of(placed.signature());
    var story = story(placed);
    add(new LivePiece(placed, thawed.language(), thawed.vector(), story), story);
  }

  /**
   * As {@link #restore(Placed)}, all of a pack that came at or after the horizon; then {@link
   * #settle}.
   *
   * @param merged by key of a story the key of the one that it has become part of
   */
  void restore(byte[] pack, Instant horizon, Map<Long, Long> merged, Consumer<Placed> each) {
    var reader = new Pack.Reader(pack, vocabulary, horizon);
    reader.each(
        merged,
        (placed, language, place) -> {
          var story = story(placed);
          var piece = new LivePiece(placed, language, reader.shelf(), place, story);
          keep(piece);
          if (story.welcome(piece, vocabulary)) {
            unsettled.add(story);
          }
          each.accept(placed);
        });
  }

  /** Ends what was begun with packs. */
  void settle() {
    var sums = new Sums(vocabulary);
    unsettled.forEach(story -> story.settle(sums));
    unsettled.clear();
  }

  /** Where a piece that is taken back stands. */
  private LiveStory story(Placed placed) {
    clock = Math.max(clock, placed.arrival().toEpochMilli());
    var known = stories.get(placed.story());
    return known == null ? open(placed.story()) : known.root();
  }

  /** A restored piece's bridges; when all pieces and merges are restored. */
  public void bridged(Placed placed) {
    var piece = pieces.get(placed.piece());
    if (piece == null) {
      return;
    }
    for (var key : placed.bridges()) {
      var other = stories.get(key);
      if (other != null && other.root() != piece.story()) {
        piece.story().addBridge(piece, other.root());
      }
    }
  }

  /** Two stories have become one elsewhere, or before this engine began. */
  public void merged(Placement.Merge merge) {
    var elder = stories.get(merge.elder());
    var younger = stories.get(merge.younger());
    if (elder == null) {
      return;
    }
    if (younger == null) {
      stories.put(merge.younger(), elder.root());
      elder.root().aliases.add(merge.younger());
      next = Math.max(next, merge.younger() + 1);
    } else if (younger.root() != elder.root()) {
      merge(elder.root(), younger.root());
    }
  }

  /** Keys given from now on are greater than this. */
  public void continueAfter(long key) {
    next = Math.max(next, key + 1);
  }

  /** The stories that a piece would be weighed against, the best first; for measuring. */
  List<Weighing.Scored> weighed(Piece piece) {
    enter();
    var asked = weighing.ask(piece, live, false);
    asked.query().clear();
    return asked.scored();
  }

  /** What would stand beside a piece, which is not kept. */
  public Outlook outlook(Piece piece) {
    enter();
    var asked = weighing.ask(piece, live, false);
    var query = asked.query();
    var scored = asked.scored();
    var near = Ranking.of(query, marks(query), candidates, Optional.empty(), joined(scored));
    query.clear();
    var story = joined(scored).map(joins -> joins.key).orElse(0L);
    return new Outlook(story, Explanation.near(query, near, vocabulary, story));
  }

  /**
   * @param story key of the story that the piece would join, 0 where it would open one
   * @param near live pieces, the best first
   */
  public record Outlook(long story, List<Placement.Near> near) {}

  /**
   * The live pieces like one that was placed.
   *
   * @param without an outlet whose pieces are left out
   * @return the best first; empty where the piece itself lives no more
   */
  public Optional<List<Placement.Near>> related(String id, String without) {
    return Optional.ofNullable(pieces.get(id))
        .map(piece -> {
          enter();
          var query = weighing.again(piece, live);
          candidates.of(query, vocabulary);
          var near =
              Ranking.of(
                  query,
                  piece.vector().marks(),
                  candidates,
                  Optional.of(without),
                  Optional.of(piece.story()));
          query.clear();
          return Explanation.near(query, near, vocabulary, piece.story().key);
        });
  }

  /** An empty pack for live pieces. */
  Pack.Writer pack() {
    return new Pack.Writer(vocabulary);
  }

  Optional<LivePiece> live(String piece) {
    return Optional.ofNullable(pieces.get(piece));
  }

  public boolean isLive(String piece) {
    return pieces.containsKey(piece);
  }

  /** The most central live piece of a story: nearest to the sum of all, copies left out. */
  public Optional<String> lead(long key) {
    return Optional.ofNullable(stories.get(key)).flatMap(story -> story.root().lead());
  }

  /** Pieces in the live window. */
  public int pieces() {
    return ring.size();
  }

  /** Stories in the live window. */
  public int stories() {
    return live;
  }

  /** Words known of the live window. */
  int words() {
    return vocabulary.size();
  }

  private Marks marks(Query query) {
    return Marks.of(query.terms(), query.inTitle(), vocabulary);
  }

  private static Optional<LiveStory> joined(List<Weighing.Scored> scored) {
    return scored.isEmpty() || scored.getFirst().score() < 0
        ? Optional.empty()
        : Optional.of(scored.getFirst().story());
  }

  private static String original(LivePiece piece, List<Ranking.Ranked> near) {
    for (var other : near) {
      if (other.piece().story() == piece.story()
          && Sketch.isCopy(piece.vector().sketch(), other.piece().vector().sketch())) {
        var copyOf = other.piece().copyOf;
        return copyOf.isEmpty() ? other.piece().id : copyOf;
      }
    }
    return "";
  }

  private LiveStory open(long key) {
    var story = new LiveStory(key);
    stories.put(key, story);
    next = Math.max(next, key + 1);
    live++;
    return story;
  }

  private void add(LivePiece piece, LiveStory story) {
    keep(piece);
    story.add(piece, vocabulary);
  }

  private void keep(LivePiece piece) {
    ring.add(piece);
    habits.learn(piece);
    pieces.put(piece.id, piece);
  }

  /** Before anything is looked up: a start's pieces all at once, else the one that came last. */
  private void enter() {
    vocabulary.enter(ring, entered);
    entered = ring.next();
  }

  private void expire() {
    while (ring.size() > 0 && ring.eldestPiece().arrival < clock - window) {
      var piece = ring.eldestPiece();
      ring.removeEldest();
      pieces.remove(piece.id, piece);
      var story = piece.story();
      story.leave(piece, vocabulary);
      habits.forget(piece);
      if (story.alive() == 0) {
        story.end();
        stories.remove(story.key);
        story.aliases.forEach(stories::remove);
        live--;
      }
    }
  }

  /**
   * A piece that also fits another story speaks for making the two one: enough such pieces, against
   * the members of the smaller, do it.
   */
  private void bridge(
      LivePiece piece,
      List<Weighing.Scored> scored,
      List<Long> bridges,
      List<Placement.Merge> merges) {
    var story = piece.story();
    for (var i = 0; i < Math.min(BRIDGED, scored.size()); i++) {
      var other = scored.get(i).story().root();
      if (other == story || scored.get(i).score() < rule.bridge()) {
        continue;
      }
      bridges.add(other.key);
      var enough = rule.bridges() * Math.min(story.members, other.members);
      if (story.addBridge(piece, other) >= enough
          && !Contrast.areApart(story, other, vocabulary, live)
          && !story.isFloodOf(piece.outlet)
          && !other.isFloodOf(piece.outlet)) {
        var elder = story.key < other.key ? story : other;
        var younger = elder == story ? other : story;
        merges.add(new Placement.Merge(elder.key, younger.key));
        story = merge(elder, younger);
      }
    }
  }

  private LiveStory merge(LiveStory elder, LiveStory younger) {
    elder.take(younger, vocabulary);
    live--;
    return elder;
  }
}

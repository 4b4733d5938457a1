package org.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a recorded stream through the engine and collects what it decided. */
public final class Rehearsal {
  private final Engine engine;
  private final Map<String, Long> clusters = new LinkedHashMap<>();
  private final Map<Long, Long> merged = new HashMap<>();
  private final Map<String, List<Placement.Near>> related = new HashMap<>();

  public Rehearsal(Grouping settings) {
    engine = new Engine(settings);
  }

  /** Places one piece; only this is the engine's work. */
  public Placement place(Piece piece) {
    return engine.place(piece);
  }

  /** Keeps a decision. */
  public void keep(Placement placement) {
    clusters.put(placement.piece(), placement.story());
    placement.merges().forEach(merge -> merged.put(merge.younger(), merge.elder()));
    related.put(placement.piece(), new ArrayList<>(placement.near()));
    for (var near : placement.near()) {
      offer(
          related.computeIfAbsent(near.piece(), _ -> new ArrayList<>()),
          new Placement.Near(placement.piece(), near.score(), near.why(), near.sameStory()));
    }
  }

  private static void offer(List<Placement.Near> list, Placement.Near near) {
    list.add(near);
    list.sort(Comparator.comparingDouble(Placement.Near::score).reversed());
    if (list.size() > Ranking.KEPT) {
      list.removeLast();
    }
  }

  /** The pieces in order of arrival, and the cluster of each as things stand now. */
  public Map<String, Long> clusters() {
    var now = new LinkedHashMap<String, Long>();
    clusters.forEach((piece, story) -> now.put(piece, root(story)));
    return now;
  }

  /**
   * @return at most 20 pieces beside one, earlier and later alike, the best first
   */
  public List<String> related(String piece) {
    return related.getOrDefault(piece, List.of()).stream().map(Placement.Near::piece).toList();
  }

  public Engine engine() {
    return engine;
  }

  private long root(long story) {
    var root = story;
    while (merged.containsKey(root)) {
      root = merged.get(root);
    }
    return root;
  }
}

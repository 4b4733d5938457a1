package org.slugline.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Brings a part of the index up to date, within a transaction. */
final class Filling {
  private static final int BATCH = 5000;

  /** So many are read at once; whoever has read {@link #LETTERS} reads no more. */
  private static final int SLICE = 500;

  private static final int LETTERS = 6_000_000;

  /** So that a batch is written as one part of the index: fewer to be merged afterwards. */
  private static final int GATHERED = 16 << 20;

  /** Milliseconds are shifted by so many bits to leave room for pieces of the same instant. */
  static final int SHIFT = 10;

  private final Index index;

  Filling(Handle handle) {
    index = handle.attach(Index.class);
  }

  /**
   * @return how many pieces were looked at
   */
  int batch() {
    if (index.gathered() != GATHERED) {
      index.gather(GATHERED);
    }
    var todo = index.todo(BATCH);
    var pieces = new ArrayList<Index.Piece>();
    var sections = new HashMap<Long, String>();
    var read = 0;
    for (var letters = 0L; read < todo.size() && letters < LETTERS; ) {
      var slice = todo.subList(read, Math.min(read + SLICE, todo.size()));
      var found = read(slice, sections);
      letters += found.stream().mapToLong(piece -> piece.text().length()).sum();
      pieces.addAll(found);
      read += slice.size();
    }
    var rows = rows(pieces, sections);
    index.addPieces(rows);
    rows.addAll(milestones(rows));
    // FTS5 writes out what it has gathered whenever a rowid goes back: in order, once is enough
    rows.sort(Comparator.comparingLong(Index.Row::id));
    index.addWords(rows);
    return read;
  }

  private List<Index.Row> milestones(List<Index.Row> rows) {
    var stones = rows.stream().map(row -> Milestone.before(row.id())).collect(Collectors.toSet());
    var there = index.indexed(json(stones.stream().map(Milestone::place).toList()));
    return stones.stream()
        .filter(stone -> !there.contains(stone.place()))
        .map(stone -> new Index.Row(stone.place(), 0, "", "", "", stone.fact()))
        .toList();
  }

  /** What these are now; what the index held of them is taken out, and they count as done. */
  private List<Index.Piece> read(List<String> slice, Map<Long, String> sections) {
    var items = refs(slice, 'i');
    var articles = refs(slice, 'a');
    var old = json(index.ids(json(keys(items, articles))));
    index.removeWords(old);
    index.removePieces(old);
    var pieces = new ArrayList<>(index.items(json(items)));
    pieces.addAll(index.articles(json(articles)));
    sections.putAll(index.sections(json(articles)));
    index.done(slice.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
    return pieces;
  }

  private List<Index.Row> rows(List<Index.Piece> pieces, Map<Long, String> sections) {
    var taken = taken(pieces);
    var rows = new ArrayList<Index.Row>();
    for (var piece : pieces) {
      var id = place(piece);
      while (Milestone.isAt(id) || !taken.add(id)) {
        id++;
      }
      var section = piece.outlet().isPresent() ? "" : sections.getOrDefault(piece.ref(), "");
      rows.add(
          new Index.Row(
              id,
              piece.key(),
              Folding.indexed(piece.title()),
              Folding.indexed(piece.summary()),
              Folding.indexed(piece.text()),
              Facts.of(piece, section)));
    }
    return rows;
  }

  /** Places near those of these pieces that others have already. */
  private Set<Long> taken(List<Index.Piece> pieces) {
    var taken = new HashSet<Long>();
    var asked = pieces.stream().map(Filling::place).collect(Collectors.toSet());
    while (!asked.isEmpty()) {
      taken.addAll(index.taken(json(asked), 1 << SHIFT));
      asked =
          asked.stream()
              .map(place -> place + (1 << SHIFT))
              .filter(next -> taken.contains(next - 1))
              .collect(Collectors.toSet());
    }
    return taken;
  }

  private static long place(Index.Piece piece) {
    return Math.max(0, piece.published().toEpochMilli()) << SHIFT;
  }

  private static List<Long> keys(List<Long> items, List<Long> articles) {
    var keys = new ArrayList<>(items);
    articles.forEach(ref -> keys.add(-ref));
    return keys;
  }

  private static List<Long> refs(List<String> pieces, char kind) {
    return pieces.stream()
        .filter(piece -> piece.charAt(0) == kind)
        .map(piece -> Long.valueOf(piece.substring(1)))
        .toList();
  }

  static String json(Iterable<Long> numbers) {
    var out = new StringBuilder("[");
    for (var number : numbers) {
      out.append(out.length() == 1 ? "" : ",").append(number.longValue());
    }
    return out.append(']').toString();
  }
}

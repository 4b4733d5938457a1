package org.slugline.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a list, newest first.
 *
 * @param next where the older ones begin; empty at the end
 */
public record PieceList(List<Piece> pieces, Optional<Cursor> next) {
  public PieceList {
    pieces = List.copyOf(pieces);
  }

  /** Merges two lists that are each one longer than the limit where there is more. */
  static PieceList merged(
      List<Piece> ours, List<Piece> theirs, int limit, Function<Piece, Cursor> place) {
    var all = new ArrayList<>(ours);
    all.addAll(theirs);
    all.sort(Comparator.comparing(place, Cursor.NEWEST_FIRST));
    return cut(all, limit, place);
  }

  static PieceList cut(List<Piece> all, int limit, Function<Piece, Cursor> place) {
    return all.size() <= limit
        ? new PieceList(all, Optional.empty())
        : new PieceList(all.subList(0, limit), Optional.of(place.apply(all.get(limit - 1))));
  }
}

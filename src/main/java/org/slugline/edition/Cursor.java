package org.slugline.edition;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a list of pieces, newest first: everything after it is older. At one moment ours come
 * before theirs, later numbers before earlier ones.
 *
 * @param at the moment that the list is ordered by
 */
public record Cursor(Instant at, boolean ours, long ref) {
  static final Comparator<Cursor> NEWEST_FIRST =
      Comparator.comparing(Cursor::at)
          .thenComparing(Cursor::ours)
          .thenComparing(Cursor::ref)
          .reversed();

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,15})([ai])(\\d{1,18})");

  /** The place before everything. */
  static final Cursor START = new Cursor(Instant.ofEpochMilli(1L << 52), true, Long.MAX_VALUE);

  static Cursor published(Piece piece) {
    return new Cursor(piece.published(), piece.isOurs(), piece.ref());
  }

  static Cursor seen(Piece piece) {
    return new Cursor(piece.seen(), piece.isOurs(), piece.ref());
  }

  /** What {@code ?before=} said; empty for what never came from us. */
  public static Optional<Cursor> of(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Cursor(
              Instant.ofEpochMilli(Long.parseLong(match.group(1))),
              match.group(2).equals("a"),
              Long.parseLong(match.group(3))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The number that ours must stay below at this moment. */
  public long articlesBelow() {
    return ours ? ref : 0;
  }

  /** The number that theirs must stay below at this moment. */
  public long itemsBelow() {
    return ours ? Long.MAX_VALUE : ref;
  }

  /** For {@code ?before=}. */
  @Override
  public String toString() {
    return at.toEpochMilli() + (ours ? "a" : "i") + ref;
  }
}

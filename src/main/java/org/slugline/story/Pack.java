package org.slugline.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some thousand pieces of the live window in order of placing, so that a start need not read their
 * rows: each term is spelled once, and all else is whole numbers.
 *
 * <p>Four numbers: how many pieces there are, terms and names, and of how many bytes their text is.
 * The text: terms, then names, each ended by a line feed. Then of each piece {@link #HEAD} numbers,
 * its vector with a number a term (place of the term, weight, headline or not), its sketch, and its
 * bridges. A later version that writes otherwise begins by deleting all packs.
 */
final class Pack {
  /** So many pieces at most. */
  static final int MOST = 2048;

  /** Places of terms have 16 bits. */
  private static final int TERMS = 1 << 16;

  /** The lower bits of a number of the vector, below the place of its term. */
  static final int PLACE = 16;

  private static final long LOWER = 0xffff_ffffL;

  /** Piece, outlet, language, copied piece; story, arrival, time; terms, sketch, bridges. */
  static final int HEAD = 13;

  /** Where a head says how many terms there are. */
  static final int SIZE = 10;

  /** ... and of how many numbers the sketch is. */
  static final int SKETCH = 11;

  private Pack() {}

  /** Takes pieces in, one after another. */
  static final class Writer {
    private final Vocabulary vocabulary;
    private final StringBuilder terms = new StringBuilder();
    private final StringBuilder names = new StringBuilder();
    private final Map<String, Integer> named = new HashMap<>();

    /** 1 + the place of a term, by its number. */
    private final int[] places;

    private int[] numbers = new int[1 << 15];
    private int size;
    private int pieces;
    private int spelled;

    Writer(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      places = new int[vocabulary.limit()];
    }

    boolean isFull() {
      return pieces == MOST || spelled + Signature.MOST > TERMS;
    }

    /**
     * @param bridges keys of the stories that it nearly joined
     */
    void add(LivePiece piece, List<Long> bridges) {
      pieces++;
      put(name(piece.id));
      put(name(piece.outlet));
      put(name(piece.language));
      put(name(piece.copyOf));
      putLong(piece.story().key);
      putLong(piece.arrival);
      putLong(piece.at);
      var vector = piece.vector();
      put(vector.terms().length);
      put(vector.sketch().length);
      put(bridges.size());
      for (var i = 0; i < vector.terms().length; i++) {
        var low = vector.weights()[i] << 1 | (vector.inTitle()[i] ? 1 : 0);
        put(place(vector.terms()[i]) << PLACE | low);
      }
      for (var hash : vector.sketch()) {
        put(hash);
      }
      bridges.forEach(this::putLong);
    }

    byte[] bytes() {
      var text = terms.append(names).toString().getBytes(StandardCharsets.UTF_8);
      var out = ByteBuffer.allocate(4 * (4 + size) + text.length);
      out.putInt(pieces).putInt(spelled).putInt(named.size()).putInt(text.length).put(text);
      out.asIntBuffer().put(numbers, 0, size);
      return out.array();
    }

    private int place(int term) {
      if (places[term] == 0) {
        terms.append(vocabulary.name(term)).append('\n');
        places[term] = ++spelled;
      }
      return places[term] - 1;
    }

    private int name(String name) {
      var place = named.putIfAbsent(name, named.size());
      if (place != null) {
        return place;
      }
      names.append(name).append('\n');
      return named.size() - 1;
    }

    private void putLong(long number) {
      put((int) (number >>> 32));
      put((int) number);
    }

    private void put(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }
  }

  /** Gives pieces back, one after another. */
  static final class Reader {
    private final Instant horizon;
    private final String[] names;
    private final PackShelf shelf;
    private final int[] numbers;

    /**
     * @param horizon pieces that came before it are left out
     */
    Reader(byte[] bytes, Vocabulary vocabulary, Instant horizon) {
      this.horizon = horizon;
      var in = ByteBuffer.wrap(bytes);
      in.getInt();
      var terms = new int[in.getInt()];
      names = new String[in.getInt()];
      var length = in.getInt();
      var text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
      numbers = new int[in.remaining() / 4];
      in.asIntBuffer().get(numbers);
      mark(terms);
      split(text, vocabulary.internMarked(text, terms));
      shelf = new PackShelf(numbers, terms, vocabulary);
    }

    /** A term that only pieces before the horizon have must stay unknown. */
    private void mark(int[] terms) {
      for (var head = 0; head < numbers.length; head = next(head)) {
        if (isAlive(head)) {
          var end = head + HEAD + numbers[head + SIZE];
          for (var at = head + HEAD; at < end; at++) {
            terms[numbers[at] >>> PLACE] = Vocabulary.MARKED;
          }
        }
      }
    }

    private void split(String text, int begin) {
      var from = begin;
      for (var i = 0; i < names.length; i++) {
        var end = text.indexOf('\n', from);
        names[i] = text.substring(from, end);
        from = end + 1;
      }
    }

    private boolean isAlive(int head) {
      return number(head + 6) >= horizon.toEpochMilli();
    }

    private int next(int head) {
      return head + HEAD + numbers[head + SIZE] + numbers[head + SKETCH] + 2 * numbers[head + 12];
    }

    /** Is given a piece, without its stored vector, which stands in a place of the shelf. */
    interface Taker {
      void take(Placed placed, String language, int place);
    }

    PackShelf shelf() {
      return shelf;
    }

    /**
     * @param merged by key of a story the key of the one that it has become part of
     */
    void each(Map<Long, Long> merged, Taker taker) {
      for (var head = 0; head < numbers.length; head = next(head)) {
        if (isAlive(head)) {
          var story = number(head + 4);
          taker.take(
              new Placed(
                  names[numbers[head]],
                  names[numbers[head + 1]],
                  merged.getOrDefault(story, story),
                  Instant.ofEpochMilli(number(head + 6)),
                  Instant.ofEpochMilli(number(head + 8)),
                  names[numbers[head + 3]],
                  "",
                  keys(head)),
              names[numbers[head + 2]],
              head);
        }
      }
    }

    private List<Long> keys(int head) {
      if (numbers[head + 12] == 0) {
        return List.of();
      }
      var keys = new ArrayList<Long>(numbers[head + 12]);
      for (var at = next(head) - 2 * numbers[head + 12]; at < next(head); at += 2) {
        keys.add(number(at));
      }
      return keys;
    }

    private long number(int from) {
      return (long) numbers[from] << 32 | (numbers[from + 1] & LOWER);
    }
  }
}

package org.slugline.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

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

  private static final int PLACE = 16;
  private static final int LOW = (1 << PLACE) - 1;
  private static final long LOWER = 0xffff_ffffL;

  /** Piece, outlet, language, copied piece; story, arrival, time; terms, sketch, bridges. */
  private static final int HEAD = 13;

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
      put(piece.terms.length);
      put(piece.sketch.length);
      put(bridges.size());
      for (var i = 0; i < piece.terms.length; i++) {
        put(place(piece.terms[i]) << PLACE | piece.weights[i] << 1 | (piece.inTitle[i] ? 1 : 0));
      }
      for (var hash : piece.sketch) {
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
    private final Vocabulary vocabulary;
    private final String text;

    /** Where each term begins in the text, and where the last ends. */
    private final int[] begins;

    /** The vocabulary's number of each term; 0 until a piece that is given back has it. */
    private final int[] terms;

    private final String[] names;
    private final int[] numbers;
    private final int pieces;
    private int at;

    Reader(byte[] bytes, Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      var in = ByteBuffer.wrap(bytes);
      pieces = in.getInt();
      terms = new int[in.getInt()];
      begins = new int[terms.length + 1];
      names = new String[in.getInt()];
      var length = in.getInt();
      text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
      numbers = new int[in.remaining() / 4];
      in.asIntBuffer().get(numbers);
      split();
    }

    private void split() {
      for (var i = 0; i < terms.length; i++) {
        begins[i + 1] = text.indexOf('\n', begins[i]) + 1;
      }
      var from = begins[terms.length];
      for (var i = 0; i < names.length; i++) {
        var end = text.indexOf('\n', from);
        names[i] = text.substring(from, end);
        from = end + 1;
      }
    }

    /**
     * @param horizon pieces that came before it are left out
     * @param merged by key of a story the key of the one that it has become part of
     * @param each is given a piece, without its stored vector, and the vector
     */
    void each(Instant horizon, Map<Long, Long> merged, BiConsumer<Placed, Frozen.Thawed> each) {
      for (var i = 0; i < pieces; i++) {
        var head = at;
        var size = numbers[head + HEAD - 3];
        var sketch = numbers[head + HEAD - 2];
        var bridges = numbers[head + HEAD - 1];
        at += HEAD + size + sketch + 2 * bridges;
        var arrival = Instant.ofEpochMilli(number(head + 6));
        if (arrival.isBefore(horizon)) {
          continue;
        }
        var story = number(head + 4);
        var from = head + HEAD;
        each.accept(
            new Placed(
                names[numbers[head]],
                names[numbers[head + 1]],
                merged.getOrDefault(story, story),
                arrival,
                Instant.ofEpochMilli(number(head + 8)),
                names[numbers[head + 3]],
                "",
                keys(from + size + sketch, bridges)),
            vector(from, size, sketch, names[numbers[head + 2]]));
      }
    }

    private Frozen.Thawed vector(int from, int size, int sketch, String language) {
      var own = new int[size];
      var weights = new int[size];
      var inTitle = new boolean[size];
      for (var i = 0; i < size; i++) {
        var number = numbers[from + i];
        own[i] = term(number >>> PLACE);
        weights[i] = (number & LOW) >>> 1;
        inTitle[i] = (number & 1) != 0;
      }
      var hashes = Arrays.copyOfRange(numbers, from + size, from + size + sketch);
      return new Frozen.Thawed(own, weights, inTitle, hashes, language);
    }

    /** A term that only pieces before the horizon have must stay unknown. */
    private int term(int place) {
      if (terms[place] == 0) {
        terms[place] = 1 + vocabulary.intern(text, begins[place], begins[place + 1] - 1);
      }
      return terms[place] - 1;
    }

    private List<Long> keys(int from, int size) {
      if (size == 0) {
        return List.of();
      }
      var keys = new ArrayList<Long>(size);
      for (var i = 0; i < size; i++) {
        keys.add(number(from + 2 * i));
      }
      return keys;
    }

    private long number(int from) {
      return (long) numbers[from] << 32 | (numbers[from + 1] & LOWER);
    }
  }
}

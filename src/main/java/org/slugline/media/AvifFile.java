package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * AVIF, ISO 23008-12. Exif and XMP are items of its index: they stay in it, and what they say
 * becomes zeros, like all bytes that no part of the picture lays claim to.
 */
final class AvifFile {
  private static final int DEEPEST = 16;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final AvifIndex index;
  private final List<Stretch> stores = new ArrayList<>();
  private int data = -1;
  private boolean moves;
  private int depth;

  /** Bytes of the file, the last left out. */
  private record Stretch(int from, int to) {}

  /** Is shown the boxes of a stretch, one after another. */
  private interface Visitor {
    /**
     * @param at where it begins
     * @param body where what it holds begins
     */
    void see(String type, int at, int body, int to);
  }

  private AvifFile(byte[] bytes) {
    this.bytes = bytes.clone();
    in = ByteBuffer.wrap(this.bytes);
    index = new AvifIndex(in);
  }

  static Optional<Cleaning.Cleaned> clean(byte[] bytes, ByteArrayOutputStream out) {
    return new AvifFile(bytes).clean(out);
  }

  private Optional<Cleaning.Cleaned> clean(ByteArrayOutputStream out) {
    walk(0, bytes.length, this::file);
    var size = index.size();
    if (!size.isTold()) {
      return Optional.empty();
    }
    var words = words();
    if (!moves) {
      unclaimed(); // else a track lays claim to what no item does
    }
    out.writeBytes(bytes);
    return Optional.of(new Cleaning.Cleaned(size.width(), size.height(), words));
  }

  /** What its XMP offers; then that and all that is said becomes zeros. */
  private PictureWords words() {
    var words = PictureWords.NONE;
    for (var extent : index.extents()) {
      if (!index.isPicture(extent)) {
        var place = place(extent);
        if (index.type(extent).equals("mime")) {
          var said = UTF_8.decode(in.slice(place.from, place.to - place.from)).toString();
          words = words.or(PictureWords.ofXmp(said));
        }
        zeros(place.from, place.to);
      }
    }
    return words;
  }

  private void unclaimed() {
    var claimed = new BitSet();
    for (var extent : index.extents()) {
      if (index.isPicture(extent)) {
        var place = place(extent);
        claimed.set(place.from, place.to);
      }
    }
    for (var store : stores) {
      for (var at = claimed.nextClearBit(store.from); at < store.to; ) {
        var next = claimed.nextSetBit(at);
        var end = next < 0 ? store.to : Math.min(next, store.to);
        zeros(at, end);
        at = claimed.nextClearBit(end);
      }
    }
  }

  private Stretch place(AvifIndex.Extent extent) {
    var from = extent.inside() ? data + extent.from() : extent.from();
    var to = extent.length() == 0 ? bytes.length : from + extent.length();
    if (from < 0 || to < from || to > bytes.length) {
      throw new IllegalArgumentException("an item leads out of the file");
    }
    return new Stretch((int) from, (int) to);
  }

  private void file(String type, int at, int body, int to) {
    switch (type) {
      case "meta" -> walk(body + 4, to, this::index);
      case "mdat" -> stores.add(new Stretch(body, to));
      default -> film(type, at, body, to);
    }
  }

  private void index(String type, int at, int body, int to) {
    switch (type) {
      case "hdlr" -> zeros(Math.min(to, body + 12), to);
      case "pitm" -> index.primary(at);
      case "iprp" -> walk(body, to, this::index);
      case "ipco" -> walk(body, to, this::property);
      case "ipma" -> index.associations(at);
      case "idat" -> {
        data = body;
        stores.add(new Stretch(body, to));
      }
      case "iinf" -> walk(body + (in.get(body) == 0 ? 6 : 8), to, this::index);
      case "infe" -> index.item(at);
      case "iloc" -> index.places(at);
      case "iref", "grpl", "dinf" -> {}
      default -> free(at, body, to);
    }
  }

  /** What describes is a property too; it keeps its number, and says nothing. */
  private void property(String type, int at, int body, int to) {
    index.property(type, at);
    if (type.matches("uuid|udes|altt|crtt|mdft|free|skip")) {
      zeros(Math.min(to, type.equals("uuid") ? body + 16 : body), to);
    }
  }

  /** The tracks of one that moves. */
  private void film(String type, int at, int body, int to) {
    moves |= type.equals("moov");
    switch (Boxes.of(type)) {
      case HOLDS -> walk(body, to, this::film);
      case DATED ->
          zeros(Math.min(to, body + 4), Math.min(to, body + (in.get(body) == 1 ? 20 : 12)));
      case NAMED -> zeros(Math.min(to, body + 12), to);
      case DESCRIBES -> free(at, body, to);
      case PLAYS -> {}
    }
  }

  private void free(int at, int body, int to) {
    System.arraycopy("free".getBytes(ISO_8859_1), 0, bytes, at + 4, 4);
    zeros(body, to);
  }

  private void zeros(int from, int to) {
    Arrays.fill(bytes, from, to, (byte) 0);
  }

  private void walk(int from, int to, Visitor visitor) {
    depth++;
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("boxes in boxes without end");
    }
    for (var at = from; at + 8 <= to; ) {
      var size = in.getInt(at) & 0xFFFFFFFFL;
      var body = at + 8;
      if (size == 1) {
        size = in.getLong(at + 8);
        body = at + 16;
      } else if (size == 0) {
        size = (long) to - at;
      }
      if (size < body - at || size > to - at) {
        throw new IllegalArgumentException("a box leads out of what it stands in");
      }
      visitor.see(ISO_8859_1.decode(in.slice(at + 4, 4)).toString(), at, body, (int) (at + size));
      at += (int) size;
    }
    depth--;
  }
}

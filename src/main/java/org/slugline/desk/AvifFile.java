package org.slugline.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AVIF, ISO 23008-12: measured by its {@code ispe} property. Exif and XMP are items of its index:
 * they stay in it, and what they say becomes zeros.
 */
final class AvifFile {
  private static final int MOST_ITEMS = 10_000;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final Map<Integer, String> types = new HashMap<>();
  private final List<Extent> extents = new ArrayList<>();
  private int data = -1;
  private int width;
  private int height;

  /**
   * @param inside whether it counts from the index's own data, else from the start of the file
   */
  private record Extent(int item, boolean inside, long from, long length) {}

  private AvifFile(byte[] bytes) {
    this.bytes = bytes.clone();
    in = ByteBuffer.wrap(this.bytes);
  }

  static Optional<Cleaning.Cleaned> clean(byte[] bytes, ByteArrayOutputStream out) {
    return new AvifFile(bytes).clean(out);
  }

  private Optional<Cleaning.Cleaned> clean(ByteArrayOutputStream out) {
    boxes(0, bytes.length);
    if (width <= 0 || height <= 0) {
      return Optional.empty();
    }
    var words = PictureWords.NONE;
    for (var extent : extents) {
      var type = types.getOrDefault(extent.item, "");
      if (type.equals("Exif") || type.equals("mime") || type.equals("uri ")) {
        var from = Math.toIntExact(extent.inside ? data + extent.from : extent.from);
        var length = Math.toIntExact(extent.length);
        var said = UTF_8.decode(in.slice(from, length)).toString();
        if (type.equals("mime")) {
          words = words.or(PictureWords.ofXmp(said));
        }
        in.put(from, new byte[length]);
      }
    }
    out.writeBytes(bytes);
    return Optional.of(new Cleaning.Cleaned(width, height, words));
  }

  private void boxes(int from, int to) {
    for (var at = from; at + 8 <= to; ) {
      var size = in.getInt(at);
      if (size == 0) {
        size = to - at;
      }
      if (size < 8 || size > to - at) {
        throw new IllegalArgumentException("a box leads out of what it stands in");
      }
      box(name(at + 4), at, at + size);
      at += size;
    }
  }

  private void box(String type, int at, int to) {
    switch (type) {
      case "meta" -> boxes(at + 12, to);
      case "iprp", "ipco" -> boxes(at + 8, to);
      case "idat" -> data = at + 8;
      case "iinf" -> boxes(at + (in.get(at + 8) == 0 ? 14 : 16), to);
      case "infe" -> item(at);
      case "iloc" -> places(at);
      case "ispe" -> {
        width = Math.max(width, in.getInt(at + 12));
        height = Math.max(height, in.getInt(at + 16));
      }
      case "uuid", "udta" -> in.put(at + 8, new byte[to - at - 8]);
      default -> {}
    }
  }

  private void item(int at) {
    var version = in.get(at + 8);
    if (version >= 2) {
      var wide = version > 2;
      var id = wide ? in.getInt(at + 12) : in.getShort(at + 12) & 0xFFFF;
      types.put(id, name(at + (wide ? 18 : 16)));
    }
  }

  /** ISO 14496-12 §8.11.3. */
  private void places(int at) {
    var version = in.get(at + 8);
    var sizes = in.getShort(at + 12) & 0xFFFF;
    in.position(at + 14);
    var items = version < 2 ? in.getShort() & 0xFFFF : in.getInt();
    for (var i = 0; i < items; i++) {
      var id = version < 2 ? in.getShort() & 0xFFFF : in.getInt();
      var method = version == 0 ? 0 : in.getShort() & 0xF;
      in.getShort(); // the file itself
      var base = number(sizes >> 4 & 0xF);
      var parts = in.getShort() & 0xFFFF;
      for (var part = 0; part < parts; part++) {
        if (version > 0) {
          number(sizes & 0xF);
        }
        var from = base + number(sizes >> 12);
        extents.add(new Extent(id, method == 1, from, number(sizes >> 8 & 0xF)));
        if (extents.size() > MOST_ITEMS) {
          throw new IllegalArgumentException("more items than a picture has");
        }
      }
    }
  }

  private long number(int size) {
    return switch (size) {
      case 0 -> 0;
      case 4 -> in.getInt() & 0xFFFFFFFFL;
      case 8 -> in.getLong();
      default -> throw new IllegalArgumentException("no size of a number");
    };
  }

  private String name(int at) {
    return ISO_8859_1.decode(in.slice(at, 4)).toString();
  }
}

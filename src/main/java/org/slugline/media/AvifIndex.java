package org.slugline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the {@code meta} box of an AVIF says: its items, where they lie, and what they look like.
 */
final class AvifIndex {
  private static final int MOST_ITEMS = 10_000;

  private final ByteBuffer in;
  private final Map<Integer, String> types = new HashMap<>();
  private final List<Extent> extents = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();

  /** Numbers of the properties of an item, from 1, in the order in which they act. */
  private final Map<Integer, List<Integer>> worn = new HashMap<>();

  private int primary = -1;

  /**
   * A stretch that belongs to an item.
   *
   * @param inside whether it counts from the index's own data, else from the start of the file
   * @param length 0: all that there is
   */
  record Extent(int item, boolean inside, long from, long length) {}

  /**
   * @param at where its box begins
   */
  private record Property(String type, int at) {}

  record Size(int width, int height) {
    /** By a quarter. */
    Size turned() {
      return new Size(/* width= */ height, /* height= */ width);
    }

    boolean isTold() {
      return width > 0 && height > 0;
    }
  }

  AvifIndex(ByteBuffer in) {
    this.in = in;
  }

  List<Extent> extents() {
    return extents;
  }

  /** Whether an item is of what the picture is made, and not of what is said of it. */
  boolean isPicture(Extent extent) {
    return !type(extent).matches("Exif|mime|uri ");
  }

  String type(Extent extent) {
    return types.getOrDefault(extent.item, "");
  }

  /** {@code pitm}, ISO 14496-12 §8.11.4. */
  void primary(int at) {
    primary = in.get(at + 8) == 0 ? in.getShort(at + 12) & 0xFFFF : in.getInt(at + 12);
  }

  /** {@code infe}, §8.11.6. */
  void item(int at) {
    var version = in.get(at + 8);
    if (version >= 2) {
      var wide = version > 2;
      var id = wide ? in.getInt(at + 12) : in.getShort(at + 12) & 0xFFFF;
      types.put(id, name(at + (wide ? 18 : 16)));
    }
  }

  void property(String type, int at) {
    properties.add(new Property(type, at));
    some(properties.size());
  }

  /** {@code iloc}, §8.11.3. */
  void places(int at) {
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
        if (method > 1) {
          throw new IllegalArgumentException("an item within an item");
        }
        extents.add(new Extent(id, method == 1, from, number(sizes >> 8 & 0xF)));
        some(extents.size());
      }
    }
  }

  /** {@code ipma}, ISO 23008-12 §9.3. */
  void associations(int at) {
    var version = in.get(at + 8);
    var wide = (in.get(at + 11) & 1) != 0;
    in.position(at + 12);
    var items = in.getInt();
    for (var i = 0; i < items; i++) {
      var id = version < 1 ? in.getShort() & 0xFFFF : in.getInt();
      var count = in.get() & 0xFF;
      List<Integer> numbers = new ArrayList<>();
      for (var n = 0; n < count; n++) {
        numbers.add(wide ? in.getShort() & 0x7FFF : in.get() & 0x7F);
      }
      worn.put(id, numbers);
      some(worn.size());
    }
  }

  /** Of the picture as it is seen: cropped and turned in the order of its properties. */
  Size size() {
    var largest = new Size(0, 0);
    for (var property : properties) {
      if (property.type.equals("ispe")) {
        var size = pair(property.at + 12);
        if (!size.isTold() || (long) size.width * size.height > Cleaning.MOST_PIXELS) {
          return size; // a tile is unfolded too, whatever comes of it
        }
        largest =
            new Size(Math.max(largest.width, size.width), Math.max(largest.height, size.height));
      }
    }
    var size = largest;
    for (var number : worn.getOrDefault(primary, List.of())) {
      if (number > 0 && number <= properties.size()) {
        size = changed(size, properties.get(number - 1));
      }
    }
    return size;
  }

  private Size changed(Size size, Property property) {
    return switch (property.type) {
      case "ispe" -> pair(property.at + 12);
      case "irot" -> // in quarters of a turn
          (in.get(property.at + 8) & 1) == 0 ? size : size.turned();
      case "clap" ->
          new Size(
              cropped(size.width, pair(property.at + 8)),
              cropped(size.height, pair(property.at + 16)));
      default -> size;
    };
  }

  /**
   * @param ratio the rest, over and under the line
   */
  private static int cropped(int whole, Size ratio) {
    var rest = ratio.height == 0 ? 0 : ratio.width / ratio.height;
    return rest > 0 && rest < whole ? rest : whole;
  }

  private Size pair(int at) {
    return new Size(in.getInt(at), in.getInt(at + 4));
  }

  private static void some(int count) {
    if (count > MOST_ITEMS) {
      throw new IllegalArgumentException("more items than a picture has");
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

package org.slugline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Outlet lists to and from bytes: OPML 1.0 and 2.0 in, 2.0 out. Thread-safe. */
public final class Opml {
  private Opml() {}

  /** Never throws for what the bytes contain; broken lists are read as far as they can be. */
  public static OutletReading read(byte[] bytes) {
    return OpmlReader.read(bytes);
  }

  /** The same list always gives the same bytes, in UTF-8. */
  public static byte[] write(OutletList list) {
    return new OpmlWriter().write(list).getBytes(UTF_8);
  }

  /** Can a category attribute carry the path? It has no way to write its own separators. */
  static boolean fitsCategory(List<String> path) {
    return path.stream().noneMatch(name -> name.contains("/") || name.contains(","));
  }
}

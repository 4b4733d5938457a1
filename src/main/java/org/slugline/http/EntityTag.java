package org.slugline.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A validator, RFC 9110 §8.8.3.
 *
 * @param opaque between the quotes; visible ASCII without quotes, or bytes above it
 */
public record EntityTag(String opaque, boolean weak) {
  public EntityTag {
    if (!opaque.chars().allMatch(EntityTag::mayStand)) {
      throw new IllegalArgumentException("a tag has no blanks, quotes or control characters");
    }
  }

  public static EntityTag strong(String opaque) {
    return new EntityTag(opaque, false);
  }

  /**
   * The tags of {@code If-Match} or {@code If-None-Match}, which is not {@code *}. What is no tag
   * is passed over: one bad word of a client must not hide its good ones. A hundred are read.
   */
  public static List<EntityTag> list(String header) {
    var tags = new ArrayList<EntityTag>();
    var at = 0;
    while (at < header.length() && tags.size() < 100) {
      var weak = header.startsWith("W/\"", at);
      var quote = weak ? at + 2 : at;
      if (header.charAt(quote) != '"') {
        at++;
        continue;
      }
      var end = header.indexOf('"', quote + 1);
      if (end < 0) {
        break;
      }
      var opaque = header.substring(quote + 1, end);
      if (opaque.chars().allMatch(EntityTag::mayStand)) {
        tags.add(new EntityTag(opaque, weak));
      }
      at = end + 1;
    }
    return tags;
  }

  /** §8.8.3.2: both strong, and the same. */
  public boolean isStrongly(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /** §8.8.3.2: the same, however weak. */
  public boolean isWeakly(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /** As it stands in a header. */
  @Override
  public String toString() {
    return (weak ? "W/\"" : "\"") + opaque + '"';
  }

  private static boolean mayStand(int c) {
    return c == 0x21 || (c >= 0x23 && c <= 0x7E) || (c >= 0x80 && c <= 0xFF);
  }
}

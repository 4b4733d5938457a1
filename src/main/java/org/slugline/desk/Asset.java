package org.slugline.desk;

import java.util.OptionalInt;

/**
 * A picture or sound in our keeping.
 *
 * @param name {@code {sha256}.{ext}}, by its content
 * @param type MIME type, by its content
 * @param bytes as served
 * @param width in pixels, as is {@code height}; empty for sounds
 * @param caption as the file itself says, as does {@code credit}; {@code ""} where it does not
 */
public record Asset(
    String name,
    String type,
    long bytes,
    OptionalInt width,
    OptionalInt height,
    String caption,
    String credit) {
  /** Its address on the site, from the root. */
  public String path() {
    return "/media/" + name;
  }
}

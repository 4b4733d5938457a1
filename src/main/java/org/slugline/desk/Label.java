package org.slugline.desk;

import org.slugline.text.Slug;

/**
 * A section, tag or author that an article stands under.
 *
 * @param kind {@code section}, {@code tag} or {@code author}
 * @param slug its address: {@code /tags/{slug}}
 */
public record Label(String kind, String slug, String name) {
  /** The address of a name; one that Latin script cannot spell is known by its digest. */
  public static String slugOf(String name) {
    var slug = Slug.of(name);
    return slug.isEmpty() && !name.isEmpty() ? Digest.of(name).substring(0, 12) : slug;
  }
}

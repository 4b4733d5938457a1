package org.slugline.command;

import java.time.ZoneOffset;

/**
 * An outlet that does not exist, and the habits of its feed.
 *
 * @param key its folder in every address
 * @param language BCP 47
 * @param zone in which its feed writes times
 * @param guid how it makes the ids of its items; {@code {id}} stands for the item's
 * @param undated its feed says no times at all
 * @param relative its links are relative to the feed
 */
record DemoPaper(
    String key,
    String name,
    String about,
    String language,
    DemoFormat format,
    ZoneOffset zone,
    String guid,
    boolean undated,
    boolean relative) {

  String guidOf(DemoItem item) {
    return guid.replace("{id}", item.id());
  }

  /** The writing direction, for the {@code dir} of a page. */
  String direction() {
    return language.startsWith("ar") ? "rtl" : "ltr";
  }
}

package org.slugline.site;

import java.util.Locale;

/** The entries of the navigation, in order. */
enum Place {
  FRONT("/"),
  STORIES("/stories"),
  WIRE("/wire"),
  OUTLETS("/outlets");

  private final String path;

  Place(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  String key() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }
}

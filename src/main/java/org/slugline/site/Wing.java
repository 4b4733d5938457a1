package org.slugline.site;

/** Addresses of another room that stand beside the site's own. */
public interface Wing {
  /** A house without one. */
  Wing NONE = (_, _) -> {};

  /** Called once, before anything is served. */
  void addTo(Paths paths, Paper paper);
}

package org.slugline.desk;

import java.util.Locale;

/** Where an article stands; nothing of the first two leaves the desk. */
public enum State {
  DRAFT,
  SCHEDULED,
  RELEASED,
  WITHDRAWN;

  /** As the API and the database spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

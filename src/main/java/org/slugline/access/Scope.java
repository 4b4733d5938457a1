package org.slugline.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token allows. */
public enum Scope {
  PUBLISH,
  CURATE,
  OUTLETS,
  METRICS,
  ALL;

  /** As written on the command line and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word.strip())).findFirst();
  }
}

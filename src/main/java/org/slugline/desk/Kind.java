package org.slugline.desk;

import java.util.Locale;
import java.util.Optional;

/** Why a version of an article exists. */
public enum Kind {
  FILED,
  RELEASED,
  UPDATE,
  CLARIFICATION,
  CORRECTION,
  RETRACTION,
  WITHDRAWAL;

  /** Whether readers are owed a note, and a line on the page of corrections. */
  public boolean owesNote() {
    return this == CLARIFICATION || this == CORRECTION || this == RETRACTION;
  }

  /** As files, the API and the database spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an edit may call itself: not the three that the desk itself gives. */
  public static Optional<Kind> ofEdit(String word) {
    return switch (word) {
      case "update" -> Optional.of(UPDATE);
      case "clarification" -> Optional.of(CLARIFICATION);
      case "correction" -> Optional.of(CORRECTION);
      case "retraction" -> Optional.of(RETRACTION);
      default -> Optional.empty();
    };
  }
}

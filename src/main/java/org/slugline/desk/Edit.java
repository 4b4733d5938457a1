package org.slugline.desk;

/**
 * What an edit says of itself.
 *
 * @param note for readers; never empty where the kind owes one
 */
public record Edit(Kind kind, String note) {
  /** An edit that says nothing of itself. */
  public static final Edit UPDATE = new Edit(Kind.UPDATE, "");
}

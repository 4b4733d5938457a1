package org.slugline;

/** How opening the newsroom ended. */
public sealed interface Started {
  record Open(Slugline slugline) implements Started {}

  /** The storage is not to be had; both parts without a full stop. */
  record Refused(String what, String next) implements Started {}
}

package org.slugline.store;

/** How opening the database ended. */
public sealed interface Opening {
  record Opened(Database database) implements Opening {}

  /**
   * The file is as it was.
   *
   * @param what is wrong and where, without a full stop
   * @param next what to do about it, a sentence without a full stop
   */
  record Refused(String what, String next) implements Opening {}
}

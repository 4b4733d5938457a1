package org.slugline.command;

/** The statuses of contract/cli.md (sysexits). */
final class Exit {
  static final int OK = 0;
  static final int WRONG = 1;
  static final int USAGE = 64;
  static final int REFUSED = 65;
  static final int NO_INPUT = 66;
  static final int UNAVAILABLE = 69;
  static final int OURS = 70;
  static final int CANNOT_CREATE = 73;
  static final int STORAGE = 74;
  static final int BUSY = 75;
  static final int CONFIG = 78;

  private Exit() {}
}

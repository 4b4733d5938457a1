package org.slugline.desk;

/** A file that is whole and yet cannot be served; the message says why, as after a colon. */
final class Unservable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unservable(String why) {
    super(why);
  }
}

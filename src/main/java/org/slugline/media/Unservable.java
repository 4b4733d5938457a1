package org.slugline.media;

/** A file that is whole and yet cannot be served; the message says why, as after a colon. */
public final class Unservable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unservable(String why) {
    super(why);
  }
}

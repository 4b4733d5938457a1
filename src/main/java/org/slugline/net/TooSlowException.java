package org.slugline.net;

import java.io.IOException;

/** A body came so slowly that it is not worth a worker. */
final class TooSlowException extends IOException {
  private static final long serialVersionUID = 1L;

  TooSlowException(String what) {
    super(what);
  }
}

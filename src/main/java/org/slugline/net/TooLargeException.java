package org.slugline.net;

import java.io.IOException;

/** A body went past its cap. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String what) {
    super(what);
  }
}

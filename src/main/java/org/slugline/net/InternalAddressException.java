package org.slugline.net;

import java.io.IOException;

/** An address of our own network was to be dialled; carries the words through OkHttp. */
final class InternalAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  InternalAddressException(String what) {
    super(what);
  }
}

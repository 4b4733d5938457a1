package org.slugline.net;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How an exchange ended. */
public sealed interface Answer {
  /** Body bytes that came over the wire, all hops together. */
  long wire();

  /** Real time, without waiting for our turn at the host. */
  Duration took();

  /**
   * A complete answer that is no redirect.
   *
   * @param headers names in lower case; of several with one name the first, of Cache-Control all
   * @param body decoded; empty unless the status is 200
   * @param url who answered, after all hops
   * @param permanent there was a hop, and every hop said 301 or 308
   * @param asked whether validators were sent to who answered
   */
  @SuppressWarnings("ArrayRecordComponent") // answers are never compared
  record Received(
      int status,
      Map<String, String> headers,
      byte[] body,
      String url,
      boolean permanent,
      boolean asked,
      long wire,
      Duration took)
      implements Answer {
    public Received {
      headers = Map.copyOf(headers);
    }

    /** The same, when its body has been read. */
    public Received withoutBody() {
      return new Received(status, headers, new byte[0], url, permanent, asked, wire, took);
    }

    /** A header's value, {@code ""} where there is none. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /**
   * No answer that could be used.
   *
   * @param detail for the editor, in words
   */
  record Failed(Trouble trouble, String detail, long wire, Duration took) implements Answer {}
}

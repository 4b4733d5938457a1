package org.slugline.desk;

/**
 * What makes a request known when it comes again.
 *
 * @param key the client's Idempotency-Key
 * @param digest of the request's body
 */
public record Retry(String key, String digest) {
  /** As it is stored: the keys of two hands never clash. */
  String keyOf(String who) {
    return who + " " + key;
  }
}

package org.slugline.net;

/**
 * What a server gave to recognise its answer by, sent back byte for byte.
 *
 * @param of the address that gave them; no other is told
 * @param etag {@code ""} none, as is {@code lastModified}
 */
public record Validators(String of, String etag, String lastModified) {
  public static final Validators NONE = new Validators("", "", "");

  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}

package org.slugline.access;

/** How making a token ended. */
public sealed interface NewToken {
  /**
   * @param secret shown this once; it cannot be had again
   */
  record Made(String secret) implements NewToken {}

  record NameTaken() implements NewToken {}
}

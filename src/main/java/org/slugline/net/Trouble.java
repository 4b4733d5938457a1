package org.slugline.net;

/** Why an exchange came to nothing; the words are those of {@code contract/cli.md}. */
public enum Trouble {
  TIMEOUT("timeout"),
  DNS("dns"),
  REFUSED("refused"),
  TLS("tls"),
  TOO_LARGE("too-large"),
  INTERNAL_ADDRESS("internal-address"),
  REDIRECTS("redirects");

  private final String word;

  Trouble(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}

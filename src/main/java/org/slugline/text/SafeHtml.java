package org.slugline.text;

/**
 * Proof that a sanitiser saw this markup: it may be printed as it is. Made by {@link Sanitizer} and
 * the other makers of this room, and read back from our own columns; nowhere else.
 */
public final class SafeHtml {
  /** No markup at all. */
  public static final SafeHtml EMPTY = new SafeHtml("");

  private final String markup;

  private SafeHtml(String markup) {
    this.markup = markup;
  }

  /** Vouches for markup that a sanitiser of this room made, now or before it was stored. */
  public static SafeHtml trusted(String markup) {
    return markup.isEmpty() ? EMPTY : new SafeHtml(markup);
  }

  public String markup() {
    return markup;
  }

  /** The two, one after the other: each is whole in itself. */
  public SafeHtml then(SafeHtml next) {
    return trusted(markup + next.markup);
  }

  /**
   * The same, where addresses that begin with one begin with the other.
   *
   * @param to http or https, else {@link IllegalArgumentException}: nothing that runs may come in
   */
  public SafeHtml moved(String from, String to) {
    if (!to.startsWith("https://") && !to.startsWith("http://")) {
      throw new IllegalArgumentException("no address of a page: " + to);
    }
    return trusted(markup.replace("\"" + from, "\"" + Sanitizer.attribute(to)));
  }

  public boolean isEmpty() {
    return markup.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeHtml that && markup.equals(that.markup);
  }

  @Override
  public int hashCode() {
    return markup.hashCode();
  }

  @Override
  public String toString() {
    return markup;
  }
}

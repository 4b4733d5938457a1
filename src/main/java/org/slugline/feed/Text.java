package org.slugline.feed;

import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/** A piece of text that knows whether it is markup (RFC 4287 §3.1). */
public sealed interface Text {
  /** Text to be shown letter by letter. */
  record Plain(String value) implements Text {
    /** Nothing. */
    public static final Plain EMPTY = new Plain("");

    @Override
    public String plain() {
      return value;
    }

    @Override
    public SafeHtml html() {
      return Sanitizer.escape(value);
    }
  }

  /** Markup that the sanitiser saw. */
  record Rich(SafeHtml html) implements Text {
    @Override
    public String plain() {
      return Sanitizer.plain(html);
    }
  }

  /** What a reader sees of it, without markup. */
  String plain();

  /** The same as markup: plain text is escaped. */
  SafeHtml html();

  default boolean isEmpty() {
    return switch (this) {
      case Plain(var value) -> value.isEmpty();
      case Rich(var html) -> html.isEmpty();
    };
  }
}

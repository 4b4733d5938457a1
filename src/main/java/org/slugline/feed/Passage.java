package org.slugline.feed;

import org.slugline.text.SafeHtml;

/**
 * A text as the document has it, before the sanitiser.
 *
 * @param html whether the value is markup
 * @param mime what the document says that it is; {@code ""} where nothing
 * @param base what relative addresses in it stand against
 */
record Passage(String value, boolean html, String mime, String base) {
  static final Passage NONE = new Passage("", false, "", "");

  /** How markup becomes safe: the sanitiser, or nothing where only reading is measured. */
  interface Cleaning {
    SafeHtml clean(String markup, String base);

    SafeHtml escape(String text);
  }

  /** With the direction that its element said: markup is the only place to keep it. */
  Passage rightToLeft() {
    return html && !value.isEmpty()
        ? new Passage("<div dir=\"rtl\">" + value + "</div>", true, mime, base)
        : this;
  }

  boolean isEmpty() {
    return value.isEmpty();
  }

  Text text(Cleaning cleaning) {
    return html ? new Text.Rich(cleaning.clean(value, base)) : new Text.Plain(value);
  }

  SafeHtml html(Cleaning cleaning) {
    if (value.isEmpty()) {
      return SafeHtml.EMPTY;
    }
    return html ? cleaning.clean(value, base) : cleaning.escape(value);
  }
}

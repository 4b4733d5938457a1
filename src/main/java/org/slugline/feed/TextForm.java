package org.slugline.feed;

import java.util.Locale;

/**
 * What a text construct says that it is: RFC 4287 §3.1, §4.1.3; the mode attribute of Atom 0.3.
 *
 * @param mime the full MIME type that it claims, {@code ""} for none
 */
record TextForm(Kind kind, String mime) {
  /** How the letters are to be understood. */
  enum Kind {
    PLAIN,
    /** Plain unless it looks like HTML: RSS never says. */
    GUESS,
    HTML,
    /** Markup stands in the document as elements. */
    XML,
    BASE64
  }

  /**
   * @param fallback where no type is given
   */
  static TextForm of(String type, String mode, Kind fallback) {
    var mime = mime(type.strip().toLowerCase(Locale.ROOT));
    var how = mode.strip().toLowerCase(Locale.ROOT);
    if (how.equals("base64")) {
      return new TextForm(Kind.BASE64, mime);
    }
    if (mime.isEmpty()) {
      return new TextForm(fallback, fallback == Kind.HTML ? "text/html" : "text/plain");
    }
    return new TextForm(kind(mime, how, fallback), mime);
  }

  private static Kind kind(String mime, String mode, Kind fallback) {
    if (mime.equals("text/html")) {
      return Kind.HTML;
    }
    if (mime.endsWith("/xml") || mime.endsWith("+xml")) {
      return mode.equals("escaped") ? Kind.HTML : Kind.XML;
    }
    if (mime.startsWith("text/") || mime.indexOf('/') < 0 || mime.endsWith("json")) {
      return fallback == Kind.PLAIN ? Kind.PLAIN : Kind.GUESS;
    }
    return mode.isEmpty() ? Kind.BASE64 : Kind.GUESS;
  }

  private static String mime(String type) {
    var semicolon = type.indexOf(';');
    return switch (semicolon < 0 ? type : type.substring(0, semicolon).strip()) {
      case "" -> "";
      case "text", "plain" -> "text/plain";
      case "html", "text/x-html" -> "text/html";
      case "xhtml" -> "application/xhtml+xml";
      case "xml" -> "application/xml";
      case String bare -> bare;
    };
  }
}

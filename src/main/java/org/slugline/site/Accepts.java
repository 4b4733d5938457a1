package org.slugline.site;

import java.util.Locale;

/** What a client says that it takes, RFC 9110 §12.5. */
final class Accepts {
  private Accepts() {}

  /**
   * @param header of {@code Accept-Encoding}; "" when there was none
   */
  static boolean gzip(String header) {
    if (header.isEmpty()) {
      return false;
    }
    var gzip = -1.0;
    var other = 0.0;
    var plain = 0.0;
    for (var part : header.toLowerCase(Locale.ROOT).split(",", 20)) {
      switch (part.split(";", 2)[0].strip()) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality(part));
        case "identity" -> plain = quality(part);
        case "*" -> other = quality(part);
        default -> {}
      }
    }
    var zipped = gzip < 0 ? other : gzip;
    return zipped > 0 && zipped >= plain;
  }

  /** Whether JSON is wanted rather than a page; a client that takes anything gets the page. */
  static boolean json(String header) {
    var json = 0.0;
    var html = 0.0;
    for (var part : header.toLowerCase(Locale.ROOT).split(",", 40)) {
      var type = part.split(";", 2)[0].strip();
      if (type.endsWith("/json") || type.endsWith("+json")) {
        json = Math.max(json, quality(part));
      } else if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
        html = Math.max(html, quality(part));
      }
    }
    return json > html;
  }

  private static double quality(String part) {
    for (var parameter : part.split(";", 10)) {
      var said = parameter.strip();
      if (said.startsWith("q=")) {
        try {
          return Double.parseDouble(said.substring(2));
        } catch (NumberFormatException _) {
          return 0;
        }
      }
    }
    return 1;
  }
}

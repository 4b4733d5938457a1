package org.slugline.feed;

import java.util.Locale;

/**
 * Addresses as feeds write them, which java.net.URI would refuse: blanks, IRIs, bare percents.
 * Resolved letter by letter, RFC 3986 §5.2, never normalised further.
 */
final class Address {
  private static final int LONGEST = 8_192;

  private Address() {}

  /**
   * @param base {@code ""} where none is known: a relative reference then stays as it is
   * @return an http, https or mailto address, or {@code ""} where the reference is none
   */
  static String of(String base, String reference) {
    var ref = clean(reference);
    if (ref.isEmpty() || ref.length() > LONGEST) {
      return "";
    }
    var colon = schemeEnd(ref);
    if (colon > 0) {
      return absolute(ref, colon);
    }
    var joined = join(base, ref);
    var end = schemeEnd(joined);
    return end > 0 ? absolute(joined, end) : joined;
  }

  /** The base for what stands inside an element with this xml:base; a bad one changes nothing. */
  static String base(String base, String reference) {
    var next = of(base, reference);
    return next.isEmpty() || next.startsWith("mailto:") ? base : next;
  }

  /** Whether it needs no base. */
  static boolean isAbsolute(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }

  private static String absolute(String ref, int colon) {
    var scheme = ref.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> {
        var at = colon + 1;
        while (at < ref.length() && (ref.charAt(at) == '/' || ref.charAt(at) == '\\')) {
          at++;
        }
        if (at == ref.length() || at == colon + 1) {
          yield "";
        }
        // one slash more or less than two is a slip of the pen
        yield at == colon + 3 && ref.startsWith(scheme) ? ref : scheme + "://" + ref.substring(at);
      }
      case "mailto" -> ref.length() > colon + 1 ? ref : "";
      case "feed" -> of("", unfeed(ref.substring(colon + 1)));
      default -> "";
    };
  }

  private static String unfeed(String rest) {
    return rest.startsWith("//") ? "http:" + rest : schemeEnd(rest) > 0 ? rest : "";
  }

  /**
   * @return the index of the colon that ends a scheme, or -1
   */
  private static int schemeEnd(String ref) {
    for (var i = 0; i < ref.length(); i++) {
      var c = ref.charAt(i);
      var letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (c == ':') {
        return i == 0 ? -1 : looksLikePort(ref, i) ? -1 : i;
      }
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code example.org:8080/feed} has no scheme. */
  private static boolean looksLikePort(String ref, int colon) {
    return ref.lastIndexOf('.', colon) >= 0
        && colon + 1 < ref.length()
        && Character.isDigit(ref.charAt(colon + 1));
  }

  private static String join(String base, String ref) {
    var colon = schemeEnd(base);
    if (colon < 0 || !base.startsWith("//", colon + 1)) {
      return ref;
    }
    if (ref.startsWith("//")) {
      return base.substring(0, colon + 1) + ref;
    }
    var pathStart = firstOf(base, "/?#", colon + 3);
    var pathEnd = firstOf(base, "?#", pathStart);
    if (ref.startsWith("#")) {
      return base.substring(0, firstOf(base, "#", pathEnd)) + ref;
    }
    if (ref.startsWith("?")) {
      return base.substring(0, pathEnd) + ref;
    }
    var refEnd = firstOf(ref, "?#", 0);
    var tail = ref.substring(refEnd);
    var authority = base.substring(0, pathStart);
    if (ref.startsWith("/")) {
      return authority + dotless(ref.substring(0, refEnd)) + tail;
    }
    var slash = base.lastIndexOf('/', pathEnd - 1);
    var folder = slash >= pathStart ? base.substring(pathStart, slash + 1) : "/";
    return authority + dotless(folder + ref.substring(0, refEnd)) + tail;
  }

  /** RFC 3986 §5.2.4. */
  private static String dotless(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    var out = new StringBuilder(path.length());
    var at = 0;
    while (at < path.length()) {
      var next = path.indexOf('/', at + 1);
      var end = next < 0 ? path.length() : next;
      var segment = path.substring(at, end);
      if (segment.equals("/..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
        if (next < 0) {
          out.append('/');
        }
      } else if (!segment.equals("/.")) {
        out.append(segment);
      } else if (next < 0) {
        out.append('/');
      }
      at = end;
    }
    return out.toString();
  }

  private static int firstOf(String text, String marks, int from) {
    for (var i = from; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * Without blanks around, without the line breaks and tabs that a wrapped line left inside, and
   * with the signs percent-encoded that no address has and that markup is made of.
   */
  private static String clean(String reference) {
    var ref = reference.strip();
    for (var i = 0; i < ref.length(); i++) {
      var c = ref.charAt(i);
      if (c < ' ' || c == '<' || c == '>' || c == '"') {
        return ref.replaceAll("[\\x00-\\x1f]+ *", "")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\"", "%22");
      }
    }
    return ref;
  }
}

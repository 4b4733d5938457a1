package org.slugline.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes addresses that stand on one base absolute and harmless, without the exceptions of {@link
 * java.net.URI}.
 */
final class Addresses {
  private static final int LONGEST = 8_000;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String base;

  /** Scheme of the base; {@code ""} where nothing can stand on it. */
  private final String scheme;

  /** The base without its path. */
  private final String root;

  /** Its path up to the last slash. */
  private final String folder;

  /**
   * @param base http or https; anything else is none
   */
  Addresses(String base) {
    var ground = base.length() > LONGEST ? "" : isTame(base) ? base : tamed(base);
    var found = schemeOf(ground);
    var authority = ground.indexOf("//") + 2;
    var stands = (found.equals("http") || found.equals("https")) && authority >= 2;
    this.base = ground;
    this.scheme = stands ? found : "";
    var path = stands ? end(ground, authority) : 0;
    this.root = ground.substring(0, path);
    var slash = ground.lastIndexOf('/', tail(ground, path) - 1);
    this.folder = slash < path ? "/" : ground.substring(path, slash + 1);
  }

  /** http or https; {@code ""} for any other address. */
  String web(String written) {
    var address = absolute(written);
    return address.startsWith("mailto:") ? "" : address;
  }

  /** http, https or mailto; {@code ""} for any other address. */
  String absolute(String written) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return "";
    }
    var tame = isTame(written);
    if (tame && isWhole(written)) {
      return written;
    }
    var address = tame ? written : tamed(written);
    if (address.isEmpty()) {
      return "";
    }
    var kind = schemeOf(address);
    return switch (kind) {
      case "" -> scheme.isEmpty() ? "" : against(address);
      case "http", "https" -> web(kind, address.substring(kind.length() + 1));
      case "mailto" -> address.length() > 7 ? "mailto:" + address.substring(7) : "";
      default -> "";
    };
  }

  /** The common case: scheme and a host of letters, digits, dots and hyphens. */
  private static boolean isWhole(String address) {
    var start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : 0;
    for (var i = start; start > 0 && i < address.length(); i++) {
      var letter = address.charAt(i);
      if (letter == '/') {
        return i > start;
      }
      if (!Character.isLetterOrDigit(letter) && letter != '.' && letter != '-') {
        return false;
      }
    }
    return false;
  }

  /** Nothing but letters that every place an address is printed in takes as they are. */
  private static boolean isTame(String address) {
    for (var i = 0; i < address.length(); i++) {
      if (isWild(address.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWild(char letter) {
    return letter <= ' '
        || letter >= 0x7f
        || letter == '"'
        || letter == '<'
        || letter == '>'
        || letter == '\\'
        || letter == '^'
        || letter == '`'
        || letter == '{'
        || letter == '|'
        || letter == '}';
  }

  /**
   * Blanks and controls at the ends go, tabs and line ends everywhere (WHATWG URL §4.4); what else
   * is wild is percent-encoded, but for the letters of the world's scripts.
   */
  private static String tamed(String written) {
    var from = 0;
    var to = written.length();
    while (from < to && isEdge(written.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(written.charAt(to - 1))) {
      to--;
    }
    var out = new StringBuilder(to - from + 16);
    var query = false;
    for (var i = from; i < to; ) {
      var letter = written.codePointAt(i);
      i += Character.charCount(letter);
      query |= letter == '?' || letter == '#';
      if (letter == '\t' || letter == '\n' || letter == '\r') {
        continue;
      }
      if (letter == '\\' && !query) {
        out.append('/');
      } else if (letter < 0x80 ? !isWild((char) letter) : isScript(letter)) {
        out.appendCodePoint(letter);
      } else {
        for (var octet : new String(Character.toChars(letter)).getBytes(UTF_8)) {
          out.append('%').append(HEX.toHexDigits(octet));
        }
      }
    }
    return out.toString();
  }

  private static boolean isEdge(char letter) {
    return letter <= ' ' || letter == 0xa0 || letter == 0xfeff || letter == 0x3000;
  }

  private static boolean isScript(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** RFC 3986 §3.1, in lower case; {@code ""} for a relative reference. */
  private static String schemeOf(String address) {
    for (var i = 0; i < address.length(); i++) {
      var letter = address.charAt(i);
      if (letter == ':') {
        return address.substring(0, i).toLowerCase(Locale.ROOT).isEmpty()
            ? "?"
            : address.substring(0, i).toLowerCase(Locale.ROOT);
      }
      var fits =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (i > 0 && ((letter >= '0' && letter <= '9') || "+-.".indexOf(letter) >= 0));
      if (!fits) {
        // a colon before the path is a scheme that no browser should be left to guess about
        var colon = address.indexOf(':');
        return colon >= 0 && colon < end(address, 0) ? "?" : "";
      }
    }
    return "";
  }

  /** However many slashes the writer set (WHATWG URL §4.4, special authority slashes). */
  private static String web(String scheme, String rest) {
    var start = 0;
    while (start < rest.length() && rest.charAt(start) == '/') {
      start++;
    }
    var end = end(rest, start);
    var host = rest.substring(start, end);
    if (host.isEmpty() || host.indexOf('%') >= 0 || host.startsWith(":") || host.endsWith("@")) {
      return "";
    }
    return start == 2 && rest.length() > 2 && scheme.equals(scheme.toLowerCase(Locale.ROOT))
        ? scheme + ":" + rest
        : scheme + "://" + rest.substring(start);
  }

  private String against(String reference) {
    if (reference.startsWith("//")) {
      return web(scheme, reference);
    }
    var whole =
        switch (reference.charAt(0)) {
          case '#' -> withoutFragment(base) + reference;
          case '?' -> base.substring(0, tail(base, root.length())) + reference;
          case '/' -> root + straight(reference);
          default -> root + straight(folder + reference);
        };
    return whole.length() > LONGEST ? "" : web(scheme, whole.substring(scheme.length() + 1));
  }

  /** Where the path ends. */
  private static int tail(String address, int from) {
    var tail = from;
    while (tail < address.length() && "?#".indexOf(address.charAt(tail)) < 0) {
      tail++;
    }
    return tail;
  }

  private static String withoutFragment(String address) {
    var hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  /** Dot segments removed from the path, RFC 3986 §5.2.4. */
  private static String straight(String reference) {
    if (!reference.contains("/.")) {
      return reference;
    }
    var tail = tail(reference, 0);
    var kept = new ArrayList<String>();
    var parts = reference.substring(1, tail).split("/", -1);
    for (var i = 0; i < parts.length; i++) {
      var last = i == parts.length - 1;
      switch (parts[i]) {
        case "." -> {
          if (last) {
            kept.add("");
          }
        }
        case ".." -> {
          if (!kept.isEmpty()) {
            kept.removeLast();
          }
          if (last) {
            kept.add("");
          }
        }
        default -> kept.add(parts[i]);
      }
    }
    return "/" + String.join("/", kept) + reference.substring(tail);
  }

  private static int end(String address, int from) {
    for (var i = from; i < address.length(); i++) {
      if ("/?#".indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }
}

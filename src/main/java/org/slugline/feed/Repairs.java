package org.slugline.feed;

import org.jsoup.nodes.Entities;

/**
 * Mends what XML forbids before the lenient road is taken: bare ampersands, references to nothing,
 * halves of letters, control characters. CDATA and comments are left alone.
 */
final class Repairs {
  private static final int LONGEST_NAME = 34;

  private final String from;
  private final boolean huge;
  private final StringBuilder to;
  private int at;
  private int tagEnd = -1;

  private Repairs(String from) {
    this.from = from;
    huge = HugeTags.in(from);
    to = new StringBuilder(from.length() + 64);
  }

  static String of(String document) {
    return new Repairs(document).mended();
  }

  private String mended() {
    while (at < from.length()) {
      var c = from.charAt(at);
      if (c == '<' && from.startsWith("<![CDATA[", at)) {
        copyTo("]]>");
      } else if (c == '<' && from.startsWith("<!--", at)) {
        copyTo("-->");
      } else if (c == '<' && huge) {
        tag();
      } else if (c == '&') {
        reference();
      } else {
        copy(c);
      }
    }
    return to.toString();
  }

  /** Of a tag with more attributes than anything has, the name. */
  private void tag() {
    // looked for once for all tags that begin before it
    tagEnd = tagEnd < at ? next('>', at) : tagEnd;
    var end = tagEnd;
    if (HugeTags.isOne(from, at, end)) {
      while (at < end && !Character.isWhitespace(from.charAt(at))) {
        copy(from.charAt(at));
      }
      to.append(from.charAt(end - 1) == '/' ? "/>" : ">");
      at = Math.min(end + 1, from.length());
    } else {
      copy('<');
    }
  }

  private int next(char letter, int start) {
    var found = from.indexOf(letter, start);
    return found < 0 ? from.length() : found;
  }

  private void copyTo(String end) {
    var found = from.indexOf(end, at);
    var stop = found < 0 ? from.length() : found + end.length();
    while (at < stop) {
      copy(from.charAt(at));
    }
  }

  private void copy(char c) {
    at++;
    if (Character.isHighSurrogate(c)) {
      if (at < from.length() && Character.isLowSurrogate(from.charAt(at))) {
        to.append(c).append(from.charAt(at++));
      }
    } else if (allowed(c)) {
      to.append(c);
    }
  }

  /** XML 1.0 §2.2, within the plane. */
  private static boolean allowed(int c) {
    return c >= ' '
        ? !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF
        : c == '\n' || c == '\t' || c == '\r';
  }

  private void reference() {
    var end = referenceEnd();
    var name = end < 0 ? "" : from.substring(at + 1, end);
    if (name.startsWith("#")) {
      var code = code(name);
      if (code >= 0) {
        at = end + 1;
        letter(code);
        return;
      }
    } else if (!name.isEmpty() && Entities.isNamedEntity(name)) {
      to.append(from, at, end + 1);
      at = end + 1;
      return;
    }
    to.append("&amp;");
    at++;
  }

  /** Looked for no further than a name is long: a document may be nothing but ampersands. */
  private int referenceEnd() {
    return from.indexOf(';', at, Math.min(from.length(), at + LONGEST_NAME + 1));
  }

  /** Two references that are the halves of one letter are that letter. */
  private void letter(int code) {
    if (code >= 0xD800 && code <= 0xDBFF) {
      var end = from.startsWith("&#", at) ? referenceEnd() : -1;
      var low = end < 0 ? -1 : code(from.substring(at + 1, end));
      if (low >= 0xDC00 && low <= 0xDFFF) {
        at = end + 1;
        to.appendCodePoint(Character.toCodePoint((char) code, (char) low));
      }
      return;
    }
    if (code == '<' || code == '&' || code == '>' || code == '"' || code == '\'') {
      to.append("&#").append(code).append(';');
    } else if (code <= 0x10FFFF && allowed(code & 0xFFFF)) {
      to.appendCodePoint(code);
    }
  }

  private static int code(String name) {
    var hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    try {
      var digits = name.substring(hex ? 2 : 1);
      return digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")
          ? -1
          : Integer.parseInt(digits, hex ? 16 : 10);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}

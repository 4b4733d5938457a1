package org.slugline.feed;

/**
 * The letters within one element. Tags in places where none belong turn what is read into markup.
 */
final class Capture {
  /** Letters kept of one field; the rest is dropped. */
  static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 200;

  private final StringBuilder out = new StringBuilder(1 << 12);
  private boolean markup;
  private boolean plainSoFar;
  private boolean tagged;
  private int depth;
  private int topElements;
  private boolean looseText;
  private boolean outerDiv;
  private int innerStart;
  private int innerEnd;

  /**
   * @param markup whether tags within are part of the value; else only their text is
   * @param plainSoFar whether text before the first tag is to be escaped when a tag follows
   */
  void begin(boolean markup, boolean plainSoFar) {
    out.setLength(0);
    this.markup = markup;
    this.plainSoFar = plainSoFar;
    tagged = false;
    depth = 0;
    topElements = 0;
    looseText = false;
    outerDiv = false;
  }

  void text(char[] letters, int start, int length) {
    var room = Math.min(length, LONGEST - out.length());
    if (room <= 0) {
      return;
    }
    if (!tagged) {
      out.append(letters, start, room);
      return;
    }
    for (var i = start; i < start + room; i++) {
      escaped(letters[i]);
    }
  }

  void text(String letters) {
    if (!tagged && letters.length() < LONGEST - out.length()) {
      out.append(letters);
    } else {
      text(letters.toCharArray(), 0, letters.length());
    }
  }

  void open(String prefix, String local, Attributes attributes, String base) {
    depth++;
    if (!markup || depth > DEEPEST || out.length() >= LONGEST) {
      return;
    }
    if (!tagged) {
      tagged = true;
      escapeSoFar();
    }
    if (depth == 1) {
      topElements++;
    }
    out.append('<');
    name(prefix, local);
    for (var i = 0; i < attributes.size(); i++) {
      attribute(attributes, i, base);
    }
    out.append('>');
    if (depth == 1 && topElements == 1) {
      // its direction is kept with it
      outerDiv = local.equalsIgnoreCase("div") && attributes.get("dir").isEmpty();
      innerStart = out.length();
    }
  }

  void close(String prefix, String local) {
    if (markup && tagged && depth <= DEEPEST && !isVoid(local)) {
      if (depth == 1) {
        innerEnd = out.length();
      }
      out.append("</");
      name(prefix, local);
      out.append('>');
    }
    depth--;
  }

  /** Whether tags were met. */
  boolean isTagged() {
    return tagged;
  }

  /** What was read, without the one div that RFC 4287 §3.1.1.3 puts around XHTML. */
  String value() {
    if (tagged && outerDiv && topElements == 1 && !looseText && innerEnd >= innerStart) {
      return out.substring(innerStart, innerEnd).strip();
    }
    return stripped();
  }

  private String stripped() {
    var start = 0;
    var end = out.length();
    while (start < end && Character.isWhitespace(out.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    return out.substring(start, end);
  }

  private void escapeSoFar() {
    var before = out.toString();
    looseText = !before.isBlank();
    if (plainSoFar && looseText) {
      out.setLength(0);
      for (var i = 0; i < before.length(); i++) {
        escaped(before.charAt(i));
      }
    }
  }

  private void escaped(char letter) {
    if (depth == 0 && !Character.isWhitespace(letter)) {
      looseText = true;
    }
    switch (letter) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      default -> out.append(letter);
    }
  }

  private void name(String prefix, String local) {
    if (!prefix.isEmpty()
        && !prefix.equalsIgnoreCase("xhtml")
        && !prefix.equalsIgnoreCase("html")) {
      out.append(prefix).append(':');
    }
    out.append(local);
  }

  private void attribute(Attributes attributes, int index, String base) {
    var prefix = attributes.prefix(index);
    var local = attributes.local(index);
    var value = attributes.value(index);
    if (prefix.equals("xml") && local.equals("lang")) {
      prefix = "";
    }
    if (!prefix.isEmpty() || local.equals("xmlns")) {
      return;
    }
    if (isAddress(local) && !base.isEmpty() && !value.startsWith("#")) {
      var whole = Address.of(base, value);
      value = whole.isEmpty() ? value : whole;
    }
    out.append(' ').append(local).append("=\"");
    for (var i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '"' -> out.append("&quot;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        default -> out.append(value.charAt(i));
      }
    }
    out.append('"');
  }

  private static boolean isAddress(String attribute) {
    return switch (attribute) {
      case "href", "src", "cite", "poster", "longdesc", "action", "background", "data", "usemap" ->
          true;
      default -> false;
    };
  }

  private static boolean isVoid(String local) {
    return switch (local) {
      case "br",
          "hr",
          "img",
          "input",
          "area",
          "base",
          "col",
          "embed",
          "link",
          "meta",
          "source",
          "track",
          "wbr",
          "param" ->
          true;
      default -> false;
    };
  }
}

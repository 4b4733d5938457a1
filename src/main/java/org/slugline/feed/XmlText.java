package org.slugline.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An XML document being written, for the writers: a line an element, nothing indented. What XML
 * cannot carry is left out of texts and values as {@link LegalText} says; what is empty is not
 * written. Names are given with their prefix.
 */
final class XmlText {
  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String DC = "http://purl.org/dc/elements/1.1/";
  static final String MEDIA = "http://search.yahoo.com/mrss/";
  static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  static final String HISTORY = "http://purl.org/syndication/history/1.0";

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  XmlText() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  /** Begins an element; its attributes come next. */
  XmlText open(String name) {
    endTag();
    out.append("\n<").append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  XmlText namespace(String prefix, String uri) {
    out.append(" xmlns").append(prefix.isEmpty() ? "" : ":").append(prefix);
    out.append("=\"").append(uri).append('"');
    return this;
  }

  /** On one line. */
  XmlText attribute(String name, String value) {
    var line = LegalText.line(value);
    if (!line.isEmpty()) {
      out.append(' ').append(name).append("=\"");
      escape(line, "&amp;", "&lt;");
      out.append('"');
    }
    return this;
  }

  /** Ends the element that was begun last and is not ended yet. */
  XmlText close() {
    var name = open.pop();
    if (inTag) {
      out.append("/>");
      inTag = false;
    } else {
      out.append("\n</").append(name).append('>');
    }
    return this;
  }

  /** A whole element of words on one line. */
  XmlText element(String name, String words) {
    var line = LegalText.line(words);
    return line.isEmpty() ? this : open(name).words(line, "&amp;", "&lt;");
  }

  /**
   * The same for RSS, whose readers disagree whether a title is text or markup: the signs that
   * markup begins with are written as the RSS profile's §Character data asks.
   */
  XmlText plain(String name, String words) {
    var line = LegalText.line(words);
    return line.isEmpty() ? this : open(name).plain(line);
  }

  /** Ends the element that was begun, with these words in it. */
  XmlText words(String words) {
    return words(LegalText.line(words), "&amp;", "&lt;");
  }

  /** {@link #words(String)} as {@link #plain(String, String)} writes them. */
  XmlText plain(String words) {
    return words(LegalText.line(words), "&#x26;", "&#x3C;");
  }

  /** Ends the element that was begun, with this markup in it as characters. */
  XmlText markup(String markup) {
    return words(markup, "&amp;", "&lt;");
  }

  /** The same in a section of its own: shorter than escaping each sign. */
  XmlText section(String markup) {
    startText();
    out.append("<![CDATA[");
    var from = 0;
    for (var end = markup.indexOf("]]>"); end >= 0; end = markup.indexOf("]]>", from)) {
      out.append(markup, from, end + 2).append("]]><![CDATA[");
      from = end + 2;
    }
    out.append(markup, from, markup.length()).append("]]>");
    return endText();
  }

  byte[] bytes() {
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private XmlText words(String legal, String ampersand, String less) {
    startText();
    escape(legal, ampersand, less);
    return endText();
  }

  private void startText() {
    out.append('>');
    inTag = false;
  }

  private XmlText endText() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  private void endTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private void escape(String text, String ampersand, String less) {
    var from = 0;
    for (var at = 0; at < text.length(); at++) {
      var written =
          switch (text.charAt(at)) {
            case '&' -> ampersand;
            case '<' -> less;
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!written.isEmpty()) {
        out.append(text, from, at).append(written);
        from = at + 1;
      }
    }
    out.append(text, from, text.length());
  }
}

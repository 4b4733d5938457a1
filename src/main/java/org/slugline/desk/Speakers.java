package org.slugline.desk;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/** Quotations whose last line is {@code — Name, role}: a figure that names its speaker. */
final class Speakers {
  private static final Pattern EDGE = Pattern.compile("<blockquote[^>]*>|</blockquote>");
  private static final Pattern LAST =
      Pattern.compile(
          "(?s)(.*?)(<p>|<br[^>]*>|\\n)\\s*[—–]\\s*((?:(?!</?p>|<br|\\n|</?blockquote).)+)</p>");

  private Speakers() {}

  /**
   * @param markup that a sanitiser made, so that its tags are well formed
   */
  static String name(String markup) {
    if (!markup.contains("<blockquote")) {
      return markup;
    }
    var edges = EDGE.matcher(markup);
    var out = new StringBuilder();
    var opened = new ArrayDeque<Integer>();
    var copied = 0;
    while (edges.find()) {
      out.append(markup, copied, edges.start());
      copied = edges.end();
      if (!edges.group().startsWith("</")) {
        opened.push(out.length());
        out.append(edges.group());
      } else if (opened.isEmpty()) {
        out.append(edges.group());
      } else {
        close(out, opened.pop());
      }
    }
    return out.append(markup, copied, markup.length()).toString();
  }

  private static void close(StringBuilder out, int start) {
    var quote = out.substring(start).stripTrailing();
    var from = Math.max(quote.lastIndexOf("</p>", quote.length() - 5), 0);
    var last = LAST.matcher(quote.substring(from));
    if (!last.matches() || quote.length() - from > 4_000) {
      out.append("</blockquote>");
      return;
    }
    var before = quote.substring(0, from) + last.group(1);
    if (!before.contains("<p>")) {
      out.append("</blockquote>"); // nothing is quoted but a name
      return;
    }
    out.setLength(start);
    out.append("<figure class=\"quote\">")
        .append(before)
        .append(last.group(2).equals("<p>") ? "" : "</p>")
        .append("</blockquote><figcaption>— ")
        .append(cited(last.group(3).strip()))
        .append("</figcaption></figure>");
  }

  private static String cited(String speaker) {
    var comma = speaker.indexOf(',');
    return comma < 0 || speaker.lastIndexOf('<', comma) >= 0
        ? "<cite>" + speaker + "</cite>"
        : "<cite>" + speaker.substring(0, comma) + "</cite>" + speaker.substring(comma);
  }
}

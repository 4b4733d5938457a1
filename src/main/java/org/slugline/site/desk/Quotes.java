package org.slugline.site.desk;

import static java.util.stream.Collectors.joining;

import org.slugline.text.Sanitizer;

/** A quotation typed into its own fields goes to the end of the text, with who said it. */
final class Quotes {
  private Quotes() {}

  /**
   * The form with the quotation in its text and its fields empty; as it was where there is none.
   */
  static Typed placed(Typed typed) {
    if (!typed.has("quote.text")) {
      return typed;
    }
    var html = typed.get("body_type").equals("text/html");
    var quote = html ? html(typed) : markdown(typed);
    var body = typed.get("body").stripTrailing();
    return typed
        .with("body", body.isEmpty() ? quote : body + "\n\n" + quote)
        .without("quote.text", "quote.speaker", "quote.role");
  }

  /** The last line of a quotation is its speaker; see contract/article.md. */
  private static String markdown(Typed typed) {
    var words =
        typed.line("quote.text").lines().map(line -> ("> " + line).strip()).collect(joining("\n"));
    return speaker(typed).isEmpty() ? words : words + "\n>\n> " + speaker(typed);
  }

  private static String html(Typed typed) {
    var words =
        typed
            .line("quote.text")
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> "<p>" + Sanitizer.escape(line).markup() + "</p>")
            .collect(joining("\n"));
    var speaker = speaker(typed);
    return "<blockquote>\n"
        + words
        + (speaker.isEmpty() ? "" : "\n<p>" + Sanitizer.escape(speaker).markup() + "</p>")
        + "\n</blockquote>";
  }

  private static String speaker(Typed typed) {
    if (!typed.has("quote.speaker")) {
      return "";
    }
    var role = typed.has("quote.role") ? ", " + typed.line("quote.role") : "";
    return "— " + typed.line("quote.speaker") + role;
  }
}

package org.slugline.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.nodes.Entities;

/** Decides whether letters without tags among them are text or HTML. */
final class Passages {
  private Passages() {}

  static Passage of(String value, TextForm form, String base) {
    return switch (form.kind()) {
      case PLAIN -> new Passage(value, false, form.mime(), base);
      case GUESS ->
          LooksLikeHtml.test(value)
              ? new Passage(value, true, "text/html", base)
              : new Passage(value, false, form.mime(), base);
      case HTML ->
          new Passage(
              LooksLikeHtml.isEscapedTwice(value) ? Entities.unescape(value) : closed(value),
              true,
              form.mime(),
              base);
      case XML ->
          new Passage(
              LooksLikeHtml.isTagged(value) ? value : escaped(value), true, form.mime(), base);
      case BASE64 -> decoded(value, form, base);
    };
  }

  /** A less-than sign after the last tag that begins none would swallow all that follows it. */
  private static String closed(String markup) {
    var sign = markup.indexOf('<', markup.lastIndexOf('>') + 1);
    if (sign < 0) {
      return markup;
    }
    var out = new StringBuilder(markup.length() + 16).append(markup, 0, sign);
    for (var i = sign; i < markup.length(); i++) {
      var c = markup.charAt(i);
      if (c == '<' && LooksLikeHtml.mayBegin(markup, i)) {
        return out.append(markup, i, markup.length()).toString();
      }
      out.append(c == '<' ? "&lt;" : c);
    }
    return out.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Passage decoded(String value, TextForm form, String base) {
    try {
      var bytes = Base64.getMimeDecoder().decode(value);
      var text = new String(bytes, StandardCharsets.UTF_8).strip();
      if (text.indexOf('\uFFFD') >= 0) {
        return Passage.NONE;
      }
      var html = form.mime().endsWith("html") || form.mime().endsWith("xml");
      return new Passage(text, html || LooksLikeHtml.test(text), form.mime(), base);
    } catch (IllegalArgumentException e) {
      return new Passage(value, LooksLikeHtml.test(value), form.mime(), base);
    }
  }
}

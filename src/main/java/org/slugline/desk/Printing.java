package org.slugline.desk;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slugline.text.Markdown;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;

/**
 * A draft as it is printed: what is never placed leads, above the body; the rest stands where the
 * body calls it.
 */
final class Printing {
  /** Where relative addresses of a body lie until we know what they are; RFC 6761 keeps it free. */
  private static final String BESIDE = "https://beside.invalid/";

  private static final Pattern ALONE =
      Pattern.compile(
          "<p>\\s*(?:<img\\s[^>]*?src=\"([^\"]*)\"[^>]*>|!\\[[^\\]<]*\\]\\(([^)<]+)\\))\\s*</p>");
  private static final Pattern INLINE = Pattern.compile("<img\\s[^>]*?src=\"([^\"]*)\"[^>]*>");

  private final Draft draft;
  private final String base;
  private final Figures figures;
  private final Set<String> placed = new HashSet<>();

  private Printing(Draft draft, Map<String, Asset> assets, String base) {
    this.draft = draft;
    this.base = base;
    figures = new Figures(assets, base, draft.language());
  }

  /**
   * @param text the words of {@code html}
   */
  record Printed(SafeHtml html, String text) {}

  /**
   * @param assets what the draft calls its files → the files
   * @param base address of the site, without a slash at its end
   */
  static Printed print(Draft draft, Map<String, Asset> assets, String base) {
    var html = new Printing(draft, assets, base).print();
    return new Printed(html, Sanitizer.plain(html));
  }

  private SafeHtml print() {
    var rendered = rendered();
    var body = called(rendered.markup());
    var lead = leading();
    var spoken = Speakers.name(body);
    return lead.isEmpty() && spoken.equals(rendered.markup())
        ? rendered.moved(BESIDE, base + "/") // nothing came to it: once is enough
        : Sanitizer.sanitize(
            lead + spoken.replace("\"" + BESIDE, "\"" + base + "/"), base + "/articles/");
  }

  /** With what stands where the body calls it. */
  private String called(String markup) {
    var body = markup.contains("<img") || markup.contains("![") ? markup : "";
    return body.isEmpty()
        ? markup
        : replace(INLINE, replace(ALONE, body, this::standing), this::inline);
  }

  private SafeHtml rendered() {
    return switch (draft.bodyType()) {
      case "text/markdown" -> Markdown.toHtml(Decoding.lines(draft.body()), BESIDE);
      case "text/html" -> Sanitizer.sanitize(Decoding.lines(draft.body()), BESIDE);
      default -> Sanitizer.sanitize(paragraphs(), BESIDE);
    };
  }

  private String paragraphs() {
    return Pattern.compile("\\n\\s*\\n")
        .splitAsStream(Decoding.lines(draft.body()).strip())
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> "<p>" + Sanitizer.escape(paragraph.strip()).markup() + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private String leading() {
    var lead = new StringBuilder();
    for (var picture : draft.images()) {
      if (!placed.contains(picture.name())) {
        lead.append(figures.picture(picture)).append('\n');
      }
    }
    for (var clip : draft.videos()) {
      if (!placed.contains(clip.name())) {
        lead.append(figures.video(clip)).append('\n');
      }
    }
    for (var clip : draft.audio()) {
      if (!placed.contains(clip.name())) {
        lead.append(figures.audio(clip)).append('\n');
      }
    }
    return lead.toString();
  }

  private Optional<String> standing(Matcher found) {
    var src = found.group(1) == null ? found.group(2) : found.group(1);
    return figure(name(src));
  }

  private Optional<String> figure(String name) {
    for (var picture : draft.images()) {
      if (calls(name, picture.name(), picture.url())) {
        placed.add(picture.name());
        return Optional.of(figures.picture(picture));
      }
    }
    for (var clip : draft.videos()) {
      if (calls(name, clip.name(), clip.url())) {
        placed.add(clip.name());
        return Optional.of(figures.video(clip));
      }
    }
    for (var clip : draft.audio()) {
      if (calls(name, clip.name(), clip.url())) {
        placed.add(clip.name());
        return Optional.of(figures.audio(clip));
      }
    }
    return Optional.empty();
  }

  private Optional<String> inline(Matcher found) {
    var src = found.group(1);
    var name = name(src);
    for (var picture : draft.images()) {
      if (calls(name, picture.name(), picture.url())) {
        placed.add(picture.name());
        return Optional.of(figures.image(picture));
      }
    }
    return src.startsWith(BESIDE) ? Optional.of("") : Optional.empty();
  }

  private static boolean calls(String name, String known, String url) {
    return name.equals(known) || (!url.isEmpty() && name.equals(url));
  }

  private static String name(String src) {
    var plain = Sanitizer.plain(src);
    var name = plain.startsWith(BESIDE) ? plain.substring(BESIDE.length()) : plain;
    return name.replace("%20", " ");
  }

  private static String replace(
      Pattern pattern, String markup, Function<Matcher, Optional<String>> replacement) {
    var matcher = pattern.matcher(markup);
    var out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(replacement.apply(matcher).orElseGet(matcher::group)));
    }
    return matcher.appendTail(out).toString();
  }
}

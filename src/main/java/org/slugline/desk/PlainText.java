package org.slugline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as pasted from a page: the blanks between its paragraphs and the way they end tell the
 * headline, the standfirst and the captions of videos and pictures. Nothing is dropped.
 */
final class PlainText {
  private static final int SHORT = 200;
  private static final Pattern CLOSED = Pattern.compile("(?s).*[.。][\"'”’»)\\]]*");
  private static final Pattern NAMES_REPORT =
      Pattern.compile("(?is).*\\b(?:reports?|explains?)\\b.*|watch\\b.*");
  private static final Pattern CREDITED = credited("(?:Credit|Photo):");
  private static final Pattern PRINTED = credited("(?:" + CreditLine.ANY + ")");

  private final List<Picture> images;
  private final List<Clip> videos;
  private final List<String> body = new ArrayList<>();

  private PlainText(Draft given) {
    images = new ArrayList<>(given.images());
    videos = new ArrayList<>(given.videos());
  }

  /**
   * @param blank lines before it that were empty
   */
  private record Paragraph(String text, int blank) {
    boolean isShort() {
      return text.length() <= SHORT && !CLOSED.matcher(text).matches();
    }
  }

  private static Pattern credited(String before) {
    return Pattern.compile(
        "(?sU)(.*?)[\\s(\\[]*(?<!\\w)" + before + "[ \\t]*([^\\n]{1,120}?)[)\\]]?");
  }

  /** A caption and its credit, where a paragraph ends in one. */
  record Credited(String caption, String credit) {
    static Optional<Credited> of(String text) {
      return of(CREDITED.matcher(text));
    }

    /** The same below a printed picture, where newspapers say it in their own language. */
    static Optional<Credited> ofCaption(String text) {
      return of(PRINTED.matcher(text));
    }

    private static Optional<Credited> of(Matcher matcher) {
      return matcher.matches() && !isSpoken(matcher.group(1), matcher.group(2))
          ? Optional.of(new Credited(matcher.group(1).strip(), matcher.group(2).strip()))
          : Optional.empty();
    }

    /** Whether a quotation that began before it ends behind it: then somebody says it. */
    private static boolean isSpoken(String before, String after) {
      var closers = "";
      for (var i = 0; i < before.length(); i++) {
        if (!closers.isEmpty()) {
          closers = closers.indexOf(before.charAt(i)) < 0 ? closers : "";
        } else {
          closers = closers(before.charAt(i));
        }
      }
      var ends = closers;
      return after.chars().anyMatch(c -> ends.indexOf(c) >= 0);
    }

    /** What ends the quotation that this sign begins. */
    private static String closers(char opener) {
      return switch (opener) {
        case '"' -> "\"";
        case '“' -> "”";
        case '„' -> "“”";
        case '«' -> "»";
        case '»' -> "«»";
        case '‘' -> "’";
        default -> "";
      };
    }
  }

  /**
   * @param given what is known already, its body the text; a headline that is given is looked for
   *     in the text only where it begins with the same words
   */
  static Draft read(Draft given) {
    var plain = new PlainText(given);
    var paragraphs = paragraphs(Decoding.lines(given.body()));
    var headline = given.headline();
    var standfirst = given.standfirst();
    if (!paragraphs.isEmpty() && (headline.isEmpty() || begins(paragraphs, headline))) {
      headline = headline(paragraphs);
      if (standfirst.isEmpty() && !paragraphs.isEmpty() && isStandfirst(paragraphs.getFirst())) {
        standfirst = paragraphs.removeFirst().text().replaceAll("\\s+", " ");
      }
    }
    if (given.videos().isEmpty() && NAMES_REPORT.matcher(standfirst).matches()) {
      plain.video(standfirst);
    }
    paragraphs.forEach(plain::place);
    return given.toBuilder()
        .headline(headline)
        .standfirst(standfirst)
        .body(String.join("\n\n", plain.body))
        .images(plain.images)
        .videos(plain.videos)
        .build();
  }

  private static boolean begins(List<Paragraph> paragraphs, String headline) {
    var first = paragraphs.getFirst().text().split("\n", 2)[0];
    return first.strip().replaceAll("\\s+", " ").equals(headline);
  }

  private static boolean isStandfirst(Paragraph paragraph) {
    return paragraph.isShort() && Credited.of(paragraph.text()).isEmpty();
  }

  private static String headline(List<Paragraph> paragraphs) {
    var first = paragraphs.removeFirst().text().split("\n", 2);
    if (first.length > 1) {
      paragraphs.addFirst(new Paragraph(first[1].strip(), 0));
    }
    return first[0].strip();
  }

  private void place(Paragraph paragraph) {
    var credited = Credited.of(paragraph.text());
    if (credited.isPresent()) {
      var name = free("image", images.size() + 1);
      var caption = credited.get().caption().replaceAll("\\s+", " ");
      images.add(new Picture(name, "", Optional.empty(), caption, credited.get().credit(), ""));
      body.add(marker(name));
    } else if (paragraph.blank() >= 2
        && paragraph.isShort()
        && !paragraph.text().startsWith("![")) {
      body.add(marker(video(paragraph.text().replaceAll("\\s+", " "))));
    } else {
      body.add(paragraph.text());
    }
  }

  private String video(String caption) {
    var name = free("video", videos.size() + 1);
    videos.add(new Clip(name, "", "", caption, "", "", Optional.empty(), OptionalLong.empty()));
    return name;
  }

  private String free(String what, int number) {
    var name = what + "-" + number;
    var taken =
        images.stream().anyMatch(image -> image.name().equals(name))
            || videos.stream().anyMatch(video -> video.name().equals(name));
    return taken ? free(what, number + 1) : name;
  }

  private static String marker(String name) {
    return "![](" + name + ")";
  }

  private static List<Paragraph> paragraphs(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    var lines = new StringBuilder();
    var blank = 0;
    for (var line : (text + "\n\n").lines().toList()) {
      if (!line.isBlank()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(line.strip());
        continue;
      }
      if (!lines.isEmpty()) {
        paragraphs.add(new Paragraph(lines.toString(), blank));
        lines.setLength(0);
        blank = 0;
      }
      blank++;
    }
    return paragraphs;
  }
}

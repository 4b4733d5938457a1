package org.slugline.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slugline.text.WebPage;

/** Files of Markdown, HTML and plain text to drafts, by the rules of contract/article.md. */
final class ManuscriptReader {
  static final int LONGEST_FILE = 8 << 20;
  private static final Pattern HEADING = Pattern.compile("\\s*# +(.+?)[ #]*(?:\\n|$)");

  /** Fields between lines of plus signs, as Hugo and others have them. */
  private static final Pattern TOML =
      Pattern.compile("\\+\\+\\+[ \\t]*\\n(?:[^\\n]*\\n)*?\\+\\+\\+[ \\t]*(?:\\n|$)");

  private final DeskSettings settings;
  private final String type;
  private final Function<Draft, List<Fault>> others;
  private final FieldReader fields = new FieldReader();

  private ManuscriptReader(
      DeskSettings settings, String type, Function<Draft, List<Fault>> others) {
    this.settings = settings;
    this.type = type;
    this.others = others;
  }

  /** The type of body that the name of a file promises; {@code ""}: it is no article. */
  static String typeOf(String fileName) {
    if (fileName.endsWith(".md")) {
      return "text/markdown";
    }
    if (fileName.endsWith(".html")) {
      return "text/html";
    }
    return fileName.endsWith(".txt") ? "text/plain" : "";
  }

  /**
   * @param type of body, as {@link #typeOf} gives it
   */
  static Manuscript read(byte[] bytes, String type, DeskSettings settings) {
    return read(bytes, type, settings, _ -> List.of());
  }

  /**
   * Like {@link #read(byte[], String, DeskSettings)}.
   *
   * @param others what else is wrong with a draft that cannot be filed anyway
   */
  static Manuscript read(
      byte[] bytes, String type, DeskSettings settings, Function<Draft, List<Fault>> others) {
    return new ManuscriptReader(settings, type, others).read(bytes);
  }

  private Manuscript read(byte[] bytes) {
    var decoded = Decoding.decode(bytes);
    var text = decoded.text();
    if (!Decoding.isWhole(text)) {
      fields.fault(
          "", lineOfNul(text), "The file holds a NUL or half a character", "Save it as UTF-8 text");
      return new Manuscript.Illegible(fields.faults());
    }
    if (decoded.guessed()) {
      fields.warn(1, "The file is not UTF-8; it was read as windows-1252", "Save it as UTF-8");
    }
    if (TOML.matcher(text).lookingAt()) {
      fields.fault(
          "",
          1,
          "This front matter is TOML",
          "Write it as YAML: `headline: …` between lines of ---");
      return new Manuscript.Illegible(fields.faults());
    }
    var split = split(text);
    if (split.isEmpty()) {
      fields.fault("", 1, "The front matter has no end", "Close it with a line of three hyphens");
      return new Manuscript.Illegible(fields.faults());
    }
    var table = new Field.Table(Map.of(), "", 1);
    if (split.get().hasFront()) {
      switch (FrontMatter.read(split.get().front(), 2)) {
        case FrontMatter.Understood(var understood) -> table = understood;
        case FrontMatter.Broken(var fault) -> {
          return new Manuscript.Illegible(List.of(fault));
        }
      }
    }
    var builder = DraftReader.read(table, settings.zone(), true, fields);
    var draft = bodied(builder, table, split.get());
    draft = Adoption.of(draft, fields);
    DraftReader.complete(draft, fields);
    if (fields.faults().isEmpty()) {
      return new Manuscript.Legible(draft, fields.warnings());
    }
    for (var fault : others.apply(draft)) {
      fields.fault(fault.pointer(), fault.line(), fault.what(), fault.mend());
    }
    return new Manuscript.Illegible(fields.faults());
  }

  private Draft bodied(Draft.Builder builder, Field.Table table, Split split) {
    var given = builder.build();
    if (!split.body().isBlank() || !table.entries().containsKey("body")) {
      builder.body(split.body().strip());
    }
    if (!table.entries().containsKey("body_type")) {
      builder.bodyType(type);
    }
    var draft = builder.build();
    return switch (draft.bodyType()) {
      case "text/plain" -> PlainText.read(draft.toBuilder().body(split.body()).build());
      case "text/html" -> split.hasFront() && !given.headline().isEmpty() ? draft : page(draft);
      default -> given.headline().isEmpty() ? headed(draft) : draft;
    };
  }

  /** Markdown that begins with its headline. */
  private static Draft headed(Draft draft) {
    var heading = HEADING.matcher(draft.body());
    return heading.lookingAt()
        ? draft.toBuilder()
            .headline(heading.group(1).strip())
            .body(draft.body().substring(heading.end()).strip())
            .build()
        : draft;
  }

  private Draft page(Draft given) {
    var page = WebPage.read(given.body());
    var meta = page.meta();
    var draft = given.toBuilder().body(page.body());
    if (given.headline().isEmpty()) {
      draft.headline(page.heading().isEmpty() ? page.title() : page.heading());
    }
    Map<String, Field> said = new LinkedHashMap<>();
    say(said, "standfirst", meta.getOrDefault("description", ""), given.standfirst().isEmpty());
    say(
        said,
        "published",
        meta.getOrDefault("article:published_time", ""),
        given.published().isEmpty());
    say(said, "language", page.language(), given.language().isEmpty());
    say(said, "section", meta.getOrDefault("article:section", ""), given.section().isEmpty());
    say(said, "authors", meta.getOrDefault("author", ""), given.authors().isEmpty());
    var read =
        DraftReader.read(new Field.Table(said, "", 1), settings.zone(), true, fields).build();
    if (said.containsKey("standfirst")) {
      draft.standfirst(read.standfirst());
    }
    if (said.containsKey("published")) {
      draft.published(read.published());
    }
    if (said.containsKey("language")) {
      draft.language(read.language());
    }
    if (said.containsKey("section")) {
      draft.section(read.section());
    }
    if (said.containsKey("authors")) {
      draft.authors(read.authors());
    }
    return Illustrated.of(draft.build(), page.figures());
  }

  private static void say(Map<String, Field> said, String name, String text, boolean wanted) {
    if (wanted && !text.isEmpty()) {
      said.put(name, new Field.Word(text, Field.Sort.ANY, "/" + name, 1));
    }
  }

  private static int lineOfNul(String text) {
    var at = text.indexOf('\0');
    return at < 0 ? 1 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private record Split(boolean hasFront, String front, String body) {}

  /**
   * @return empty where front matter begins and never ends
   */
  private static Optional<Split> split(String text) {
    if (!text.startsWith("---\n") && !text.startsWith("--- \n")) {
      return Optional.of(new Split(false, "", text));
    }
    var start = text.indexOf('\n') + 1;
    var end = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$").matcher(text);
    return end.find(start)
        ? Optional.of(
            new Split(true, text.substring(start, end.start()), text.substring(end.end())))
        : Optional.empty();
  }
}

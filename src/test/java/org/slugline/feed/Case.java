package org.slugline.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slugline.text.SafeHtml;
import org.slugline.text.Sanitizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of the corpus. Its first comment (in JSON: the member {@code _expect}) says which
 * section it comes from, then how it was served ({@code url: type: language: entries:}), then,
 * after an empty line, what must be read:
 *
 * <pre>
 * path = value      the value at the path, letter by letter
 * path ~ part       it contains this
 * path # 3          so many
 * path absent       nothing, or nothing readable
 * </pre>
 *
 * A path walks the components of the records ({@code entries[0].authors[1].name}); texts and markup
 * also have {@code .html} and {@code .plain}, dates {@code .raw}. {@code \}{@code uXXXX} is a
 * letter.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares cases
record Case(Path file, byte[] bytes, List<String> heads, List<String> expectations) {
  private static final Path ROOT = Path.of("src/test/resources/corpus");
  private static final Pattern COMMENT = Pattern.compile("<!--\n(.*?)\n-->", Pattern.DOTALL);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)\\])?\\.?");

  static Stream<Case> all() {
    try (Stream<Path> walk = Files.walk(ROOT)) {
      return walk.filter(Files::isRegularFile).sorted().map(Case::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case of(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var lines = file.toString().endsWith(".json") ? json(bytes) : comment(bytes);
      var gap = lines.indexOf("");
      return new Case(file, bytes, lines.subList(0, gap), lines.subList(gap + 1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> comment(byte[] bytes) {
    for (var charset : List.of("UTF-8", "IBM037")) {
      // wide charsets are letters between zeros
      var text = new String(bytes, Charset.forName(charset)).replace("\0", "");
      var found = COMMENT.matcher(text.replace("\u0085", "\n"));
      if (found.find()) {
        return found.group(1).lines().toList();
      }
    }
    throw new IllegalStateException("no comment");
  }

  private static List<String> json(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var start = text.indexOf('[', text.indexOf("\"_expect\""));
    var lines = new ArrayList<String>();
    JSON.readTree(text.substring(start)).forEach(line -> lines.add(line.asString()));
    return lines;
  }

  Reading read() {
    return FeedReader.read(
        bytes,
        head("type"),
        head("language").orElse(""),
        head("url").orElse(""),
        Integer.parseInt(head("entries").orElse("1000")));
  }

  private Optional<String> head(String name) {
    return heads.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst();
  }

  /** What is not as expected; empty when all is. */
  List<String> faults() {
    return switch (read()) {
      case Reading.Unreadable(var reason) -> List.of("unreadable: " + reason);
      case Reading.Readable(var feed) ->
          expectations.stream()
              .filter(line -> !line.isBlank())
              .flatMap(line -> fault(feed, line))
              .toList();
    };
  }

  private static Stream<String> fault(Feed feed, String line) {
    if (line.endsWith(" absent")) {
      var is = show(at(feed, line.substring(0, line.length() - 7)));
      return is.isEmpty() ? Stream.of() : Stream.of(line + ", but is " + is);
    }
    var parts = line.split(" ", 3);
    var value = at(feed, parts[0]);
    var is =
        parts[1].equals("#")
            ? Integer.toString(((Collection<?>) require(value)).size())
            : show(value);
    var wanted = letters(parts.length > 2 ? parts[2] : "");
    var good = parts[1].equals("~") ? is.contains(wanted) : is.equals(wanted);
    return good ? Stream.of() : Stream.of(line + ", but is " + is);
  }

  private static Object require(@Nullable Object value) {
    return value == null ? List.of() : value;
  }

  private static String letters(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
  }

  private static @Nullable Object at(Feed feed, String path) {
    Object value = feed;
    var step = STEP.matcher(path);
    while (step.find() && value != null) {
      value = component(value, step.group(1));
      if (step.group(2) != null && value instanceof List<?> list) {
        var index = Integer.parseInt(step.group(2));
        value = index < list.size() ? list.get(index) : null;
      }
    }
    return value;
  }

  private static @Nullable Object component(Object value, String name) {
    return switch (value) {
      case Text text when name.equals("html") -> text instanceof Text.Rich;
      case Text text when name.equals("plain") -> text.plain();
      case SafeHtml html when name.equals("plain") -> Sanitizer.plain(html.markup());
      case Optional<?> inner -> inner.isEmpty() ? null : component(inner.get(), name);
      case Record record -> component(record, name);
      default -> throw new IllegalArgumentException("no " + name + " in " + value.getClass());
    };
  }

  private static Object component(Record record, String name) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        try {
          component.getAccessor().setAccessible(true);
          return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalArgumentException("no " + name + " in " + record.getClass());
  }

  private static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Stamp(var at, var _) -> show(at);
      case Text.Plain(var text) -> text;
      case Text.Rich(var html) -> html.markup();
      case SafeHtml html -> html.markup();
      case Optional<?> inner -> inner.map(Case::show).orElse("");
      case OptionalInt number -> number.isPresent() ? "" + number.getAsInt() : "";
      case OptionalLong number -> number.isPresent() ? "" + number.getAsLong() : "";
      default -> value.toString();
    };
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}

package org.slugline.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as fields, and back to text. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /** How reading ended. */
  sealed interface Reading {}

  record Understood(Field field) implements Reading {}

  record Broken(Fault fault) implements Reading {}

  static Reading read(byte[] json) {
    try {
      return new Understood(field(MAPPER.readTree(json), ""));
    } catch (JacksonException wrong) {
      var where = wrong.getLocation();
      var line = where == null ? 0 : where.getLineNr();
      return new Broken(
          new Fault(
              "",
              line,
              "This is not JSON: " + plain(wrong.getOriginalMessage()),
              line > 0 ? "See line " + line + ", column " + where.getColumnNr() : ""));
    }
  }

  /** Without the parser's advice to those who program it. */
  private static String plain(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll(", from `[^`]*`", "")
        .replaceAll("(?:: enable `|: not allowed as per `| \\(start marker).*", "")
        .replaceAll(" \\([^)]*`(?:JsonToken|tools)\\.[^)]*\\)", "");
  }

  private static Field field(JsonNode node, String pointer) {
    if (node.isArray()) {
      List<Field> items = new ArrayList<>();
      for (var item : node) {
        items.add(field(item, pointer + "/" + items.size()));
      }
      return new Field.Row(items, pointer, 0);
    }
    if (node.isObject()) {
      var entries = new LinkedHashMap<String, Field>();
      for (var entry : node.properties()) {
        entries.put(entry.getKey(), field(entry.getValue(), Field.below(pointer, entry.getKey())));
      }
      return new Field.Table(entries, pointer, 0);
    }
    if (node.isNull() || node.isMissingNode()) {
      return new Field.Word("", Field.Sort.NOTHING, pointer, 0);
    }
    var sort =
        node.isString() ? Field.Sort.TEXT : node.isBoolean() ? Field.Sort.TRUTH : Field.Sort.NUMBER;
    return new Field.Word(node.asString(), sort, pointer, 0);
  }
}

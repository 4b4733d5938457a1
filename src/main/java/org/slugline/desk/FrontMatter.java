package org.slugline.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The YAML 1.2 above a body. Every scalar stays the text that was written: {@code language: no} is
 * Norwegian and {@code slug: 1e3} a slug.
 */
final class FrontMatter {
  private static final int MOST_NODES = 20_000;
  private static final int DEEPEST = 16;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("front matter")
          .setUseMarks(true)
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(20)
          .setCodePointLimit(1 << 20)
          .build();

  private final int firstLine;
  private int nodes;

  private FrontMatter(int firstLine) {
    this.firstLine = firstLine;
  }

  /** How reading ended. */
  sealed interface Reading {}

  record Understood(Field.Table table) implements Reading {}

  record Broken(Fault fault) implements Reading {}

  /**
   * @param firstLine of the YAML in its file, from 1
   */
  static Reading read(String yaml, int firstLine) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      if (root.isEmpty()) {
        return new Understood(new Field.Table(new LinkedHashMap<>(), "", firstLine));
      }
      return switch (new FrontMatter(firstLine).field(root.get(), "", 0)) {
        case Field.Table table -> new Understood(table);
        case Field other ->
            broken(other.line(), "The front matter is not a list of fields", "Write `name: value`");
      };
    } catch (Twice twice) {
      return broken(
          twice.line, "The field `" + twice.name + "` stands here twice", "Remove one of the two");
    } catch (TooMuch | StackOverflowError _) {
      return broken(firstLine, "The front matter is too large or too deep", "Make it simpler");
    } catch (MarkedYamlEngineException wrong) {
      var line = wrong.getProblemMark().map(mark -> firstLine + mark.getLine()).orElse(firstLine);
      return broken(
          line,
          "The front matter is not YAML: " + wrong.getProblem().replaceAll("\\s+", " "),
          "Put texts with a colon, a quote or a # in quotes, and indent with spaces");
    } catch (YamlEngineException wrong) {
      return broken(
          firstLine,
          "The front matter is not YAML: "
              + String.valueOf(wrong.getMessage())
                  .lines()
                  .findFirst()
                  .orElse("")
                  .replaceFirst("\\.$", ""),
          "Write each value out, without & and *");
    }
  }

  private static Broken broken(int line, String what, String mend) {
    return new Broken(new Fault("", line, what, mend));
  }

  private Field field(Node node, String pointer, int depth) {
    nodes++;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      throw new TooMuch();
    }
    var line = lineOf(node);
    return switch (node) {
      case ScalarNode scalar -> new Field.Word(scalar.getValue(), sort(scalar), pointer, line);
      case SequenceNode row -> {
        List<Field> items = new ArrayList<>();
        for (var item : row.getValue()) {
          items.add(field(item, pointer + "/" + items.size(), depth + 1));
        }
        yield new Field.Row(items, pointer, line);
      }
      case MappingNode table -> {
        var entries = new LinkedHashMap<String, Field>();
        for (var tuple : table.getValue()) {
          var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
          if (entries.containsKey(name)) {
            throw new Twice(name, lineOf(tuple.getKeyNode()));
          }
          entries.put(name, field(tuple.getValueNode(), Field.below(pointer, name), depth + 1));
        }
        yield new Field.Table(entries, pointer, line);
      }
      default -> throw new TooMuch(); // an anchor that was never resolved
    };
  }

  private int lineOf(Node node) {
    return node.getStartMark().map(mark -> firstLine + mark.getLine()).orElse(firstLine);
  }

  private static Field.Sort sort(ScalarNode scalar) {
    var text = scalar.getValue();
    var nothing = text.isEmpty() || text.equals("~") || text.equals("null");
    return nothing && scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? Field.Sort.NOTHING
        : Field.Sort.ANY;
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Twice extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final int line;

    Twice(String name, int line) {
      this.name = name;
      this.line = line;
    }
  }
}

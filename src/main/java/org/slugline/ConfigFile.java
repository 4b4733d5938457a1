package org.slugline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads {@code slugline.toml}, then {@code SLUGLINE_*}, and says all that is wrong at once, with
 * line and column.
 */
final class ConfigFile {
  private static final Set<String> BESIDE =
      Set.of(
          "SLUGLINE_CONFIG",
          "SLUGLINE_DATA",
          "SLUGLINE_JAVA",
          "SLUGLINE_JAVA_OPTS",
          "SLUGLINE_EDITOR_TOKEN",
          "SLUGLINE_HOME");

  private final List<ConfigFault> faults = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  /** Values by key, defaults filled in, and what was wrong. */
  record Values(Map<String, Object> values, Set<String> said, List<ConfigFault> faults) {
    Values {
      values = Map.copyOf(values);
      said = Set.copyOf(said);
      faults = List.copyOf(faults);
    }

    String text(String key) {
      return (String) value(key);
    }

    boolean flag(String key) {
      return (Boolean) value(key);
    }

    int whole(String key) {
      return Math.toIntExact((Long) value(key));
    }

    long size(String key) {
      return (Long) value(key);
    }

    double fraction(String key) {
      return (Double) value(key);
    }

    Duration duration(String key) {
      return (Duration) value(key);
    }

    @SuppressWarnings("unchecked") // a list's values were checked as they were read
    List<String> list(String key) {
      return (List<String>) value(key);
    }

    private Object value(String key) {
      var value = values.get(key);
      if (value == null) {
        throw new IllegalStateException("no setting is called " + key);
      }
      return value;
    }
  }

  private ConfigFile() {}

  /**
   * @param file empty when there is none; one that cannot be read is a fault
   */
  static Values read(Optional<Path> file, Map<String, String> environment) {
    var reader = new ConfigFile();
    Setting.ALL.forEach(setting -> reader.set(setting, setting.fallback(), "default"));
    file.ifPresent(reader::readFile);
    reader.readEnvironment(environment);
    return new Values(reader.values, reader.said, reader.faults);
  }

  private void readFile(Path file) {
    TomlParseResult toml;
    try {
      if (!Files.isRegularFile(file)) {
        faults.add(
            new ConfigFault(
                file.toString(), "the file is missing. Make it, or name another with --config"));
        return;
      }
      toml = Toml.parse(file);
    } catch (IOException unreadable) {
      faults.add(new ConfigFault(file.toString(), "the file cannot be read. Check its rights"));
      return;
    }
    toml.errors()
        .forEach(error ->
            faults.add(
                new ConfigFault(at(file, error.position()), String.valueOf(error.getMessage()))));
    for (var table : toml.entrySet()) {
      if (table.getValue() instanceof TomlTable keys) {
        keys.keySet().forEach(name -> readKey(file, toml, table.getKey(), keys, name));
      } else {
        unknown(at(file, toml.inputPositionOf(List.of(table.getKey()))), table.getKey(), names());
      }
    }
  }

  private void readKey(Path file, TomlParseResult toml, String table, TomlTable keys, String name) {
    var key = table + "." + name;
    var where = at(file, toml.inputPositionOf(List.of(table, name)));
    Setting.of(key)
        .ifPresentOrElse(
            setting -> {
              said.add(key);
              set(setting, keys.get(List.of(name)), where);
            },
            () -> unknown(where, key, names()));
  }

  private void readEnvironment(Map<String, String> environment) {
    var byVariable = new HashMap<String, Setting>();
    Setting.ALL.forEach(setting -> byVariable.put(setting.variable(), setting));
    for (var entry : new TreeMap<>(environment).entrySet()) {
      var name = entry.getKey();
      if (!name.startsWith("SLUGLINE_")
          || BESIDE.contains(name)
          || name.startsWith("SLUGLINE_SECRET_")) {
        continue;
      }
      var setting = byVariable.get(name);
      if (setting == null) {
        unknown("environment", name, byVariable.keySet());
      } else {
        said.add(setting.key());
        set(setting, fromEnvironment(setting, entry.getValue()), "environment, " + name);
      }
    }
  }

  private static @Nullable Object fromEnvironment(Setting setting, String value) {
    return switch (setting.type()) {
      case FLAG -> value.matches("true|false") ? (Object) Boolean.valueOf(value) : value;
      case WHOLE -> value.matches("-?\\d{1,18}") ? (Object) Long.valueOf(value) : value;
      case FRACTION -> value.matches("-?\\d+(\\.\\d+)?") ? (Object) Double.valueOf(value) : value;
      case LIST ->
          Arrays.stream(value.split(",", -1))
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .toList();
      case TEXT, DURATION, SIZE, KEEP, HOOKS -> value;
    };
  }

  private void set(Setting setting, @Nullable Object raw, String where) {
    var value = typed(setting.type(), raw);
    if (value.isEmpty()) {
      faults.add(new ConfigFault(where, setting.key() + " must be " + setting.type().words()));
      return;
    }
    setting
        .check()
        .apply(value.get())
        .ifPresentOrElse(
            wrong -> faults.add(new ConfigFault(where, setting.key() + " " + wrong)),
            () -> values.put(setting.key(), value.get()));
  }

  private static Optional<Object> typed(Setting.Type type, @Nullable Object raw) {
    return switch (type) {
      case TEXT -> raw instanceof String text ? Optional.of(text) : Optional.empty();
      case FLAG -> raw instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
      case WHOLE -> raw instanceof Long whole ? Optional.of(whole) : Optional.empty();
      case FRACTION ->
          raw instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
      case LIST -> strings(raw);
      case DURATION ->
          raw instanceof String text ? Setting.duration(text).map(d -> d) : Optional.empty();
      case SIZE -> raw instanceof String text ? Setting.size(text).map(s -> s) : Optional.empty();
      case KEEP ->
          raw instanceof String text
              ? text.equals("forever")
                  ? Optional.of(Duration.ZERO)
                  : Setting.duration(text).map(d -> d)
              : Optional.empty();
      case HOOKS -> hooks(raw);
    };
  }

  /** The library's own array as a list. */
  static @Nullable Object plain(@Nullable Object raw) {
    return raw instanceof TomlArray array ? array.toList() : raw;
  }

  private static Optional<Object> strings(@Nullable Object raw) {
    var list = plain(raw);
    return list instanceof List<?> values && values.stream().allMatch(String.class::isInstance)
        ? Optional.of(List.copyOf(values))
        : Optional.empty();
  }

  private static Optional<Object> hooks(@Nullable Object raw) {
    if (!(raw instanceof TomlArray array)) {
      return raw instanceof List<?> none && none.isEmpty() ? Optional.of(none) : Optional.empty();
    }
    var hooks = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof TomlTable table) || !(table.get("url") instanceof String)) {
        return Optional.empty();
      }
      hooks.add(table.toMap());
    }
    return Optional.of(List.copyOf(hooks));
  }

  private void unknown(String where, String name, Collection<String> known) {
    var meant = Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    faults.add(new ConfigFault(where, name + " is not a setting" + meant));
  }

  private static List<String> names() {
    return Setting.ALL.stream().map(Setting::key).toList();
  }

  private static String at(Path file, @Nullable TomlPosition position) {
    return position == null
        ? file.toString()
        : file + ", line " + position.line() + ", column " + position.column();
  }
}

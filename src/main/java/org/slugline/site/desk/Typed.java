package org.slugline.site.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What stands in the fields of a form. Rows of a repeated group are {@code group.N.field}, N from
 * 0; an upload that was taken in is {@code field.asset}.
 */
record Typed(SequencedMap<String, String> values) {
  /** The field that says which button was pressed. */
  static final String ACT = "act";

  /** The act of a form that is only to be shown again. */
  static final String SHOW = "show";

  Typed {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  static Typed nothing() {
    return new Typed(new LinkedHashMap<>());
  }

  /** {@code ""} where nothing is. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Without blanks at its ends. */
  String line(String name) {
    return get(name).strip();
  }

  boolean has(String name) {
    return !get(name).isBlank();
  }

  String act() {
    return get(ACT);
  }

  Typed with(String name, String value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Typed(more);
  }

  Typed with(Map<String, String> some) {
    var more = new LinkedHashMap<>(values);
    more.putAll(some);
    return new Typed(more);
  }

  Typed without(String... names) {
    var fewer = new LinkedHashMap<>(values);
    for (var name : names) {
      fewer.remove(name);
    }
    return new Typed(fewer);
  }

  /** Only to be shown again. */
  Typed shown() {
    return with(ACT, SHOW);
  }

  /** How many rows a group has. */
  int rows(String group) {
    var rows = 0;
    for (var name : values.keySet()) {
      if (name.startsWith(group + ".")) {
        rows = Math.max(rows, number(name.substring(group.length() + 1)) + 1);
      }
    }
    return rows;
  }

  /** Whether anything was typed into a row. */
  boolean isFilled(String group, int row) {
    var prefix = group + "." + row + ".";
    return values.entrySet().stream()
        .anyMatch(field -> field.getKey().startsWith(prefix) && !field.getValue().isBlank());
  }

  /** Two rows in each other's place. */
  Typed swapped(String group, int one, int other) {
    var changed = new LinkedHashMap<String, String>();
    values.forEach((name, value) ->
        changed.put(
            name.startsWith(group + "." + one + ".")
                ? moved(name, group, one, other)
                : moved(name, group, other, one),
            value));
    return new Typed(changed);
  }

  /** Without a row; those below it move up. */
  Typed cut(String group, int row) {
    var rows = rows(group);
    var changed = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> {
      if (name.startsWith(group + "." + row + ".")) {
        return;
      }
      var to = name;
      for (var n = row + 1; n < rows; n++) {
        to = to.equals(name) ? moved(name, group, n, n - 1) : to;
      }
      changed.put(to, value);
    });
    return new Typed(changed);
  }

  private static String moved(String name, String group, int from, int to) {
    var prefix = group + "." + from + ".";
    return name.startsWith(prefix)
        ? group + "." + to + "." + name.substring(prefix.length())
        : name;
  }

  private static int number(String rest) {
    var dot = rest.indexOf('.');
    return dot > 0 && rest.substring(0, dot).matches("\\d{1,3}")
        ? Integer.parseInt(rest.substring(0, dot))
        : -1;
  }
}

package org.slugline.site.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that a form brings are called in the text what they were called where they came from. */
final class Called {
  /** The field, after the file's own, that says what the browser called it. */
  static final String FIELD = ".called";

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._-]{0,200}\\.[A-Za-z0-9]{2,5}");

  private Called() {}

  /** The form with names for the files that have none, as far as they are not taken. */
  static Typed named(Typed sent) {
    var typed = sent;
    for (var group : Group.values()) {
      for (var i = 0; i < typed.rows(group.word()); i++) {
        typed = named(typed, group.word() + "." + i + ".file", group.word() + "." + i + ".name");
        typed = named(typed, group.word() + "." + i + ".still", group.word() + "." + i + ".poster");
      }
    }
    return typed;
  }

  private static Typed named(Typed typed, String file, String name) {
    var called = plain(typed.get(file + FIELD));
    var rest = typed.without(file + FIELD);
    if (called.isEmpty() || !typed.has(file + ".asset") || names(rest).contains(called)) {
      return rest;
    }
    var free = !typed.has(name) || (!places(typed, typed.line(name)) && places(typed, called));
    return free ? rest.with(name, called) : rest;
  }

  /** Some browsers send the path. */
  private static String plain(String called) {
    var last = called.substring(Math.max(called.lastIndexOf('/'), called.lastIndexOf('\\')) + 1);
    return PLAIN.matcher(last).matches() ? last : "";
  }

  private static boolean places(Typed typed, String name) {
    return typed.get("body").contains(name);
  }

  private static Set<String> names(Typed typed) {
    var names = new HashSet<String>();
    for (var field : typed.values().entrySet()) {
      if (List.of("name", "poster")
          .contains(field.getKey().substring(field.getKey().lastIndexOf('.') + 1))) {
        names.add(field.getValue().strip());
      }
    }
    return names;
  }
}

package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * A form as it is shown.
 *
 * @param focus field that the page opens at; {@code ""} none
 */
record Filled(Typed typed, List<Flaw> flaws, String focus) {
  Filled {
    flaws = List.copyOf(flaws);
  }

  static Filled of(Typed typed) {
    return new Filled(typed, List.of(), "");
  }

  static Filled of(Typed typed, List<Flaw> flaws) {
    return new Filled(typed, flaws, "");
  }

  /** As the newsroom's language has it: other rooms find faults in English. */
  Filled in(Board board) {
    return new Filled(
        typed,
        flaws.stream().map(flaw -> new Flaw(flaw.field(), board.said(flaw.text()))).toList(),
        focus);
  }

  String value(String name) {
    return typed.get(name);
  }

  String id(String name) {
    return Flaw.id(name);
  }

  boolean checked(String name) {
    return typed.has(name);
  }

  boolean isFaulty(String name) {
    return flaws.stream().anyMatch(flaw -> flaw.field().equals(name));
  }

  /** What is wrong with one field. */
  List<String> flaws(String name) {
    return flaws.stream().filter(flaw -> flaw.field().equals(name)).map(Flaw::text).toList();
  }

  /** Ids of what explains a field, for {@code aria-describedby}; {@code ""} none. */
  String describedBy(String name, boolean hint) {
    var ids = new ArrayList<String>();
    if (isFaulty(name)) {
      ids.add(id(name) + "-flaw");
    }
    if (hint) {
      ids.add(id(name) + "-hint");
    }
    return String.join(" ", ids);
  }
}

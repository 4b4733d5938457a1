package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What two fillings of one form do not share. */
final class Differences {
  private static final Set<String> OURS =
      Set.of("guard", "version", Typed.ACT, "kind", "note", "body_type");

  private Differences() {}

  /**
   * A field that differs.
   *
   * @param name of the field, such as {@code images.0.caption}
   */
  record Difference(String name, String theirs, String mine) {}

  static List<Difference> between(Typed theirs, Typed mine) {
    var names = new LinkedHashSet<>(theirs.values().keySet());
    names.addAll(mine.values().keySet());
    names.removeAll(OURS);
    var differences = new ArrayList<Difference>();
    for (var name : names) {
      if (!theirs.line(name).equals(mine.line(name))) {
        differences.add(new Difference(name, theirs.line(name), mine.line(name)));
      }
    }
    return differences;
  }
}

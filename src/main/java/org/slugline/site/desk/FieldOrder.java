package org.slugline.site.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the fields of an article's form stand on the page, so that its faults can stand alike. */
final class FieldOrder {
  /** The form as a whole first; a repeated part goes by its word. */
  private static final List<String> FIELDS = fields();

  static final Comparator<Flaw> OF_FLAWS =
      Comparator.<Flaw>comparingInt(flaw -> FIELDS.indexOf(flaw.field().split("\\.", 2)[0]))
          .thenComparingInt(flaw -> row(flaw.field()))
          .thenComparingInt(flaw -> column(flaw.field()));

  private FieldOrder() {}

  private static List<String> fields() {
    var fields = new ArrayList<>(List.of("", "kicker", "headline", "standfirst", "body", "quote"));
    for (var group : Group.values()) {
      fields.add(group.word());
    }
    fields.addAll(List.of("kind", "note", "published", "embargo", "section", "tags", "dateline"));
    fields.addAll(List.of("language", "slug", "rights"));
    return List.copyOf(fields);
  }

  private static int row(String field) {
    var parts = field.split("\\.", -1);
    return parts.length == 3 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : 0;
  }

  /** What is seldom wanted stands behind the rest of its row. */
  private static int column(String field) {
    var parts = field.split("\\.", -1);
    var columns = Group.of(parts[0]).map(Group::columns).orElse(List.of());
    for (var i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(parts[parts.length - 1])) {
        return columns.get(i).seldom() ? columns.size() + i : i;
      }
    }
    return 0;
  }
}

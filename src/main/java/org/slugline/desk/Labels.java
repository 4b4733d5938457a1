package org.slugline.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which pages an article stands. */
final class Labels {
  private Labels() {}

  /** Each address once, in the order filed. */
  static List<Label> of(String section, List<String> tags, List<Author> authors) {
    var labels = new LinkedHashMap<String, Label>();
    if (!section.isEmpty()) {
      add(labels, "section", section);
    }
    tags.forEach(tag -> add(labels, "tag", tag));
    authors.forEach(author -> add(labels, "author", author.name()));
    return new ArrayList<>(labels.values());
  }

  private static void add(Map<String, Label> labels, String kind, String name) {
    var label = new Label(kind, Label.slugOf(name), name);
    labels.putIfAbsent(scope(label), label);
  }

  /** The scope of its page and feed. */
  static String scope(Label label) {
    return label.kind() + ":" + label.slug();
  }
}

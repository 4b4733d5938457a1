package org.slugline.desk;

import java.util.List;
import java.util.Map;

/** What front matter and JSON have in common, each part knowing where it stands. */
sealed interface Field {
  /** RFC 6901. */
  String pointer();

  /** From 1; 0 in JSON, where nobody counts lines. */
  int line();

  /** How sure we are of what a word is: YAML leaves all to the reader. */
  enum Sort {
    ANY,
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }

  record Word(String text, Sort sort, String pointer, int line) implements Field {}

  record Row(List<Field> items, String pointer, int line) implements Field {}

  record Table(Map<String, Field> entries, String pointer, int line) implements Field {}

  /** The pointer to a member. */
  static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}

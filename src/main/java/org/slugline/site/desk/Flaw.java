package org.slugline.site.desk;

/**
 * What is wrong with something typed.
 *
 * @param field its name; {@code ""} the form as a whole
 */
record Flaw(String field, String text) {
  /** Where a link to the field leads. */
  String id() {
    return id(field);
  }

  /** The element's id for a field's name. */
  static String id(String field) {
    return field.isEmpty() ? "form" : "f-" + field.replace('.', '-');
  }
}

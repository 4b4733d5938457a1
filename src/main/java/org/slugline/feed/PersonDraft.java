package org.slugline.feed;

/** A person while it is read: children with names, or one text for all. */
final class PersonDraft {
  private static final Person NOBODY = new Person("", "", "");

  String name = "";
  String email = "";
  String address = "";

  void clear() {
    name = "";
    email = "";
    address = "";
  }

  /**
   * @param said the text beside the children
   */
  Person person(String said) {
    if (name.isEmpty() && email.isEmpty() && address.isEmpty()) {
      return People.of(said);
    }
    if (email.isEmpty() && name.indexOf('@') > 0) {
      var split = People.of(name);
      return new Person(split.name(), split.email(), address);
    }
    return new Person(name, email, address);
  }

  /** One line for those of whom only a line is kept. */
  static String line(Person person) {
    if (person.name().isEmpty() || person.email().isEmpty()) {
      return person.name() + person.email();
    }
    return person.name() + " (" + person.email() + ")";
  }

  static boolean isNobody(Person person) {
    return person.equals(NOBODY);
  }
}

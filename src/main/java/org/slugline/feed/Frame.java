package org.slugline.feed;

/** One open element. Used again for the next at the same depth. */
final class Frame {
  Scope scope = Scope.OUTSIDE;
  Meaning meaning = Meaning.NONE;
  Draft draft;
  String base = "";
  String language = "";
  String prefix = "";
  String local = "";

  /** In what we stand: which elements are ours to read. */
  enum Scope {
    OUTSIDE,
    FEED,
    ENTRY,
    SOURCE,
    IMAGE,
    PERSON,
    MEDIA,
    FOREIGN,
    IGNORED;

    /** Whether text beside its children says something. */
    boolean wantsLooseText() {
      return this == PERSON || this == SOURCE || this == IMAGE;
    }
  }

  Frame(Draft draft) {
    this.draft = draft;
  }

  /**
   * Begins as its outer one: same draft, and base and language unless its attributes say others.
   */
  void begin(Frame outer, String prefix, String local, Attributes attributes) {
    scope = Scope.FOREIGN;
    meaning = Meaning.NONE;
    draft = outer.draft;
    base = outer.base;
    language = outer.language;
    this.prefix = prefix;
    this.local = local;
    for (var i = 0; i < attributes.size(); i++) {
      if (attributes.prefix(i).equals("xml")) {
        if (attributes.local(i).equals("base")) {
          base = Address.base(base, attributes.value(i));
        } else if (attributes.local(i).equals("lang")) {
          language = attributes.value(i).strip().replace('_', '-');
        }
      }
    }
  }
}

package org.slugline.feed;

/** A category while it is read: its name is its text or an attribute. */
final class CategoryDraft {
  private static final String ITUNES_SCHEME = "http://www.itunes.com/";

  /** Media RSS, category: the default. */
  private static final String MEDIA_SCHEME = "http://search.yahoo.com/mrss/category_schema";

  private String term = "";
  private String scheme = "";
  private String label = "";

  void begin(Family family, Attributes attributes) {
    term = LooksLikeHtml.label(attributes.get("term"));
    scheme = attributes.get("scheme");
    scheme = scheme.isEmpty() ? attributes.get("domain") : scheme;
    scheme = scheme.isEmpty() && family == Family.MEDIA ? MEDIA_SCHEME : scheme;
    label = LooksLikeHtml.label(attributes.get("label"));
  }

  void beginKeywords(Family family) {
    scheme = family == Family.ITUNES ? ITUNES_SCHEME : "";
  }

  void take(Draft draft, String said) {
    var name = term.isBlank() ? said : term.strip();
    if (!name.isEmpty() || !label.isBlank()) {
      Draft.add(draft.categories, new Category(name, scheme.strip(), label.strip()));
    }
  }

  void takeKeywords(Draft draft, String said) {
    for (var word : said.split(",")) {
      if (!word.isBlank()) {
        Draft.add(draft.categories, new Category(word.strip(), scheme, ""));
      }
    }
  }

  /** Of a podcast: all is in one attribute. */
  static void podcast(Draft draft, Attributes attributes) {
    Draft.add(
        draft.categories,
        new Category(LooksLikeHtml.label(attributes.get("text")).strip(), ITUNES_SCHEME, ""));
  }
}

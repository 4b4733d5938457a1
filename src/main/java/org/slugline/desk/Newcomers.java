package org.slugline.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Articles of one sitting that are to be written together, and the names of which it is known
 * whether anybody has them: a thousand files need not ask a thousand times.
 */
final class Newcomers {
  private final Articles articles;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

  /** Slugs and ids that were asked for together. */
  private final Set<String> asked = new HashSet<>();

  /** Those of them that an article has or had. */
  private final Set<String> taken = new HashSet<>();

  Newcomers(Articles articles) {
    this.articles = articles;
  }

  /** Looks for slugs and ids in one go, ahead of those who ask for them. */
  void expect(List<String> names) {
    write();
    asked.addAll(names);
    taken.addAll(articles.taken(Lists.of(names).toString()));
  }

  /** Whether an article may have or have had this slug or id. */
  boolean mayHave(String name) {
    return !asked.contains(name) || taken.contains(name);
  }

  /** See {@link Articles#holder}. */
  Optional<Article> holder(String slug, String uri) {
    if (!mayHave(slug) && (uri.isEmpty() || !mayHave(uri))) {
      return Optional.empty();
    }
    write();
    return articles.holder(slug, uri);
  }

  /** See {@link Articles#uses}. */
  boolean isUsed(String uri) {
    if (!mayHave(uri)) {
      return false;
    }
    write();
    return articles.uses(uri) > 0;
  }

  void add(Article article) {
    rows.add(ArticleRow.of(article));
    taken.add(article.uri());
    take(article.slug());
  }

  /** An article of this sitting goes to this address. */
  void take(String slug) {
    taken.add(slug);
  }

  /** Before anything looks for them, or speaks of them, in the database. */
  void write() {
    if (!rows.isEmpty()) {
      articles.insert(List.copyOf(rows));
      rows.clear();
    }
  }
}

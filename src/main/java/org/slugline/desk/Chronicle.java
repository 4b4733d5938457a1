package org.slugline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slugline.access.Audit;
import org.slugline.store.Revisions;

/** What one sitting leaves beside its articles: versions, audit, and what is to be printed anew. */
final class Chronicle {
  private final Handle handle;
  private final Articles articles;
  private final List<Map<String, @Nullable Object>> versions = new ArrayList<>();
  private final List<Articles.Shelved> labels = new ArrayList<>();
  private final List<Audit.Line> audit = new ArrayList<>();
  private final Set<String> counted = new HashSet<>();
  private final String who;
  private final Instant now;

  Chronicle(Handle handle, String who, Instant now) {
    this.handle = handle;
    this.who = who;
    this.now = now;
    articles = handle.attach(Articles.class);
  }

  void version(Article article, Kind kind, String note) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("article", article.id());
    row.put("number", article.version());
    row.put("at", now);
    row.put("who", who);
    row.put("kind", kind.word());
    row.put("note", note);
    row.put("state", article.state().word());
    row.put("headline", article.headline());
    row.put("standfirst", article.standfirst());
    row.put("html", article.html());
    row.put("fields", ArticleJson.fields(article).toString());
    versions.add(row);
  }

  /** Its section stands in its own row. */
  void labels(Article article) {
    article.labels().stream()
        .filter(label -> !label.kind().equals("section"))
        .map(label -> new Articles.Shelved(label.kind(), label.slug(), article.id(), label.name()))
        .forEach(labels::add);
  }

  void audit(String act, Article article, String detail) {
    audit.add(new Audit.Line(now, who, act, "article:" + article.id(), detail));
  }

  /** Everything that prints this article prints otherwise now. */
  void count(Article article) {
    counted.addAll(scopes(article));
  }

  void count(Collection<String> scopes) {
    counted.addAll(scopes);
  }

  /** Nothing of it happened. */
  void forget() {
    versions.clear();
    labels.clear();
    audit.clear();
    counted.clear();
  }

  /** Writes it all down, each scope counted once: the last thing in the transaction. */
  void close() {
    if (!versions.isEmpty()) {
      articles.addVersions(versions);
    }
    if (!labels.isEmpty()) {
      articles.addLabels(labels);
    }
    Audit.add(handle, audit);
    if (!counted.isEmpty()) {
      var revisions = handle.attach(Revisions.class);
      counted.forEach(scope -> revisions.bump(scope, now));
    }
  }

  /** What prints a new article: it has no story and no correction yet. */
  static Set<String> printing(Article article) {
    Set<String> scopes = new HashSet<>();
    scopes.add("articles");
    scopes.add("wire");
    scopes.add("article:" + article.id());
    article.labels().forEach(label -> scopes.add(Labels.scope(label)));
    return scopes;
  }

  /** Everything that prints a released article. */
  Set<String> scopes(Article article) {
    var scopes = printing(article);
    if (!articles.correctionsOf(article.id()).isEmpty() || article.state() != State.RELEASED) {
      scopes.add("corrections");
    }
    articles
        .storyOf(article.id())
        .ifPresent(story -> scopes.addAll(Set.of("stories", "story:" + story)));
    return scopes;
  }
}

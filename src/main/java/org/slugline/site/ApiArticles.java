package org.slugline.site;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Author;
import org.slugline.store.Database;

/** Our released articles as a list; each by itself is {@link ArticleRoutes}'. */
final class ApiArticles {
  private final Paper paper;
  private final ApiAnswers answers;
  private final Database database;

  ApiArticles(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
    answers = new ApiAnswers(paper);
  }

  void addTo(Paths paths) {
    paths.get("/api/articles", this::list);
  }

  private void list(Context ctx) {
    answers.dated(
        ctx,
        (before, limit) ->
            database.read(
                Articles.class, articles -> articles.before(before.at(), before.number(), limit)),
        article -> article.published().map(at -> new Moment(at, article.id())),
        this::article);
  }

  private Map<String, Object> article(Article article) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", article.uri());
    object.put("slug", article.slug());
    object.put("url", paper.url(article.path()));
    object.put("headline", article.headline());
    ApiAnswers.put(object, "standfirst", article.standfirst());
    ApiAnswers.put(object, "kicker", article.kicker());
    ApiAnswers.put(object, "section", article.section());
    object.put("tags", article.tags());
    object.put("authors", article.authors().stream().map(this::author).toList());
    object.put("language", article.language());
    ApiAnswers.put(object, "published", article.published());
    object.put("updated", article.updated().toString());
    object.put("version", article.version());
    return object;
  }

  private Map<String, Object> author(Author author) {
    var object = new LinkedHashMap<String, Object>();
    object.put("name", author.name());
    ApiAnswers.put(object, "email", paper.masthead().authorEmails() ? author.email() : "");
    ApiAnswers.put(object, "url", author.url());
    ApiAnswers.put(object, "role", author.role());
    return object;
  }
}

package org.slugline.site.desk;

import java.util.Optional;
import java.util.function.Consumer;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.MediaTable;
import org.slugline.desk.Sheet;
import org.slugline.desk.Version;
import org.slugline.site.Problem;
import org.slugline.store.Database;

/** Articles by their number, in any state. */
record Shelf(Database database) {
  Optional<Sheet> sheet(long id) {
    return database.read(handle -> {
      var articles = handle.attach(Articles.class);
      return articles
          .byId(id)
          .map(article ->
              new Sheet(
                  article,
                  articles.storyOf(article.id()),
                  handle.attach(MediaTable.class).of(article.id())));
    });
  }

  Optional<Version> version(Article article, int number) {
    return database.read(Articles.class, articles -> articles.versions(article.id())).stream()
        .filter(version -> version.number() == number)
        .findFirst();
  }

  /** Hands on the article that an address names, or answers that there is none. */
  void find(Visit visit, Consumer<Sheet> then) {
    sheet(visit.number("id")).ifPresentOrElse(then, () -> unknown(visit));
  }

  void unknown(Visit visit) {
    Problem.notFound(visit.say("desk.unknown.article")).answer(visit.ctx());
  }
}

package org.slugline.site;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.store.Database;

/** Addresses that an archive brought along: whoever kept one finds the article where it is now. */
final class FormerAddresses {
  private final Paper paper;
  private final Database database;

  FormerAddresses(Paper paper, Database database) {
    this.paper = paper;
    this.database = database;
  }

  /** WordPress's short links, {@code /?p=17}. */
  void addTo(Paths paths) {
    paths.before(
        "/",
        ctx -> {
          var number = Answers.query(ctx, "p");
          if (number.matches("\\d{1,12}") && redirects(ctx, "/?p=" + number)) {
            ctx.skipRemainingHandlers();
          }
        });
  }

  /**
   * @return whether it is answered; else nothing ever had this address
   */
  boolean redirects(Context ctx) {
    return ctx.req().getMethod().matches("GET|HEAD") && redirects(ctx, path(ctx));
  }

  private boolean redirects(Context ctx, String path) {
    var article = article(path);
    article.ifPresent(found -> {
      ctx.header("Location", paper.url(found.path()));
      paper.answers().unkept(ctx, 308, "text/plain; charset=utf-8", "");
    });
    return article.isPresent();
  }

  /** One that readers may see, or saw: its own page says what became of it. */
  private Optional<Article> article(String path) {
    return path.length() < 2
        ? Optional.empty()
        : database
            .read(Articles.class, articles -> articles.movedFrom(path))
            .filter(found -> found.isPublic() || found.wasSeen());
  }

  private static String path(Context ctx) {
    try {
      return new URI(ctx.req().getRequestURI()).getPath();
    } catch (URISyntaxException _) {
      return "";
    }
  }
}

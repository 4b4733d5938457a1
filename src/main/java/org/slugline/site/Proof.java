package org.slugline.site;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.desk.Version;
import org.slugline.edition.EditionSettings;
import org.slugline.store.Database;

/** What readers would see, for the desk: by the same hand that prints it for them. */
public final class Proof {
  private final ArticlePageRoutes articles;

  public Proof(Paper paper, Database database, EditionSettings settings) {
    articles = new ArticlePageRoutes(paper, database, settings);
  }

  /**
   * The main part of an article's page.
   *
   * @param handle sees the article, its files and its versions
   */
  public String article(Handle handle, Article article) {
    return Print.part(articles.page(handle, article));
  }

  /**
   * What changed from version to version.
   *
   * @param newest the newest first
   */
  public String versions(Article article, List<Version> newest) {
    return Print.part(articles.history(article, newest));
  }
}

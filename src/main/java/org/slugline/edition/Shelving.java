package org.slugline.edition;

import java.util.List;
import org.slugline.desk.Article;
import org.slugline.desk.Articles;
import org.slugline.desk.Shelf;
import org.slugline.desk.Tombstone;

/** Where a feed of our own takes its articles from. */
sealed interface Shelving {
  /** {@code ""} for everything. */
  String title();

  List<Article> newest(int limit);

  List<Tombstone> gone(int limit);

  /** In order of release, withdrawn ones among them. */
  List<Article> archive(int limit, int offset);

  /** How many the archive has. */
  int archived();

  /** All that we published. */
  record Everything(Articles articles, FeedRows rows) implements Shelving {
    @Override
    public String title() {
      return "";
    }

    @Override
    public List<Article> newest(int limit) {
      return rows.newest(limit);
    }

    @Override
    public List<Tombstone> gone(int limit) {
      return articles.tombstones(limit);
    }

    @Override
    public List<Article> archive(int limit, int offset) {
      return articles.archive(limit, offset);
    }

    @Override
    public int archived() {
      return articles.archived();
    }
  }

  /** One section. */
  record Section(String slug, Articles articles, FeedRows rows) implements Shelving {
    @Override
    public String title() {
      return articles.shelf("section", slug).map(Shelf::name).orElse(slug);
    }

    @Override
    public List<Article> newest(int limit) {
      return rows.newestOfSection(slug, limit);
    }

    @Override
    public List<Tombstone> gone(int limit) {
      return rows.goneFrom(slug, limit);
    }

    @Override
    public List<Article> archive(int limit, int offset) {
      return rows.archiveOfSection(slug, limit, offset);
    }

    @Override
    public int archived() {
      return rows.archivedInSection(slug);
    }
  }

  /** One tag or author. */
  record Tagged(String kind, String slug, Articles articles, FeedRows rows) implements Shelving {
    @Override
    public String title() {
      return articles.shelf(kind, slug).map(Shelf::name).orElse(slug);
    }

    @Override
    public List<Article> newest(int limit) {
      return rows.newestOfLabel(kind, slug, limit);
    }

    @Override
    public List<Tombstone> gone(int limit) {
      return rows.goneUnder(kind, slug, limit);
    }

    @Override
    public List<Article> archive(int limit, int offset) {
      return rows.archiveOfLabel(kind, slug, limit, offset);
    }

    @Override
    public int archived() {
      return rows.archivedUnder(kind, slug);
    }
  }
}

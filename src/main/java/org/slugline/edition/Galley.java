package org.slugline.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slugline.desk.Article;
import org.slugline.feed.Format;

/** An article's item as our feeds would carry it, before anything is released. */
public final class Galley {
  private final Heads heads;
  private final OwnEntries own;

  public Galley(Printing printing) {
    heads = new Heads(printing);
    own = new OwnEntries(printing);
  }

  /**
   * @param handle sees the article and its files
   * @return the {@code item} element of RSS
   */
  public String item(Handle handle, Article article) {
    var entries = own.accompanied(handle, List.of(article));
    var name = new FeedName(new Subject.Front(), Format.RSS);
    var feed = heads.over(name, "", "", article.updated(), entries, List.of()).build();
    var xml = new String(Format.RSS.write(feed), UTF_8);
    var from = xml.indexOf("<item");
    var to = xml.indexOf("</item>");
    return from < 0 || to < 0 ? "" : xml.substring(from, to + "</item>".length());
  }
}
